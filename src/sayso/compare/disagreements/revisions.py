"""What a text itself tells as changed: "A week ago it had seen no reason to …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.compare.disagreements.sides import Same, claim_sides
from sayso.compare.matching import Item
from sayso.compare.scene import Scene
from sayso.data.loading import toml
from sayso.model import Annotation, Disagreement


def told_revisions(scene: Scene, claims: Sequence[Item], same: Same) -> Iterator[Disagreement]:
    """Set what the sentence before says against what was said before that, by the text's own word."""
    told: dict[tuple[str, int], list[Item]] = defaultdict(list)
    for item in sorted(claims, key=lambda c: (-len(c.terms), c.ref)):
        told[item.ref.article, item.claim.sentence].append(item)
    for annotation in scene.annotations:
        article = annotation.article.id
        for sentence in annotation.sentences[1:]:
            if not _tells_of_before(sentence.span.text) or not _one_paragraph(annotation, sentence.id):
                continue
            then, now = told.get((article, sentence.id)), told.get((article, sentence.id - 1))
            if then and now:
                sides = claim_sides(scene, same, [i.ref for i in then], [i.ref for i in now])
                topic = ", ".join(now[0].claim.terms[:4])
                yield Disagreement(0, "update", topic, sides, "by the text's own word it was otherwise before", 5.0)


def own_corrections(scene: Scene, claims: Sequence[Item], same: Same) -> Iterator[Disagreement]:
    """Set what an outlet says that it got wrong against what it puts in its place, in the next sentence or the same."""
    for annotation in scene.annotations:
        article = annotation.article.id
        own = [c for c in claims if c.ref.article == article]
        for sentence in annotation.sentences:
            if not is_own_correction(sentence.span.text):
                continue
            wrong = [c for c in own if c.claim.sentence == sentence.id and c.claim.attribution is not None]
            right = [c for c in own if c.claim.sentence == sentence.id + 1]
            if wrong and right:
                sides = claim_sides(scene, same, [c.ref for c in wrong], [c.ref for c in right])
                topic = ", ".join(wrong[0].claim.terms[:4])
                yield Disagreement(0, "update", topic, sides, "the outlet corrects what it had printed", 5.5)


def is_own_correction(words: str) -> bool:
    """Whether a sentence says what the outlet itself had got wrong."""
    return bool(_pattern("corrections").search(_plain(words)))


def _plain(words: str) -> str:
    return words.casefold().replace("’", "'")


def _one_paragraph(annotation: Annotation, sentence: int) -> bool:
    here, before = annotation.sentences[sentence], annotation.sentences[sentence - 1]
    return here.paragraph == before.paragraph and not before.heading


def _tells_of_before(words: str) -> bool:
    return bool(_pattern("before").search(_plain(words)))


@lru_cache(maxsize=2)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in toml("clauses")[name]))
