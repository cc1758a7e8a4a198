"""Attributions: source, cue and content spans of each, as ``scorers.attribution`` reads them.

PolNeAR and GUM are flat: what is said within what somebody says is seldom marked there. So ``predict`` leaves out
attributions that lie in another's content (those with a parent). The story of task ``korea`` has them marked:
``attributions`` keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.model import Annotation, Attribution, Span

Spans = dict[str, list[list[int]]]


def predict(row: dict[str, Any], annotation: Annotation) -> dict[str, Any]:
    """Return ``{"doc_id", "attributions": [{"source", "cue", "content"}]}``, each a list of [start, end]."""
    return {"doc_id": row["doc_id"], "attributions": _rows(a for a in annotation.attributions if a.parent is None)}


def attributions(annotation: Annotation) -> list[Spans]:
    """Return the spans of every attribution, in the order of the text."""
    return _rows(annotation.attributions)


def _rows(found: Iterable[Attribution]) -> list[Spans]:
    return [{"source": pairs(a.source), "cue": pairs(a.cue), "content": pairs(a.content)} for a in found]


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as [start, end]."""
    return [[s.start, s.end] for s in spans]
