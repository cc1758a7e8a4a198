"""The gold of relations: of articles of ``bulk/`` in the evaluation data, who stands how toward whom.

``gold.jsonl`` holds offsets, names and a few words on each relation, never the articles' own; a row counts only where
the article's text still has its ``sha256``. A relation is ``sure`` where most careful readers would list it. Its kind
is "deed" (what one does to another), "words" (how one speaks of another), "tie" (a lasting bond) or "outlet" (how the
article speaks in its own words; ``source`` is null). Part "dev" was looked at while rules were made, "test" was not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quality.rows import Row, read_rows

GOLD = Path(__file__).with_name("gold.jsonl")


@dataclass(frozen=True)
class Graded:
    """An article (its row of the data) with the relations that are in it."""

    row: Row
    part: str
    relations: tuple[Row, ...]


def read_gold(data: Path) -> Iterator[Graded]:
    """Return the articles of the file ``data`` that are annotated."""
    rows = {str(row["doc_id"]): row for row in read_rows(data)}
    for given in read_rows(GOLD, needs_text=False):
        row = rows.get(given["doc_id"])
        if row and hashlib.sha256(row["text"].encode("utf-8")).hexdigest() == given["sha256"]:
            yield Graded(row, given["part"], tuple(given["relations"]))
