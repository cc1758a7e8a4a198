"""The archive that the growth is measured on, annotated once and kept in an ignored folder.

``python -m benchmarks.archive PART`` annotates one part. What is kept is known by a digest of all that an annotation
depends on, so that a change of the readers, their data or the articles makes a new one.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from benchmarks.paired import PROJECT, run
from quality.rows import article_of, read_rows
from sayso.annotate import annotate_all
from sayso.model import Annotation, Article

KEPT = PROJECT / ".benchmarks"
PART = 250  # articles of a part
AT_ONCE = 2  # parts that are annotated at the same time
# What an annotation depends on, beside the articles and the parser.
CODE = ("annotate", "data", "model")


def articles(source: Path) -> list[Article]:
    """Return the articles of a file in the order of their days: the first n are the archive as it once was."""
    found = (article_of(row) for row in read_rows(source))
    return sorted(found, key=lambda a: (a.published.isoformat() if a.published else "9999", a.id))


def annotated(source: Path, count: int) -> Iterator[Annotation]:
    """Read the first ``count`` annotations of the archive, part by part; ``prepare`` must have made them."""
    for number in range(0, count, PART):
        part = pickle.loads(_place(source, number).read_bytes())
        yield from part[: count - number]


def prepare(source: Path, most: int = 0) -> int:
    """Annotate the first ``most`` articles (0: all) where they are not kept yet; return their number.

    Raises:
        SaysoError: one of the processes ended with an error.

    """
    count = min(len(articles(source)), most or sys.maxsize)
    missing = [n for n in range(0, count, PART) if not _place(source, n).exists()]
    if missing:
        print(f"annotating {count:,} articles once, kept in {KEPT.name}/", file=sys.stderr)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        command = [sys.executable, "-m", "benchmarks.archive", str(source)]
        list(pool.map(lambda n: run([*command, str(n)]), missing))
    return count


def keep(source: Path, first: int) -> None:
    """Annotate the part that begins at ``first`` by the rules and write it down, whole or not at all."""
    part: Sequence[Annotation] = list(annotate_all(articles(source)[first : first + PART], fast=True))
    place = _place(source, first)
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(".part")
    unfinished.write_bytes(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
    unfinished.replace(place)


def _place(source: Path, first: int) -> Path:
    return KEPT / _digest(source) / f"{first:06}.pickle"


@lru_cache(maxsize=1)
def _digest(source: Path) -> str:
    """Return what tells one making of the annotations from another."""
    made = hashlib.sha256(f"{version('spacy')} {sys.version_info[:2]} {PART}".encode())
    code = (file for name in CODE for file in sorted((PROJECT / "src" / "sayso" / name).rglob("*")))
    for file in (source, *code):
        if file.is_file() and file.suffix != ".pyc":
            made.update(hashlib.sha256(file.read_bytes()).digest())
    return made.hexdigest()[:16]


if __name__ == "__main__":
    keep(Path(sys.argv[1]), int(sys.argv[2]))
