"""Pairs run by turns, and their ratio is a median."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks.bulk import texts
from benchmarks.paired import Pairs, alternate, printed, wall_seconds
from benchmarks.report import Result, as_json, as_markdown
from sayso.errors import SaysoError


def test_the_two_run_by_turns() -> None:
    turns: list[str] = []

    def run(name: str, seconds: float) -> float:
        turns.append(name)
        return seconds

    pairs = alternate(lambda: run("sayso", 3.0), lambda: run("bare", 2.0), 3)
    assert turns == ["sayso", "bare"] * 3
    assert pairs.ratio == 1.5


def test_one_slow_pair_does_not_move_the_ratio() -> None:
    assert Pairs((2.0, 90.0, 2.2), (2.0, 2.0, 2.0)).ratio == pytest.approx(1.1)


def test_a_command_that_fails_is_named_with_its_last_words() -> None:
    with pytest.raises(SaysoError, match="ended with code 3: out of water"):
        printed([sys.executable, "-c", "import sys; print('out of water', file=sys.stderr); sys.exit(3)"])


def test_wall_seconds_are_those_of_the_command() -> None:
    assert wall_seconds([sys.executable, "-c", "import time; time.sleep(0.2)"]) >= 0.2


def test_the_report_holds_the_ratio_and_no_path() -> None:
    result = Result("cold brief", "`sayso brief`", "spaCy", "wall", 2.0, Pairs((3.0, 5.0, 3.0), (2.0, 2.0, 2.0)))
    page, kept = as_markdown([result]), as_json([result])
    assert "**1.50**" in page and "1.50–2.50 (3)" in page and "| yes |" in page
    assert kept["cold brief"]["ratios"] == [1.5, 2.5, 1.5]
    assert str(Path(sys.executable).parent) not in page + json.dumps(kept)


def test_a_ratio_above_the_aim_is_said_to_be_so() -> None:
    assert not Result("annotate", "", "", "CPU", 1.5, Pairs((3.2,), (2.0,))).good


def test_a_run_in_parts_is_judged_by_its_sums() -> None:
    pairs = Pairs((9.0, 1.0, 1.0), (3.0, 1.0, 1.0))
    assert Result("annotate", "", "", "CPU", 1.5, pairs, parts=True).ratio == pytest.approx(2.2)
    assert Result("cold brief", "", "", "wall", 1.5, pairs).ratio == 1.0


def test_only_the_texts_of_the_part_are_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n{"text": "Three."}\nnot reached\n', encoding="utf-8")
    assert texts(path, 1, 2) == ["Two.", "Three."]
