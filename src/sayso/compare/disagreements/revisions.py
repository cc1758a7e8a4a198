"""What a text itself tells as changed: "A week ago it had seen no reason to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.compare.disagreements.sides import claim_sides
from sayso.compare.matching import Item
from sayso.compare.scene import Scene
from sayso.data.loading import toml
from sayso.model import Account, Annotation, Disagreement


def told_revisions(scene: Scene, claims: Sequence[Item], accounts: Sequence[Account]) -> Iterator[Disagreement]:
    """Set what the sentence before says against what was said before that, by the text's own word."""
    for annotation in scene.annotations:
        article = annotation.article.id
        for sentence in annotation.sentences[1:]:
            if not _tells_of_before(sentence.span.text) or not _one_paragraph(annotation, sentence.id):
                continue
            then = _of(claims, article, sentence.id)
            now = _of(claims, article, sentence.id - 1)
            if then and now:
                sides = claim_sides(scene, accounts, [i.ref for i in then], [i.ref for i in now])
                topic = ", ".join(now[0].claim.terms[:4])
                yield Disagreement(0, "update", topic, sides, "by the text's own word it was otherwise before", 5.0)


def _of(claims: Sequence[Item], article: str, sentence: int) -> list[Item]:
    """Return the claims of a sentence, the fullest first."""
    found = [c for c in claims if c.ref.article == article and c.claim.sentence == sentence]
    return sorted(found, key=lambda c: (-len(c.terms), c.ref))


def _one_paragraph(annotation: Annotation, sentence: int) -> bool:
    here, before = annotation.sentences[sentence], annotation.sentences[sentence - 1]
    return here.paragraph == before.paragraph and not before.heading


def _tells_of_before(words: str) -> bool:
    return bool(_pattern().search(words.casefold().replace("’", "'")))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in toml("clauses")["before"]))
