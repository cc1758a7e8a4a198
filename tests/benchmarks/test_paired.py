"""Pairs run by turns, and their ratio is a median."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import AIMS
from benchmarks.bulk import clocked, texts, words
from benchmarks.paired import PROJECT, Pairs, Run, alternate, pair, run
from benchmarks.report import CPU, MEMORY, WALL, Result, as_json, as_markdown
from sayso.errors import SaysoError


def test_the_two_run_by_turns() -> None:
    turns: list[str] = []

    def turn(name: str, seconds: float, mebibytes: float) -> Run:
        turns.append(name)
        return Run("", seconds, mebibytes)

    runs = alternate(lambda: turn("sayso", 3.0, 500.0), lambda: turn("bare", 2.0, 400.0), 3)
    assert turns == ["sayso", "bare"] * 3
    assert pair(runs, lambda r: r.wall).ratio == 1.5
    assert pair(runs, lambda r: r.mebibytes).ratio == 1.25


def test_one_slow_pair_does_not_move_the_ratio() -> None:
    assert Pairs((2.0, 90.0, 2.2), (2.0, 2.0, 2.0)).ratio == pytest.approx(1.1)


def test_a_command_that_fails_is_named_with_its_last_words() -> None:
    with pytest.raises(SaysoError, match="ended with code 3: out of water"):
        run([sys.executable, "-c", "import sys; print('out of water', file=sys.stderr); sys.exit(3)"])


def test_a_run_tells_what_was_printed_and_the_seconds_until_the_end() -> None:
    ran = run([sys.executable, "-c", "import time; time.sleep(0.2); print('done')"])
    assert ran.out == "done\n" and ran.wall >= 0.2


def test_a_run_tells_of_the_memory_of_its_own_child_only() -> None:
    # Asked from a process of its own: on Linux a child counts what its parent held when it was started.
    code = (
        "import sys; from benchmarks.paired import run; "
        "sizes = [run([sys.executable, '-c', c]).mebibytes for c in (\"x = b'1' * (300 << 20)\", '')]; "
        "print(sizes[0] > 300 > sizes[1] > 1)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_the_report_holds_the_ratio_and_no_path() -> None:
    result = Result("cold brief", "`sayso brief`", "spaCy", WALL, 2.0, Pairs((3.0, 5.0, 3.0), (2.0, 2.0, 2.0)))
    page, kept = as_markdown([result]), as_json([result])
    assert "**1.50**" in page and "1.50–2.50 (3)" in page and "| yes |" in page
    assert kept["cold brief"]["ratios"] == [1.5, 2.5, 1.5]
    assert str(Path(sys.executable).parent) not in page + json.dumps(kept)


def test_a_ratio_above_the_aim_is_said_to_be_so() -> None:
    assert not Result("annotate", "", "", CPU, 1.5, Pairs((3.2,), (2.0,))).good


def test_a_run_in_parts_is_judged_by_its_sums() -> None:
    pairs = Pairs((9.0, 1.0, 1.0), (3.0, 1.0, 1.0))
    assert Result("annotate", "", "", CPU, 1.5, pairs, parts=True).ratio == pytest.approx(2.2)
    assert Result("cold brief", "", "", WALL, 1.5, pairs).ratio == 1.0


def test_only_the_texts_of_the_part_are_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n{"text": "Three."}\nnot reached\n', encoding="utf-8")
    assert texts(path, 1, 2) == ["Two.", "Three."]


def test_memory_is_told_in_mebibytes_and_speed_in_words_a_second() -> None:
    memory = Result("m", "sayso", "spaCy", MEMORY, 1.25, Pairs((500.4,), (400.0,)))
    fast = Result("f", "sayso", "spaCy", CPU, 1.25, Pairs((3.0, 2.0), (2.0, 2.0)), parts=True, words=10000)
    page, kept = as_markdown([memory, fast]), as_json([memory, fast])
    assert "| 500 MiB | 400 MiB |" in page and "| 2,000 | 2,500 |" in page
    assert kept["m"]["sayso_MiB"] == [500.4] and "words" not in kept["m"]
    assert kept["f"]["sayso_seconds"] == [3.0, 2.0] and kept["f"]["words"] == 10000


def test_words_are_counted_between_blanks() -> None:
    assert words(["It is over, said Vale.", "", "12 hurt"]) == 7


@pytest.mark.parametrize("contestant", ["bare", *AIMS])
def test_each_contestant_can_be_clocked(contestant: str) -> None:
    assert clocked(contestant, ["“It is over,” said Ana Vale."]) > 0
