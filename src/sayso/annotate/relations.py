"""Read how actors stand toward each other."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Annotation, Relation


def read_relations(doc: Doc, annotation: Annotation) -> tuple[Relation, ...]:
    """Return how actors stand toward each other, in the order of the text."""
    return ()
