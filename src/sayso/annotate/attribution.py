"""Read who says what."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Annotation, Attribution


def read_attributions(doc: Doc, annotation: Annotation) -> tuple[Attribution, ...]:
    """Return who says what, in the order of the text."""
    return ()
