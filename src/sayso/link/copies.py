"""Which articles derive from which: identical texts, near copies, cut-down copies and rewrites, with the evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from sayso.link.furniture import shared_furniture
from sayso.link.rewrites import Outline, Retelling, outline, retelling
from sayso.link.texts import Text, plain_words, text_of
from sayso.model import Annotation, Citation, Copy, CopyKind, Span

# An article is compared with those of the articles before it that share the most runs of three words.
CANDIDATES = 8
# A run of words that more texts have than this leads to the first of them only: they are copies of each other.
POSTINGS = 48
SHARED_THREES = 4
# The least share of runs of five words, and the least number, that make a text derive from another. Independent
# reports of one event by three outlets (BASIL, 300 pairs) reach 0.14; of runs of three words they reach 0.19.
PART, PART_RUNS = 0.2, 20
WHOLE = 0.6
# A retelling: sentences in the same order, how much of the text they are, and how few stray from the order.
TOLD_SENTENCES, TOLD, IN_ORDER = 5, 0.25, 0.75
LISTED_IDENTICAL = 12
IDENTICAL_WORDS = 12
RUNS_SHOWN = 3


@dataclass(frozen=True)
class Candidate:
    """A text with what it takes to compare it, made when it is asked for."""

    text: Text

    @property
    def id(self) -> str:
        """Return the article's id."""
        return self.text.annotation.article.id

    @cached_property
    def outline(self) -> Outline:
        """Return the article's outline."""
        return outline(self.text.annotation)


def find_copies(annotations: Sequence[Annotation]) -> tuple[Copy, ...]:
    """Return the pairs of articles of which one derives from the other, by article ids; any order gives the same.

    Measured is containment of word n-grams (Broder 1997), quotations and page furniture left out, since two
    reporters may quote one speech. Time is linear in the number of articles but for a fixed number of candidates
    each; of more than a dozen identical texts each is paired with the first only.
    """
    ordered = sorted({a.article.id: a for a in annotations}.values(), key=_published)
    groups: dict[tuple[str, ...], list[Annotation]] = defaultdict(list)
    for annotation in ordered:
        groups[plain_words(annotation.article.text)].append(annotation)
    same = [copy for words, group in groups.items() if len(words) >= IDENTICAL_WORDS for copy in _identical(group)]
    firsts = [Candidate(text_of(group[0])) for group in groups.values()]
    others = (_compare(firsts[i], firsts[j]) for i, j in _pairs([c.text for c in firsts]))
    return tuple(sorted((*same, *(c for c in others if c)), key=lambda c: (c.a, c.b)))


def _published(annotation: Annotation) -> tuple[str, str]:
    published = annotation.article.published
    return (published.isoformat() if published else "9999", annotation.article.id)


def _identical(group: Sequence[Annotation]) -> Iterator[Copy]:
    pairs = combinations(group, 2) if len(group) <= LISTED_IDENTICAL else ((group[0], other) for other in group[1:])
    for pair in pairs:
        a, b = sorted(pair, key=lambda x: x.article.id)
        original, why = _original(a, b, 1.0, 1.0)
        shown = tuple(_cite(x, [_opening(x)]) for x in (a, b))
        yield Copy(a.article.id, b.article.id, CopyKind.IDENTICAL, 1.0, 1.0, original, f"identical words; {why}", shown)


def _pairs(texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Go through the pairs that share enough runs of three words to be worth comparing."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        shared: Counter[int] = Counter()
        for gram in text.threes:
            rows = holders[gram]
            shared.update(rows)
            if len(rows) < POSTINGS:
                rows.append(i)
        best = sorted(((-n, j) for j, n in shared.items() if n >= SHARED_THREES))[:CANDIDATES]
        yield from ((j, i) for _, j in best)


def _compare(one: Candidate, other: Candidate) -> Copy | None:
    x, y = sorted((one, other), key=lambda c: c.id)
    furniture = shared_furniture(x.text, y.text)
    a, b = x.text.fives.keys() - furniture, y.text.fives.keys() - furniture
    shared = a & b
    share_a, share_b = _share(len(shared), len(a)), _share(len(shared), len(b))
    if max(share_a, share_b) < WHOLE and _same_outlet(x.text.annotation, y.text.annotation):
        return None
    if max(share_a, share_b) >= PART and len(shared) >= PART_RUNS:
        return _verbatim(x.text, y.text, shared, share_a, share_b)
    if shared and _shares_threes(x.text, y.text):
        return _verbatim(x.text, y.text, shared, share_a, share_b)
    return _retold(x, y, share_a, share_b)


def _same_outlet(a: Annotation, b: Annotation) -> bool:
    """Whether one outlet published both: it repeats its own background and page parts without copying anyone."""
    return bool(a.article.outlet) and a.article.outlet == b.article.outlet


def _shares_threes(x: Text, y: Text) -> bool:
    """Whether a text keeps a fifth of another's runs of three words, as one that changes every few words does."""
    furniture = shared_furniture(x, y, 3)
    a, b = x.threes.keys() - furniture, y.threes.keys() - furniture
    shared = len(a & b)
    return shared >= PART_RUNS and max(_share(shared, len(a)), _share(shared, len(b))) >= PART


def _verbatim(x: Text, y: Text, shared: set[tuple[str, ...]], share_a: float, share_b: float) -> Copy:
    kind = CopyKind.REWRITE
    if max(share_a, share_b) >= WHOLE:
        kind = CopyKind.NEAR if min(share_a, share_b) >= WHOLE else CopyKind.CUT
    runs = _runs(x, y, shared)
    original, why = _original(x.annotation, y.annotation, share_a, share_b)
    longest = max(length for _, _, length in runs)
    quoted = len(x.quotations & y.quotations)
    reason = (
        f"{share_a:.0%} and {share_b:.0%} of the runs of five words are shared, the longest has {longest} words; "
        + (f"{quoted} shared quotations not counted; " if quoted else "")
        + why
    )
    kept = sorted(sorted(runs, key=lambda r: (-r[2], r[0]))[:RUNS_SHOWN])
    cited = (
        _cite(x.annotation, _places(x, [(i, n) for i, _, n in kept])),
        _cite(y.annotation, _places(y, [(j, n) for _, j, n in kept])),
    )
    return Copy(x.annotation.article.id, y.annotation.article.id, kind, share_a, share_b, original, reason, cited)


def _retold(x: Candidate, y: Candidate, share_a: float, share_b: float) -> Copy | None:
    """Compare what is told: the text with fewer telling words must be retold by the other."""
    flipped = x.outline.size > y.outline.size
    best = retelling(y.outline, x.outline) if flipped else retelling(x.outline, y.outline)
    if not _is_retelling(best):
        return None
    other = retelling(x.outline, y.outline) if flipped else retelling(y.outline, x.outline)
    there, back = (other, best) if flipped else (best, other)
    a, b = x.text.annotation, y.text.annotation
    original, why = _original(a, b, there.share, back.share)
    reason = (
        f"{len(best.pairs)} sentences tell the same in the same order, in other words "
        f"({there.share:.0%} and {back.share:.0%} of the telling words); {why}"
    )
    pairs = [(j, i) if flipped else (i, j) for i, j in best.pairs]
    cited = (_cite(a, [a.sentences[i].span for i, _ in pairs]), _cite(b, [b.sentences[j].span for _, j in pairs]))
    return Copy(x.id, y.id, CopyKind.REWRITE, share_a, share_b, original, reason, cited)


def _is_retelling(found: Retelling) -> bool:
    in_order = len(found.pairs) >= IN_ORDER * found.matched
    return found.share >= TOLD and len(found.pairs) >= TOLD_SENTENCES and in_order


def _original(a: Annotation, b: Annotation, share_a: float, share_b: float) -> tuple[str | None, str]:
    """Return the article that the other derives from, where publication dates and containment say the same.

    A later text that the earlier one holds derives from it; a later one that holds more may have another origin.
    """
    first, second = a.article.published, b.article.published
    if not first or not second:
        return None, "direction unknown: no date of publication"
    if first == second:
        return None, "direction unknown: published on one day"
    held, holding = (share_b, share_a) if first < second else (share_a, share_b)
    if held + 0.05 < holding:
        return None, "direction unknown: the later text is the fuller one"
    return (a if first < second else b).article.id, "dates and containment agree on the direction"


def _runs(x: Text, y: Text, shared: set[tuple[str, ...]]) -> list[tuple[int, int, int]]:
    """Return the runs of words that both have: where they begin in each, and their length in words."""
    runs, end = [], 0
    for i, gram in sorted((x.fives[g], g) for g in shared):
        if i < end:
            continue
        j, length = y.fives[gram], 5
        while x.word(i + length) and x.word(i + length) == y.word(j + length):
            length += 1
        runs.append((i, j, length))
        end = i + length - 4
    return runs


def _places(text: Text, runs: Sequence[tuple[int, int]]) -> list[Span]:
    whole = text.annotation.article.text
    return [Span.of(whole, text.places[i][0], text.places[i + n - 1][1]) for i, n in runs]


def _opening(annotation: Annotation) -> Span:
    sentences = [s.span for s in annotation.sentences if not s.heading] or [s.span for s in annotation.sentences]
    return sentences[0] if sentences else Span.of(annotation.article.text, 0, len(annotation.article.text))


def _cite(annotation: Annotation, spans: Sequence[Span]) -> Citation:
    kept = tuple(sorted(set(spans)))
    at = bisect_right(annotation.sentences, kept[0].start, key=lambda s: s.span.start) - 1
    return Citation(annotation.article.id, max(at, 0), kept)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
