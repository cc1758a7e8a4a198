"""Statements of quantity without a number: "some", "many", "an uptick in", "far more"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from sayso.model import Annotation, Figure


def find_vague(doc: Doc, annotation: Annotation) -> Iterator[Figure]:
    """Yield the vague and comparative figures in the order of the text."""
    yield from ()
