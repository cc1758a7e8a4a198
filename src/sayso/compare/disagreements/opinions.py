"""Who disagrees by the text's own word: "X takes another view", set against whoever was quoted before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.compare.disagreements.sides import claim_side
from sayso.compare.matching import Item
from sayso.compare.scene import Scene
from sayso.data.loading import toml
from sayso.model import Annotation, Disagreement, Sentence, any_overlap

BACK = 4  # sentences back in which the other view was given
ON = 1  # sentences after in which the own view follows


def told_apart(scene: Scene, claims: Sequence[Item]) -> Iterator[Disagreement]:
    """Set what one source says against what another said before, where the text says that the one disagrees."""
    for annotation in scene.annotations:
        own = [c for c in claims if c.ref.article == annotation.article.id and c.claim.attribution is not None]
        for sentence in annotation.sentences if own else ():
            if _pattern().search(sentence.span.text.casefold().replace("’", "'")):
                yield from _opposed(scene, annotation, sentence, own)


def _opposed(scene: Scene, annotation: Annotation, sentence: Sentence, own: Sequence[Item]) -> Iterator[Disagreement]:
    said = [c for c in own if 0 <= c.claim.sentence - sentence.id <= ON]
    before = [c for c in own if 0 < sentence.id - c.claim.sentence <= BACK]
    who = {a.id for a in annotation.actors if any(sentence.span.covers(m.span) for m in a.mentions)}
    other = [
        c for c in before if not _is_of(annotation, c, who) and not any(scene.one_voice(c.ref, s.ref) for s in said)
    ]
    if said and other:
        last = max(other, key=lambda c: (c.claim.sentence, c.claim.spans[0].start))
        same = [
            c for c in other if scene.one_voice(c.ref, last.ref) and not any_overlap(c.claim.spans, last.claim.spans)
        ]
        sides = (claim_side(scene, [last.ref, *(c.ref for c in same)]), claim_side(scene, [c.ref for c in said]))
        topic = ", ".join(last.claim.terms[:4])
        yield Disagreement(0, "assessment", topic, sides, "by the text's own word one disagrees with the other", 4.5)


def _is_of(annotation: Annotation, item: Item, who: set[int]) -> bool:
    number = item.claim.attribution
    return number is not None and bool(set(annotation.attributions[number].actors) & who)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in toml("clauses")["disagreeing"]))
