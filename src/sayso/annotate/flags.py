"""Read what a reader should be warned of."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Annotation, Flag


def read_flags(doc: Doc, annotation: Annotation) -> tuple[Flag, ...]:
    """Return what a reader should be warned of, in the order of the text."""
    return ()
