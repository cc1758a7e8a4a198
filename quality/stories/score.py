"""``python -m quality.stories.score BULK PRED``: B-cubed over the articles of ``gold.tsv``, printed as JSON.

As ``scorers.clustering``, but pairs of articles of which the gold says nothing (labels "a/b" and "a/c") are left out
of account. ``check`` are the articles that no weight was fitted on, ``tune`` the others.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.rows import read_rows

GOLD = Path(__file__).with_name("gold.tsv")


@dataclass(frozen=True)
class Label:
    """The story of an article, the affair that it belongs to, and the part of the gold."""

    story: str
    affair: str
    part: str

    def leaves_open(self, other: Label) -> bool:
        """Whether the gold does not say if the two are one story."""
        return self.story != other.story and bool(self.affair) and self.affair == other.affair


def read_gold() -> dict[str, Label]:
    """Return the label of each article, by doc_id."""
    rows = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return {doc: Label(story, story.partition("/")[0] if "/" in story else "", part) for doc, part, story in rows}


def score(gold: Mapping[str, Label], found: Mapping[str, str]) -> dict[str, Any]:
    """Return precision, recall and F1 for each part; an article without a cluster is one of its own."""
    clusters: dict[str, list[str]] = defaultdict(list)
    stories: dict[str, list[str]] = defaultdict(list)
    for doc, label in gold.items():
        clusters[found.get(doc, f"\0{doc}")].append(doc)
        stories[label.story].append(doc)
    made: dict[str, Any] = {}
    for part in ("check", "tune"):
        docs = [doc for doc, label in gold.items() if label.part == part]
        rows = [_row(gold, doc, clusters[found.get(doc, f"\0{doc}")], stories[gold[doc].story]) for doc in docs]
        p, r = (sum(column) / len(rows) for column in zip(*rows, strict=True)) if rows else (0.0, 0.0)
        made[part] = {"articles": len(docs), "p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}
    return made


def _row(gold: Mapping[str, Label], doc: str, cluster: list[str], story: list[str]) -> tuple[float, float]:
    said = [other for other in cluster if not gold[doc].leaves_open(gold[other])]
    right = sum(gold[other].story == gold[doc].story for other in said)
    return right / len(said), right / len(story)


if __name__ == "__main__":
    pred = {str(row["doc_id"]): str(row["cluster"]) for row in read_rows(Path(sys.argv[2]), needs_text=False)}
    print(json.dumps(score(read_gold(), pred)))
