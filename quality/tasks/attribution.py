"""Attributions: source, cue and content spans of each, as ``scorers.attribution`` reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.model import Annotation, Span


def predict(row: dict[str, Any], annotation: Annotation) -> dict[str, Any]:
    """Return ``{"doc_id", "attributions": [{"source", "cue", "content"}]}``, each a list of [start, end]."""
    return {"doc_id": row["doc_id"], "attributions": attributions(annotation)}


def attributions(annotation: Annotation) -> list[dict[str, list[list[int]]]]:
    """Return the spans of every attribution, in the order of the text."""
    return [
        {"source": pairs(a.source), "cue": pairs(a.cue), "content": pairs(a.content)} for a in annotation.attributions
    ]


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as [start, end]."""
    return [[s.start, s.end] for s in spans]
