"""Read what is said: a claim for every attribution that says something, and those that the outlet makes itself."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.annotate.claims.asides import Asides
from sayso.annotate.claims.attributed import Attributed
from sayso.model import Annotation, Claim

__all__ = ["read_claims"]


class _Reader(Attributed, Asides):
    """Reads claims of every kind."""


def read_claims(doc: Doc, annotation: Annotation) -> tuple[Claim, ...]:
    """Return the claims in the order of the text."""
    reader = _Reader(doc, annotation)
    empty = {a.id for a in annotation.attributions if reader.only_cites(a)} | reader.untold
    attributed = (c for c in reader.agreeing(reader.attributed()) if c.attribution not in empty)
    claims = [*attributed, *reader.put_down(), *reader.own_voice()]
    claims += reader.asides(claims)
    claims.sort(key=lambda c: (c.spans[0].start, -1 if c.attribution is None else c.attribution))
    return tuple(replace(c, id=n) for n, c in enumerate(claims))
