"""Scores of a story beside those of ``scorers.korea``: later answers to questions, and accounts against trivial ones.

    python -m quality.beside.score GOLD PREDICTED

GOLD is a folder as ``scorers.korea`` reads it, PREDICTED what ``quality.predict korea`` wrote; that scorer's package
must be on the path (``PYTHONPATH=../shared/eval``; ``python -m quality`` sees to it).

answers   of the gold questions that a later article settles: ``found`` = share of those for which the system cites,
          beside a question that touches the gold one, later words that touch what settles it; ``cited`` = questions
          with later words at all, ``settled`` = those of them that the system calls settled
          (null where it settles none)
accounts  extended B-cubed F1 (Amigo et al. 2009) over the same items: ``several`` where accounts of one claim are left
          out, ``alone`` where every claim is an account of its own, ``together`` where all claims are one account
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from quality.rows import Row, read_rows

Scores = dict[str, float | None]


def score(gold_folder: Path, rows: Sequence[Row]) -> dict[str, Scores]:
    """Return the scores named above.

    Raises:
        ModuleNotFoundError: the package ``scorers`` of the evaluation data is not on the path.
        StopIteration: ``rows`` hold no row "story".

    """
    annotated, story = import_module("scorers.annotated"), import_module("scorers.story")
    gold = annotated.load(gold_folder)
    where = annotated.places(gold)
    row = next(r for r in rows if r["doc_id"] == "story")

    def placed(cited: Iterable[Row]) -> list[Any]:
        return [w for w in (story.cite(gold, c) for c in cited) if w]

    def touches(cited: Iterable[Row], ids: Iterable[str]) -> bool:
        return bool(story.touch(placed(cited), [where[i] for i in ids]))

    def bcubed(groups: Iterable[Row]) -> float:
        return float(story.score_claims(gold, where, list(groups))["bcubed"]["f1"])

    return {"answers": _answers(gold.story, row["questions"], touches), "accounts": _accounts(row, bcubed)}


def _answers(story: Row, questions: Sequence[Row], touches: Any) -> Scores:
    settled = [q for q in story.get("open_questions") or () if q.get("settled_by")]
    cited = [q for q in questions if q["later"]]
    found = sum(
        any(touches(q["citations"], g["ids"]) and touches(q["later"], g["settled_by"]) for q in cited) for g in settled
    )
    return {
        "gold": len(settled),
        "cited": len(cited),
        "settled": sum(bool(q["settled"]) for q in cited),
        "found": found / len(settled) if settled else None,
    }


def _accounts(row: Row, bcubed: Any) -> Scores:
    groups = row["claim_groups"]
    members = [m for g in groups for m in g["members"]]
    return {
        "f1": bcubed(groups),
        "several": bcubed(g for g in groups if len(g["members"]) > 1),
        "alone": bcubed({"members": [m]} for m in members),
        "together": bcubed([{"members": members}]),
    }


if __name__ == "__main__":
    print(json.dumps(score(Path(sys.argv[1]), read_rows(Path(sys.argv[2]), needs_text=False))))
