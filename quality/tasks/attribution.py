"""Attributions: source, cue and content spans of each, as ``scorers.attribution`` reads them.

PolNeAR and GUM are flat: what is said within what somebody says is seldom marked there. So ``predict`` leaves out
attributions that lie in another's content (those with a parent). The story of task ``korea`` has them marked:
``attributions`` keeps them.

Both corpora also count the complementiser as part of what is said ("said [that it rained]"), which sayso's contents and
the gold of task ``korea`` leave out. ``predict`` puts it back: a difference of convention, not of reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sayso.model import Annotation, Attribution, Span

Spans = dict[str, list[list[int]]]
THAT = re.compile(r"\bthat,?\s+$")
REACH = 8  # characters before a content in which its complementiser stands


def predict(row: dict[str, Any], annotation: Annotation) -> dict[str, Any]:
    """Return ``{"doc_id", "attributions": [{"source", "cue", "content"}]}``, each a list of [start, end]."""
    return _predicted(row, annotation, [a for a in annotation.attributions if a.parent is None])


def predict_nested(row: dict[str, Any], annotation: Annotation) -> dict[str, Any]:
    """Return the same with what is said within what somebody says, for data in which that is marked."""
    return _predicted(row, annotation, annotation.attributions)


def _predicted(row: dict[str, Any], annotation: Annotation, chosen: Iterable[Attribution]) -> dict[str, Any]:
    found = _rows(chosen)
    for one in found:
        one["content"] = [[_with_that(annotation.article.text, start), end] for start, end in one["content"]]
    return {"doc_id": row["doc_id"], "attributions": found}


def _with_that(text: str, start: int) -> int:
    before = THAT.search(text, max(0, start - REACH), start)
    return before.start() if before else start


def attributions(annotation: Annotation) -> list[Spans]:
    """Return the spans of every attribution, in the order of the text."""
    return _rows(annotation.attributions)


def _rows(found: Iterable[Attribution]) -> list[Spans]:
    return [{"source": pairs(a.source), "cue": pairs(a.cue), "content": pairs(a.content)} for a in found]


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as [start, end]."""
    return [[s.start, s.end] for s in spans]
