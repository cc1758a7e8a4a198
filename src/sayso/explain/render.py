"""Explanations as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.explain.explain import Explained
from sayso.explain.reason import Explanation, joined, quoted

FORMAT = "sayso-explain-1"
INDENT = 12


def to_text(explained: Explained) -> str:
    """Return the explanations a paragraph each; sentences count from 1, offsets as in the article's text."""
    span, article = explained.span, explained.article
    head = f"{article.name} {span.start}:{span.end} {quoted(span.text)}"
    blocks = ["\n".join(_block(e)) for e in explained.found]
    return "\n\n".join([head, *(blocks or ["Nothing was read here."])]) + "\n"


def _block(explanation: Explanation) -> Iterator[str]:
    where = ", ".join(f"{s.start}:{s.end}" for s in explanation.spans)
    place = f"({where}, sentence {explanation.sentence + 1})"
    yield f"{explanation.kind} [{explanation.id}] {joined(explanation.spans)} {place}"
    for reason in explanation.reasons:
        yield f"  {reason.about:<{INDENT}}{reason.says}"


def to_json(explained: Explained) -> str:
    """Return the same as one JSON object; spans are ``{"start", "end", "text"}``, sentences count from 0."""
    span, article = explained.span, explained.article
    made = {
        "format": FORMAT,
        "article": {"id": article.id, "name": article.name},
        "span": {"start": span.start, "end": span.end, "text": span.text},
        "found": [_row(e) for e in explained.found],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _row(explanation: Explanation) -> dict[str, Any]:
    return {
        "kind": explanation.kind,
        "id": explanation.id,
        "sentence": explanation.sentence,
        "spans": [{"start": s.start, "end": s.end, "text": s.text} for s in explanation.spans],
        "reasons": [{"about": r.about, "says": r.says} for r in explanation.reasons],
    }
