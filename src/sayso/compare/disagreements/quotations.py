"""The same quoted words in two speakers' mouths."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from sayso.compare.disagreements.sides import claim_side
from sayso.compare.scene import Scene
from sayso.model import Annotation, Claim, ClaimRef, Disagreement, any_overlap

QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
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


def _carries(annotation: Annotation, claim: Claim) -> bool:
    """Whether the claim only passes on what another says inside it ("the paper reports that she said …")."""
    inner = (a for a in annotation.attributions if a.parent == claim.attribution)
    return any(any_overlap(a.content, claim.spans) for a in inner)


def _apart(speakers: Iterable[list[ClaimRef]]) -> bool:
    """Whether each speaker is heard in an article where no other is."""
    heard = [{ref.article for ref in refs} for refs in speakers]
    return all(not a & b for a, b in combinations(heard, 2))
