"""The same quoted words in two speakers' mouths."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from sayso.compare.disagreements.sides import claim_side
from sayso.compare.scene import Scene
from sayso.data.loading import toml
from sayso.model import Annotation, Claim, ClaimRef, Disagreement, any_overlap

QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
REST = 3  # words right after or before the cut in which the turn must stand
LEAST = 4  # words that a quotation must have to be told from a turn of phrase


def other_speakers(scene: Scene) -> Iterator[Disagreement]:
    """Return quotations that stand with different named speakers."""
    heard: dict[str, dict[str, list[ClaimRef]]] = defaultdict(lambda: defaultdict(list))
    for ref, claim, annotation in scene.claims():
        if claim.attribution is None or _carries(annotation, claim) or scene.muted(ref.article, claim.spans):
            continue
        keys = sorted(w.key for w in scene.who(ref.article, claim.attribution) if w.key)
        for words in QUOTED.findall(annotation.article.text[claim.spans[0].start : claim.spans[-1].end]):
            plain = " ".join(re.findall(r"\w+", words.casefold()))
            if keys and plain.count(" ") >= LEAST - 1:
                heard[plain][keys[0]].append(ref)
    for words, speakers in sorted(heard.items()):
        if len(speakers) > 1 and _apart(speakers.values()):
            sides = tuple(claim_side(scene, speakers[key]) for key in sorted(speakers))
            yield Disagreement(0, "quotation", words, sides, "the same words are given to other speakers", 5.0)


def cut_quotations(scene: Scene) -> Iterator[Disagreement]:
    """Return quotations that stand whole in one article and in another without a part that turns what they mean."""
    spoken: dict[str, list[tuple[ClaimRef, str]]] = defaultdict(list)
    for ref, claim, annotation in _quoting(scene):
        keys = sorted(w.key for w in scene.who(ref.article, claim.attribution) if w.key)
        for words in QUOTED.findall(_text(annotation, claim)) if keys else ():
            spoken[keys[0]].append((ref, _plain(words)))
    for key in sorted(spoken):
        for ref, short in spoken[key]:
            cut = next((c for other, long in spoken[key] if (c := _turning_cut(ref, short, other, long))), None)
            if cut:
                sides = (claim_side(scene, [cut[0]]), claim_side(scene, [ref]))
                reason = f"the quotation is cut: one side leaves out “{cut[1]} …”"
                yield Disagreement(0, "quotation", short, sides, reason, 5.5)


def _turning_cut(ref: ClaimRef, short: str, other: ClaimRef, long: str) -> tuple[ClaimRef, str] | None:
    """Return where a quotation stands whole, with the word that was cut off and turns it; None where it is not cut."""
    if ref.article == other.article or short.count(" ") < LEAST - 1:
        return None
    if short in long:
        before, _, after = long.partition(short)
        lost = (*before.split()[-REST:], *after.split()[:REST])
        return next(((other, word) for word in lost if word in _turning()), None)
    return next(((other, word) for word in _conditions_lost(short.split(), long.split())), None)


def _conditions_lost(short: list[str], long: list[str]) -> Iterator[str]:
    """Go through the words for a condition that stand before what both end in ("if they did this, they will pay")."""
    if set(short) & _conditions():
        return
    for left_out in range(REST):  # the subject may be another: "it will pay", "Dorhan will pay"
        end = short[left_out:]
        if len(end) >= LEAST and (start := _place(end, long)) is not None:
            yield from (word for word in long[:start] if word in _conditions())
            return


def _place(part: list[str], whole: list[str]) -> int | None:
    return next((k for k in range(len(whole) - len(part) + 1) if whole[k : k + len(part)] == part), None)


def _quoting(scene: Scene) -> Iterator[tuple[ClaimRef, Claim, Annotation]]:
    for ref, claim, annotation in scene.claims():
        if claim.attribution is not None and not scene.muted(ref.article, claim.spans):
            yield ref, claim, annotation


def _text(annotation: Annotation, claim: Claim) -> str:
    return annotation.article.text[claim.spans[0].start : claim.spans[-1].end]


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


@lru_cache(maxsize=1)
def _turning() -> frozenset[str]:
    return frozenset(toml("clauses")["turning"].split())


@lru_cache(maxsize=1)
def _conditions() -> frozenset[str]:
    return frozenset(toml("clauses")["conditions"].split())


def _carries(annotation: Annotation, claim: Claim) -> bool:
    """Whether the claim only passes on what another says inside it ("the paper reports that she said …")."""
    inner = (a for a in annotation.attributions if a.parent == claim.attribution)
    return any(any_overlap(a.content, claim.spans) for a in inner)


def _apart(speakers: Iterable[list[ClaimRef]]) -> bool:
    """Whether each speaker is heard in an article where no other is."""
    heard = [{ref.article for ref in refs} for refs in speakers]
    return all(not a & b for a, b in combinations(heard, 2))
