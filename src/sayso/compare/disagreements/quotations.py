"""The same quoted words in two speakers' mouths."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from sayso.compare.disagreements.sides import claim_side, one_voice
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
    whole = [(ref, words) for ref, claim, a in _quoting(scene) for words in QUOTED.findall(_text(a, claim))]
    for ref, short in whole:
        plain = _plain(short)
        for other, words in whole:
            long, same = _plain(words), one_voice(scene, ref, other)
            if ref.article == other.article or not same or plain.count(" ") < LEAST - 1 or plain not in long:
                continue
            lost = (*long.partition(plain)[0].split()[-REST:], *long.partition(plain)[2].split()[:REST])
            turning = next((w for w in lost if w in _turning()), None)
            if turning:
                sides = (claim_side(scene, [other]), claim_side(scene, [ref]))
                reason = f"the quotation is cut: one side leaves out “{turning} …”"
                yield Disagreement(0, "quotation", plain, sides, reason, 5.5)
                break


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


def _carries(annotation: Annotation, claim: Claim) -> bool:
    """Whether the claim only passes on what another says inside it ("the paper reports that she said …")."""
    inner = (a for a in annotation.attributions if a.parent == claim.attribution)
    return any(any_overlap(a.content, claim.spans) for a in inner)


def _apart(speakers: Iterable[list[ClaimRef]]) -> bool:
    """Whether each speaker is heard in an article where no other is."""
    heard = [{ref.article for ref in refs} for refs in speakers]
    return all(not a & b for a, b in combinations(heard, 2))
