"""``python -m benchmarks.bulk bare|sayso FILE FIRST COUNT``: CPU seconds over COUNT articles of FILE.

The model is loaded and has parsed one text before the clock starts, so that only the work on the articles counts.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.bare import load, parse
from sayso.annotate import annotate, annotate_all
from sayso.model import Article

WARM = "Officials said on Monday that 12 people had been hurt."


def texts(path: Path, first: int, count: int) -> list[str]:
    """Return the ``text`` of ``count`` rows of a .jsonl or .jsonl.gz file, from row ``first`` (0 is the first)."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line)["text"] for line in islice(handle, first, first + count)]


def bare(given: list[str]) -> float:
    """Return the CPU seconds that spaCy alone takes."""
    nlp = load()
    parse(nlp, [WARM])
    return _clocked(lambda: parse(nlp, given))


def sayso(given: list[str]) -> float:
    """Return the CPU seconds that annotating takes, parsing included."""
    articles = [Article.make(text, str(n)) for n, text in enumerate(given)]
    annotate(Article.make(WARM, "warm"))
    return _clocked(lambda: sum(len(a.sentences) for a in annotate_all(articles)))


def _clocked(work: Callable[[], int]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    what, file, at, number = sys.argv[1:]
    print({"bare": bare, "sayso": sayso}[what](texts(Path(file), int(at), int(number))))
