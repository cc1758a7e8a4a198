"""Stories as the scorers read them, and the gold of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quality.predict import main
from quality.stories.score import Label, read_gold, score
from tests.link.test_stories import DERAILED, STRIKE


def predicted(tmp_path: Path, task: str, rows: list[dict[str, str]]) -> dict[str, int]:
    source, out = tmp_path / "rows.jsonl", tmp_path / "pred.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main([task, str(source), "-o", str(out)]) == 0
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["doc_id"] for row in found] == [row["doc_id"] for row in rows]
    return {row["doc_id"]: row["cluster"] for row in found}


ROWS = [
    {"doc_id": "d1", "text": DERAILED[0], "published": "2031-03-07", "label": "x"},
    {"doc_id": "s1", "text": STRIKE[0], "published": "2031-03-10", "label": "x"},
    {"doc_id": "d2", "text": DERAILED[1], "published": "2031-03-08", "label": "y"},
    {"doc_id": "s2", "text": STRIKE[1], "published": "2033-03-12", "label": "y"},
]


def test_each_row_gets_a_cluster_and_its_gold_is_not_looked_at(tmp_path: Path) -> None:
    found = predicted(tmp_path, "stories", ROWS)
    assert found["d1"] == found["d2"] != found["s1"] != found["s2"]


def test_without_dates_only_the_words_count(tmp_path: Path) -> None:
    found = predicted(tmp_path, "stories_undated", ROWS)
    assert found["d1"] == found["d2"] != found["s1"] == found["s2"]


def test_a_pair_that_the_gold_leaves_open_counts_neither_way() -> None:
    gold = {
        "a": Label("vote/count", "vote", "check"),
        "b": Label("vote/count", "vote", "check"),
        "c": Label("vote/recount", "vote", "check"),
        "d": Label("strike", "", "check"),
    }
    together = score(gold, {"a": "1", "b": "1", "c": "1", "d": "2"})
    assert together["check"] == {"articles": 4, "p": 1.0, "r": 1.0, "f1": 1.0}
    all_one = score(gold, dict.fromkeys("abcd", "1"))["check"]
    assert (all_one["p"], all_one["r"]) == (pytest.approx((2 / 3 + 2 / 3 + 1 / 2 + 1 / 4) / 4), 1.0)
    none = score(gold, {})["check"]
    assert (none["p"], none["r"]) == (1.0, pytest.approx((1 / 2 + 1 / 2 + 1 + 1) / 4))


def test_the_gold_names_two_parts_that_share_no_run_of_days() -> None:
    gold = read_gold()
    days = {part: {label.story[:7] for label in gold.values() if label.part == part} for part in ("tune", "check")}
    assert len(gold) == 492 and all(len(months) == 4 for months in days.values())
    assert not days["tune"] & days["check"]
