"""Read the project's own training texts: articles with ``<s1>source</s1> <q1>cue</q1> <c1>content</c1>`` in them.

``python -m training.attribution.texts`` writes those that are kept out of training to quality/held_out.jsonl, in the
shape of the evaluation data, so that ``make quality`` measures on them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from sayso.errors import SaysoError

Row = dict[str, Any]
HERE = Path(__file__).parent.parent / "texts"
TAG = re.compile(r"<(/?)([sqc])(\d+)>")
THAT = re.compile(r"that\s+$")
NAMES = {"s": "source", "q": "cue", "c": "content"}
HELD_OUT = 5  # one article in so many
MEASURED = HERE.parent.parent / "quality" / "held_out.jsonl"


class MarkUpError(SaysoError):
    """Tags that do not open and close in turn, or an attribution without cue or content."""


def read_texts(folder: Path = HERE, that: bool = True) -> list[Row]:
    """Return the texts below ``folder`` as rows of the evaluation data's shape, in the order of their names.

    ``that``: the complementiser before a content counts as part of it, as in PolNeAR; the texts leave it out.

    Raises:
        MarkUpError: FILE: what is wrong with its tags.
    """
    return [read_text(p, that) for p in sorted(folder.rglob("*.txt"))]


def read_text(path: Path, that: bool = True) -> Row:
    """Return one text as a row: ``doc_id``, ``text`` without the tags, ``attributions``."""
    marked = path.read_text(encoding="utf-8")
    text, spans = _untag(marked, path.name)
    attributions = []
    for number in sorted({n for _, n in spans}):
        given = {name: [list(s) for s in sorted(spans.get((letter, number), []))] for letter, name in NAMES.items()}
        if len(given["cue"]) != 1 or not given["content"]:
            raise MarkUpError(f"{path.name}: attribution {number} needs one cue and a content")
        if that:
            given["content"] = [[_with_that(text, s), e] for s, e in given["content"]]
        attributions.append({"id": number, **given})
    return {"doc_id": f"{path.parent.name}/{path.stem}", "text": text, "attributions": attributions}


def is_held_out(doc_id: str) -> bool:
    """Whether a text is kept out of training, by the hash of its name."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % HELD_OUT == 0


def held_out() -> str:
    """Return the texts that are kept out of training as JSON lines."""
    rows = (r for r in read_texts() if is_held_out(r["doc_id"]))
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)


def _untag(marked: str, name: str) -> tuple[str, dict[tuple[str, int], list[tuple[int, int]]]]:
    parts: list[str] = []
    spans: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    open_: list[tuple[str, int, int]] = []
    at = length = 0
    for tag in TAG.finditer(marked):
        parts.append(marked[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        closes, letter, number = tag[1], tag[2], int(tag[3])
        if not closes:
            open_.append((letter, number, length))
        elif not open_ or open_[-1][:2] != (letter, number):
            raise MarkUpError(f"{name}: {tag[0]} closes what is not open there")
        else:
            spans[letter, number].append((open_.pop()[2], length))
    if open_:
        raise MarkUpError(f"{name}: <{open_[-1][0]}{open_[-1][1]}> is not closed")
    return "".join(parts) + marked[at:], spans


def _with_that(text: str, start: int) -> int:
    found = THAT.search(text, max(0, start - 8), start)
    return found.start() if found else start


if __name__ == "__main__":
    MEASURED.write_text(held_out(), encoding="utf-8")
