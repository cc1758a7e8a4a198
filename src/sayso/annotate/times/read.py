"""Read time expressions."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Annotation, Time


def read_times(doc: Doc, annotation: Annotation) -> tuple[Time, ...]:
    """Return time expressions, in the order of the text."""
    return ()
