"""``python -m benchmarks.bulk CONTESTANT FILE FIRST COUNT``: CPU seconds over COUNT articles of FILE, and their words.

CONTESTANT is a module of ``benchmarks.contestants``. Its models are loaded and it has read one text before the clock
starts, so that only the work on the articles counts.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.contestants import ready

WARM = "Officials said on Monday that 12 people had been hurt."


def texts(path: Path, first: int, count: int) -> list[str]:
    """Return the ``text`` of ``count`` rows of a .jsonl or .jsonl.gz file, from row ``first`` (0 is the first)."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line)["text"] for line in islice(handle, first, first + count)]


def words(given: list[str]) -> int:
    """Return how many words the texts have: what stands between blanks."""
    return sum(len(text.split()) for text in given)


def clocked(contestant: str, given: list[str]) -> float:
    """Return the CPU seconds that the contestant takes over the texts."""
    work = ready(contestant)
    work([WARM])
    start = time.process_time()
    work(given)
    return time.process_time() - start


if __name__ == "__main__":
    name, file, at, number = sys.argv[1:]
    part = texts(Path(file), int(at), int(number))
    print(clocked(name, part), words(part))
