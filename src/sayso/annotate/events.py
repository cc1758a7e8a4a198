"""Read who does what to whom."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Annotation, Event


def read_events(doc: Doc, annotation: Annotation) -> tuple[Event, ...]:
    """Return who does what to whom, in the order of the text."""
    return ()
