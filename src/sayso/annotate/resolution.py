"""Who is meant by the source of an attribution."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Annotation, Span


def resolve(doc: Doc, annotation: Annotation, source: tuple[Span, ...]) -> tuple[int, ...]:
    """Return the ids in ``annotation.actors`` of who is meant by ``source``; empty where nobody can be told."""
    met = [
        (m.span.start, a.id)
        for a in annotation.actors
        for m in a.mentions
        if any(s.overlaps(m.span) for s in source)
    ]
    return tuple(dict.fromkeys(number for _, number in sorted(met)))
