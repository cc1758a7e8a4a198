"""Read what is said, with certainty and polarity."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Annotation, Claim


def read_claims(doc: Doc, annotation: Annotation) -> tuple[Claim, ...]:
    """Return what is said, with certainty and polarity, in the order of the text."""
    return ()
