"""Time expressions: span, TIMEX3 type and value of each, as ``scorers.times`` reads them."""

from __future__ import annotations

from typing import Any

from sayso.model import Annotation


def predict(row: dict[str, Any], annotation: Annotation) -> dict[str, Any]:
    """Return ``{"doc_id", "timexes": [{"start", "end", "type", "value"}]}``."""
    return {
        "doc_id": row["doc_id"],
        "timexes": [
            {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in annotation.times
        ],
    }
