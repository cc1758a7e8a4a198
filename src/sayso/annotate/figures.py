"""Read quantities."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Annotation, Figure


def read_figures(doc: Doc, annotation: Annotation) -> tuple[Figure, ...]:
    """Return quantities, in the order of the text."""
    return ()
