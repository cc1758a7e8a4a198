"""Real articles to compare engines on."""

from __future__ import annotations

import gzip
import json
import os
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path

from sayso.gather import gather
from sayso.model import Article

ROOT = Path(__file__).parent.parent.parent
BULK = Path(os.environ.get("SAYSO_EVAL") or ROOT.parent / "shared" / "eval") / "bulk" / "abp.jsonl.gz"
STORIES = ("reservoir", "truce")
SAMPLE = 200


@lru_cache(maxsize=1)
def examples() -> tuple[Article, ...]:
    """Return the articles of the example stories."""
    return gather([ROOT / "examples" / name for name in STORIES]).articles


@lru_cache(maxsize=1)
def bulk() -> tuple[Article, ...]:
    """Return articles of an archive, none where the evaluation data are not beside the checkout."""
    if not BULK.is_file():
        return ()
    with gzip.open(BULK, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in islice(stream, SAMPLE)]
    return tuple(
        Article.make(row["text"], row["doc_id"], title=row["title"], outlet=row["outlet"], published=_day(row))
        for row in rows
    )


def _day(row: dict[str, str | None]) -> date | None:
    published = row["published"]
    return date.fromisoformat(published[:10]) if published else None
