"""Floors rise and never fall unremarked; the report shows what was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import quality.__main__ as harness
from quality.__main__ import main
from quality.floors import TOLERANCE, fallen, raised
from quality.measures import Scores, Task, filled, load_tasks, measure, pick, rounded
from quality.predict import NAMES
from quality.report import report
from sayso.errors import SaysoError

SCORES = {"news": {"e2e": {"f1": 0.61}, "claims": None, "timeline": {"pred": 7, "gold": 3, "f1": 0.25}}}


def test_pick_follows_a_dotted_path_and_gives_none_where_it_ends() -> None:
    assert pick(SCORES["news"], "e2e.f1") == 0.61
    assert pick(SCORES["news"], "claims.bcubed.f1") is None
    assert pick(SCORES["news"], "no.such") is None


def test_a_score_below_its_floor_is_named_with_both_numbers() -> None:
    assert fallen({"news": {"e2e.f1": 0.62}}, SCORES) == ["news e2e.f1: 0.6100, floor 0.6200"]
    assert fallen({"news": {"e2e.f1": 0.61}}, SCORES) == []


def test_what_the_processor_alone_moves_is_not_below_a_floor() -> None:
    assert fallen({"news": {"e2e.f1": 0.61 + TOLERANCE - 0.0001}}, SCORES) == []
    assert fallen({"news": {"e2e.f1": 0.61 + TOLERANCE + 0.0001}}, SCORES) != []


def test_a_score_that_is_gone_is_below_its_floor_but_a_task_not_run_is_not() -> None:
    assert fallen({"news": {"claims.bcubed.f1": 0.1}}, SCORES) == ["news claims.bcubed.f1: not given, floor 0.1000"]
    assert fallen({"other": {"e2e.f1": 0.9}}, SCORES) == []


def test_floors_only_rise() -> None:
    measures = {"news": {"e2e.f1": "", "timeline.f1": "", "claims.bcubed.f1": ""}}
    floors = {"news": {"e2e.f1": 0.5, "timeline.f1": 0.9}, "other": {"x": 0.3}}
    task = Task("news", "korea", Path(), "korea", measures["news"])
    assert raised(floors, SCORES, [task]) == {"news": {"e2e.f1": 0.605, "timeline.f1": 0.9}, "other": {"x": 0.3}}
    assert floors["news"]["e2e.f1"] == 0.5


def test_fractions_are_rounded_wherever_they_stand() -> None:
    assert rounded({"a": [0.123456, {"b": 0.99999}], "c": 3}) == {"a": [0.1235, {"b": 1.0}], "c": 3}


def test_the_report_has_a_row_a_measure_and_the_number_listed() -> None:
    task = Task("news", "korea", Path(), "korea", {"e2e.f1": "rules .422", "timeline.f1": ""})
    shown = report([task], SCORES, {"news": {"e2e.f1": 0.6}})
    assert "| news | e2e.f1 | .6100 | rules .422 | .6000 |" in shown
    assert "| news | timeline.f1 | .2500 |  |  |" in shown
    assert "timeline 7 (3 in gold)" in shown


def test_a_task_like_another_takes_from_it_what_it_does_not_state() -> None:
    first = {"name": "first", "input": "one", "margin": 0.08}
    assert filled([first, {"name": "second", "like": "first", "input": "two"}]) == [
        first,
        {"name": "second", "like": "first", "input": "two", "margin": 0.08},
    ]
    with pytest.raises(KeyError, match="third"):
        filled([{"name": "second", "like": "third"}])


def test_the_example_stories_are_measured_alike(tmp_path: Path) -> None:
    tasks = {t.name: t for t in load_tasks(tmp_path)}
    assert tasks["truce"].measures == tasks["reservoir"].measures
    assert tasks["truce"].data != tasks["reservoir"].data
    assert tasks["resolution_truce"].scorer == tasks["resolution_reservoir"].scorer


def test_every_task_names_what_there_is_to_run(tmp_path: Path) -> None:
    tasks = load_tasks(tmp_path)
    assert {t.predict for t in tasks} == {*NAMES}
    assert len({t.name for t in tasks}) == len(tasks)
    assert all(t.measures for t in tasks)


def test_without_the_evaluation_data_it_says_so_and_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAYSO_EVAL", str(tmp_path))
    assert main([]) == 0
    assert "skipped" in capsys.readouterr().out


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let every task score .7 on its measures, and keep the written files in a folder of the test's own."""

    def score(task: Task, _: Path) -> Scores:
        if task.name == "korea":
            raise SaysoError("the scorer will not have it")
        return {"e2e": {"f1": 0.7}}

    (tmp_path / "scorers").mkdir()
    monkeypatch.setenv("SAYSO_EVAL", str(tmp_path))
    monkeypatch.setattr(harness, "measure", score)
    monkeypatch.setattr(harness, "HERE", tmp_path)
    return tmp_path


def test_a_fall_is_named_and_ends_with_code_1(measured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (measured / "floors.json").write_text('{"polnear_dev": {"e2e.f1": 0.75}}', encoding="utf-8")
    assert main(["--only", "polnear_dev"]) == 1
    assert "below its floor: polnear_dev e2e.f1: 0.7000, floor 0.7500" in capsys.readouterr().out
    assert not (measured / "scores.json").exists()


def test_one_failed_task_leaves_the_others_measured(measured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 1
    assert "korea was not measured: the scorer will not have it" in capsys.readouterr().out
    scores = json.loads((measured / "scores.json").read_text(encoding="utf-8"))
    assert "polnear_dev" in scores and "korea" not in scores
    assert "| polnear_dev | e2e.f1 | .7000 |" in (measured / "report.md").read_text(encoding="utf-8")


def test_floors_are_raised_on_demand_only(measured: Path) -> None:
    assert main(["--only", "polnear_dev"]) == 0
    assert not (measured / "floors.json").exists()
    assert main(["--only", "polnear_dev", "--raise"]) == 0
    assert json.loads((measured / "floors.json").read_text(encoding="utf-8"))["polnear_dev"]["e2e.f1"] == 0.695


def test_a_scorer_that_fails_is_named(tmp_path: Path) -> None:
    (tmp_path / "scorers").mkdir()
    (tmp_path / "scorers" / "strict.py").write_text("raise ValueError('will not have it')", encoding="utf-8")
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"doc_id": "a", "text": ""}', encoding="utf-8")
    with pytest.raises(SaysoError, match=r"scorers\.strict failed on news: ValueError: will not have it"):
        measure(Task("news", "attribution", rows, "strict", {}), tmp_path)
