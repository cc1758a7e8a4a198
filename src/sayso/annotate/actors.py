"""Read actors and their mentions."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Annotation, Actor


def read_actors(doc: Doc, annotation: Annotation) -> tuple[Actor, ...]:
    """Return actors and their mentions, in the order of the text."""
    return ()
