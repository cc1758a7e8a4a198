"""The timeline task: the days that matter most, told only what the protocol tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quality.predict import main

TEXTS = [
    ("dam", "2031-05-04", "The dam broke on Saturday. Rain fell on Friday."),
    ("dam", "2031-05-09", "The dam broke on May 3. A hearing opened today."),
    ("dam", "2031-05-20", "Since the dam broke on May 3, much has changed."),
    ("vote", "2031-05-05", "Polls open on Tuesday."),
]
DOCS = [{"doc_id": str(i), "topic": t, "published": day, "text": words} for i, (t, day, words) in enumerate(TEXTS)]
GOLD = {"timeline_id": "t", "topic": "dam", "dates": ["2031-05-01", "2031-05-10"]}


def write(path: Path, rows: list[dict[str, Any]]) -> str:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return str(path)


def predicted(tmp_path: Path, gold: dict[str, Any], docs: list[dict[str, Any]] = DOCS) -> list[str]:
    out = tmp_path / "pred.jsonl"
    given = [write(tmp_path / "docs.jsonl", docs), write(tmp_path / "gold.jsonl", [gold])]
    assert main(["timeline", *given, "-o", str(out)]) == 0
    row = json.loads(out.read_text(encoding="utf-8"))
    assert row["timeline_id"] == gold["timeline_id"]
    dates: list[str] = row["dates"]
    return dates


def test_the_day_that_articles_come_back_to_is_chosen(tmp_path: Path) -> None:
    assert "2031-05-03" in predicted(tmp_path, GOLD)
    assert len(predicted(tmp_path, GOLD)) == 2


def test_days_stand_in_order_and_within_the_first_and_last_date(tmp_path: Path) -> None:
    many = {**GOLD, "dates": ["2031-05-02", "2031-05-03", "2031-05-04", "2031-05-08"]}
    dates = predicted(tmp_path, many)
    assert dates == sorted(dates) == ["2031-05-02", "2031-05-03", "2031-05-04"]


def test_nothing_but_first_last_and_number_of_dates_is_looked_at(tmp_path: Path) -> None:
    one = {**GOLD, "dates": ["2031-05-01", "2031-05-06", "2031-05-10"], "text": "On May 6.", "has_docs": True}
    other = {**GOLD, "dates": ["2031-05-10", "2031-05-01", "2031-05-07"]}
    assert predicted(tmp_path, one) == predicted(tmp_path, other)


def test_a_topic_without_articles_gets_no_dates(tmp_path: Path) -> None:
    assert predicted(tmp_path, {**GOLD, "topic": "elsewhere"}) == []


@pytest.mark.parametrize(
    ("docs", "gold", "problem"),
    [
        ([{"doc_id": "a", "text": "x"}], GOLD, "docs.jsonl: row 1: no topic"),
        (DOCS, {"timeline_id": "t", "dates": ["2031-05-01"]}, "timeline t: no topic"),
        (DOCS, {**GOLD, "dates": []}, "timeline t: no dates"),
        (DOCS, {**GOLD, "dates": "2031-05-01"}, "timeline t: no dates"),
        (DOCS, {**GOLD, "dates": ["May"]}, "timeline t: a date that is not YYYY-MM-DD"),
        (DOCS, {"topic": "dam", "dates": ["2031-05-01"]}, "gold.jsonl:1: no timeline_id"),
    ],
)
def test_rows_of_the_wrong_shape_end_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], docs: list[dict[str, Any]], gold: dict[str, Any], problem: str
) -> None:
    given = [write(tmp_path / "docs.jsonl", docs), write(tmp_path / "gold.jsonl", [gold])]
    assert main(["timeline", *given, "-o", str(tmp_path / "pred.jsonl")]) == 2
    said = capsys.readouterr().err
    assert problem in said
    assert said.count("\n") == 1


def test_gold_is_wanted_by_the_timeline_task_and_by_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs, out = write(tmp_path / "docs.jsonl", DOCS), str(tmp_path / "pred.jsonl")
    assert main(["timeline", docs, "-o", out]) == 2
    assert "GOLD is missing" in capsys.readouterr().err
    assert main(["times", docs, docs, "-o", out]) == 2
    assert "takes no GOLD" in capsys.readouterr().err
