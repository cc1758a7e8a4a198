"""The gold of source resolution: of each source of an article, who is meant by it.

``gold.jsonl`` holds offsets and names for articles of ``bulk/`` in the evaluation data, never their words; a row
counts only where the article's text still has its ``sha256``. A folder of ``*.txt`` articles with annotations under
``gold/`` (as in ``korea/``) is read as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.rows import Row, read_rows

GOLD = Path(__file__).with_name("gold.jsonl")
PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "who", "which", "that", "his", "her", "their", "its"))
Pair = tuple[int, int]


@dataclass(frozen=True)
class Item:
    """One source: ``targets`` are mentions of who is meant, outside the source where there are any.

    ``means`` is None where the text leaves its source unnamed.
    """

    source: Pair
    means: str | None
    targets: tuple[Pair, ...]
    kind: str


@dataclass(frozen=True)
class Graded:
    """An article with its items; ``part`` is "dev" (rules may be made from it), "test" (only measured) or "all"."""

    doc_id: str
    text: str
    part: str
    items: tuple[Item, ...]


def read_gold(data: Path) -> list[Graded]:
    """Return the articles that are annotated: of the rows in the file, or of the folder, ``data``."""
    return list(_of_folder(data) if data.is_dir() else _of_rows(data))


def _of_rows(data: Path) -> Iterator[Graded]:
    texts = {str(row["doc_id"]): row["text"] for row in read_rows(data)}
    for row in read_rows(GOLD, needs_text=False):
        text = texts.get(row["doc_id"], "")
        if hashlib.sha256(text.encode("utf-8")).hexdigest() == row["sha256"]:
            yield Graded(row["doc_id"], text, row["part"], tuple(_item(i) for i in row["items"]))


def _item(given: Row) -> Item:
    source, mention = given["source"], given["mention"]
    targets = ((mention[0], mention[1]),) if mention else ()
    return Item((source[0], source[1]), given["means"], targets, given["kind"])


def _of_folder(data: Path) -> Iterator[Graded]:
    for path in sorted(data.glob("*.txt")):
        annotated = data / "gold" / f"{path.stem}.json"
        if annotated.exists():
            text = path.read_bytes().decode("utf-8")
            gold = json.loads(annotated.read_text(encoding="utf-8"))
            yield Graded(path.stem, text, "all", tuple(_sources(gold, text)))


def _sources(gold: dict[str, Any], text: str) -> Iterator[Item]:
    mentions = {a["actor"]: [(m["start"], m["end"]) for m in a["mentions"]] for a in gold["actors"]}
    for attribution in gold["attributions"]:
        for source in attribution["sources"]:
            span = source["span"]
            if span is not None:
                where = (span["start"], span["end"])
                unnamed = source["source_type"] == "unnamed"
                targets = () if unnamed else _elsewhere(where, mentions.get(source["actor"], ()))
                means = None if unnamed else source["canonical"]
                yield Item(where, means, targets, _kind(text[where[0] : where[1]], unnamed))


def _elsewhere(source: Pair, mentions: Iterable[Pair]) -> tuple[Pair, ...]:
    every = tuple(mentions)
    return tuple(m for m in every if not overlap(m, source)) or every


def _kind(words: str, unnamed: bool) -> str:
    if words.lower() in PRONOUNS:
        return "pronoun"
    return "unnamed" if unnamed else "role" if words.split()[-1].islower() else "name"


def overlap(left: Pair, right: Pair) -> bool:
    """Tell whether two spans share a character."""
    return left[0] < right[1] and right[0] < left[1]
