"""Read JSON lines: one row, one article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from sayso.gather.draft import Draft
from sayso.gather.fields import draft_of, fields_of
from sayso.model import Skipped

ADVICE = 'one JSON object a line, with its text under "text"'


def read(text: str) -> Iterator[Draft | Skipped]:
    """Yield the article of each row; a row that is none is named by its line number (from 1)."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _row(line, number)


def _row(line: str, number: int) -> Draft | Skipped:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Skipped(str(number), "not JSON", ADVICE)
    if not isinstance(row, dict):
        return Skipped(str(number), "not a JSON object", ADVICE)
    body = fields_of(row).get("text")
    if not isinstance(body, str):
        return Skipped(str(number), "no text", ADVICE)
    return replace(draft_of(row, body), row=number)
