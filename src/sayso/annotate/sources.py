"""What kind of source stands behind a content."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import SourceType


def source_type(doc: Doc, text: str, source: tuple[tuple[int, int], ...], rule: str) -> tuple[SourceType, str]:
    """Return the type and subtype of a source."""
    return (SourceType.UNNAMED, "") if source else (SourceType.NONE, "")
