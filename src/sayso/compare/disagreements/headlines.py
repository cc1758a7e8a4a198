"""A headline that says more than its own text does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.compare.disagreements.sides import claim_side
from sayso.compare.matching import Item, Match
from sayso.compare.scene import Scene, sentence_words
from sayso.data.loading import toml
from sayso.model import Certainty, Disagreement, Mode, Polarity

OPEN = (Mode.DENIED, Mode.ASKED)


def headline_gaps(scene: Scene, pairs: Sequence[Match]) -> Iterator[Disagreement]:
    """Return headlines that state what their text denies, leaves open, or has from unnamed sources only."""
    told: dict[Item, list[tuple[float, Item]]] = defaultdict(list)
    for match in pairs:
        for head, body in ((match.left, match.right), (match.right, match.left)):
            if head.ref.article == body.ref.article and _is_headline(scene, head) and not _is_heading(scene, body):
                told[head].append((match.score, body))
    for head, bodies in sorted(told.items(), key=lambda x: x[0].ref):
        firm = max((score for score, body in bodies if _is_firm(scene, body)), default=0.0)
        open_ones = [
            (score, body)
            for score, body in bodies
            if _is_left_open(scene, body) or (score > firm and _reason(scene, body))
        ]
        if open_ones:
            _, body = max(open_ones, key=lambda x: (x[0], x[1].ref))
            sides = (claim_side(scene, [head.ref]), claim_side(scene, [b.ref for _, b in open_ones], best=body.ref))
            topic = ", ".join(head.claim.terms[:4])
            yield Disagreement(0, "headline", topic, sides, _reason(scene, body), 5.0)


def _is_heading(scene: Scene, item: Item) -> bool:
    sentences = scene.by_article[item.ref.article].sentences
    return bool(sentences) and sentences[item.claim.sentence].heading


def _is_headline(scene: Scene, item: Item) -> bool:
    claim = item.claim
    plain = claim.mode is Mode.ASSERTED and claim.certainty is Certainty.CERTAIN
    sentences = scene.by_article[item.ref.article].sentences
    first = claim.sentence == 0 or (bool(sentences) and sentences[claim.sentence].paragraph == sentences[0].paragraph)
    return plain and claim.attribution is None and first and _is_heading(scene, item)


def _is_firm(scene: Scene, item: Item) -> bool:
    """Whether the text itself, or a source with a name, says so plainly."""
    claim = item.claim
    if claim.mode is not Mode.ASSERTED or claim.polarity is Polarity.NEGATIVE or _is_left_open(scene, item):
        return False
    return claim.attribution is None or not _is_unnamed(scene, item)


def _is_unnamed(scene: Scene, item: Item) -> bool:
    """Whether the sentence says that who tells it gives no name."""
    number = item.claim.attribution
    if number is None:
        return False
    sentence = sentence_words(scene.by_article[item.ref.article], item.claim.sentence).text
    return bool(_pattern("unnamed").search(sentence))


def _is_left_open(scene: Scene, item: Item) -> bool:
    sentence = sentence_words(scene.by_article[item.ref.article], item.claim.sentence).text
    return bool(_pattern("left_open").search(sentence.casefold().replace("’", "'")))


def _reason(scene: Scene, body: Item) -> str:
    if body.claim.mode in OPEN or body.claim.polarity is Polarity.NEGATIVE or _is_left_open(scene, body):
        return "the headline states what its own text denies or leaves open"
    return "the headline states what its text has from unnamed sources" if _is_unnamed(scene, body) else ""


@lru_cache(maxsize=4)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in toml("clauses")[name]))
