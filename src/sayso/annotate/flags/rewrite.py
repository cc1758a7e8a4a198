"""A passage that tells what another passage of the same article tells.

Two passages that go back to one text share rare words, names and numbers, and share them in the same order.
Every word that stands in few sentences links those sentences; the split of the article that most links cross
is tried, and the longest chain of links that runs through both sides in order is taken as the evidence
(a longest increasing subsequence, O(n log n)).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

from sayso.annotate.flags.page import Found, Page

# Sentences that a passage must have, and the evidence: links in the chain times links per sentence of the shorter
# passage. Where one passage jokes and the other does not, less will do: a summary above a report never jokes.
FEWEST_SENTENCES, LEAST_EVIDENCE = 5, 4.0
FEWEST_SENTENCES_JOKING, LEAST_EVIDENCE_JOKING = 4, 1.5
MOST_SENTENCES_A_WORD = 3
TRIED = 3
WHY = "tells again what another passage of the article tells: one voice, not two"

Link = tuple[int, int]


def rewrites(page: Page, jokes: Iterable[Found]) -> list[Found]:
    """Return the passage that rewrites another, if there is one; of the two the joking one, else the later."""
    links = _links(page)
    chains = [chain for cut in _cuts(page, links, jokes) if (chain := _chain(links, cut))]
    best = max(chains, key=len, default=[])
    if not best:
        return []
    earlier, later = _range(page, [a for a, _ in best]), _range(page, [b for _, b in best])
    joking = [_overlaps(jokes, earlier), _overlaps(jokes, later)]
    if not _convincing(best, joking[0] != joking[1]):
        return []
    return [Found("rewrite", *earlier, WHY, later) if joking[0] else Found("rewrite", *later, WHY, earlier)]


def _overlaps(jokes: Iterable[Found], passage: tuple[int, int]) -> bool:
    return any(j.start < passage[1] and passage[0] < j.end for j in jokes)


def _links(page: Page) -> list[Link]:
    """Return pairs of sentences that share a rare word, most telling first within a pair."""
    where: defaultdict[str, set[int]] = defaultdict(set)
    for word in page.words:
        if len(word.lower) > 3 or word.lower[0].isdigit():
            where[_stem(word.lower)].add(page.sentence_at(word.start))
    shared: defaultdict[Link, int] = defaultdict(int)
    for sentences in where.values():
        if 2 <= len(sentences) <= MOST_SENTENCES_A_WORD:
            ordered = sorted(sentences)
            for pair in {(a, b) for a in ordered for b in ordered if a < b}:
                shared[pair] += 1
    return [pair for pair, times in shared.items() if times >= 2]


def _stem(word: str) -> str:
    word = word.removesuffix("'s").replace(",", "")
    return word[:-1] if word.endswith("s") and len(word) > 4 else word


def _cuts(page: Page, links: list[Link], jokes: Iterable[Found]) -> list[int]:
    """Return the sentences before which to split: where most links cross, and where jokes begin or end."""
    change = [0] * (len(page.sentences) + 1)
    for a, b in links:
        change[a + 1] += 1
        change[b + 1] -= 1
    crossing = list(accumulate(change))
    most = sorted(range(len(crossing)), key=lambda n: -crossing[n])[:TRIED]
    ends = [n for j in list(jokes)[:TRIED] for n in (page.sentence_at(j.start), page.sentence_at(j.end - 1) + 1)]
    return [*most, *ends]


def _chain(links: list[Link], cut: int) -> list[Link]:
    """Return the longest chain of links across ``cut`` that goes forward on both sides."""
    crossing = sorted(((a, b) for a, b in links if a < cut <= b), key=lambda p: (p[0], -p[1]))
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, b) in enumerate(crossing):
        at = bisect_left(tails, b)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [b], [number]
    chain, number = [], ends[-1] if ends else -1
    while number >= 0:
        chain.append(crossing[number])
        number = before[number]
    return chain[::-1]


def _convincing(chain: list[Link], joking: bool) -> bool:
    shorter = min(chain[-1][0] - chain[0][0], chain[-1][1] - chain[0][1]) + 1
    evidence = len(chain) * len(chain) / shorter
    if joking:
        return shorter >= FEWEST_SENTENCES_JOKING and evidence >= LEAST_EVIDENCE_JOKING
    return shorter >= FEWEST_SENTENCES and evidence >= LEAST_EVIDENCE


def _range(page: Page, sentences: list[int]) -> tuple[int, int]:
    return page.sentences[min(sentences)].span.start, page.sentences[max(sentences)].span.end
