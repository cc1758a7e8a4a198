"""The words by which claims are compared in meaning: once with names for the pronouns, once without any name.

With names alone, all that is said of one firm lies together; without any, "it would close" says the same of any firm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from sayso.compare.scene import Scene
from sayso.meaning import Array
from sayso.model import Annotation, Claim, Span

TOPIC = 0.25  # cosine of two claims of one story, on the mean
FEW = 20  # claims of which half of what they share is taken for the story's topic
GENERAL = {
    "person": "someone",
    "organisation": "the organisation",
    "state": "the country",
    "force": "the soldiers",
    "group": "the group",
    "place": "the place",
}


def with_names(scene: Scene, annotation: Annotation, claim: Claim) -> str:
    """Return the claim's words with names for its pronouns, so that "it knew" lies near "the firm was told"."""
    meant = {
        span: scene.actor_name(annotation.article.id, actor)
        for actor, kind, span in _mentions(annotation, claim)
        if kind == "pronoun"
    }
    return _put(annotation.article.text, claim, meant)


def without_names(annotation: Annotation, claim: Claim) -> str:
    """Return the claim's words with the kind of actor in the place of each actor, so that what is done is left."""
    meant = {
        span: GENERAL.get(annotation.actors[actor].type, "it")
        for actor, kind, span in _mentions(annotation, claim)
        if kind != "adjectival"
    }
    return _put(annotation.article.text, claim, meant)


def _mentions(annotation: Annotation, claim: Claim) -> Iterator[tuple[int, str, Span]]:
    for actor in claim.actors:
        for mention in annotation.actors[actor].mentions:
            if any(span.covers(mention.span) for span in claim.spans):
                yield actor, mention.kind, mention.span


def _put(text: str, claim: Claim, meant: Mapping[Span, str]) -> str:
    parts: list[str] = []
    for span in claim.spans:
        at = span.start
        for place in sorted(meant):
            if span.covers(place) and place.start >= at:
                parts += [text[at : place.start], meant[place]]
                at = place.end
        parts += [text[at : span.end], " "]
    return " ".join("".join(parts).split())


def apart(known: Mapping[str, Array]) -> Mapping[str, Array]:
    """Take out of each vector what all claims of the story share: that is its topic, and tells no two claims apart.

    The more claims there are, the surer it is what they share (all-but-the-top, Mu & Viswanath 2018, with shrinkage).
    """
    if not known:
        return {}
    words = sorted(known)
    stacked = np.stack([known[w] for w in words]).astype(np.float64)
    left = stacked - stacked.mean(axis=0) * len(words) / (len(words) + FEW)
    scaled = (left / np.maximum(np.linalg.norm(left, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return dict(zip(words, scaled, strict=True))


def left_in(claims: int) -> float:
    """Return the cosine that two claims have for their topic alone, which so few claims do not let one take out."""
    return TOPIC * (FEW / (claims + FEW)) ** 2
