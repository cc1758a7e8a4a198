"""``sayso explain`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.cli import main

TEXT = "Outlet: Lund Post\n\nAt least 40 bakers walked out, the guild said. The mill said it was sorry.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_the_reasons_are_printed(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", article, "at least 40"]) == 0
    out = capsys.readouterr().out
    assert "bound       at least, from “at least”" in out
    assert "class say" in out


def test_json_on_request(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", article, "0:11", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["span"]["text"] == "At least 40"


@pytest.mark.parametrize("span", ["ovens", "said", "7:7", "0:4000", ""])
def test_words_that_cannot_be_placed_end_with_one_line(
    article: str, span: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", article, span]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_with_several_articles_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(json.dumps({"text": f"The mill number {n} shut."}) for n in (1, 2)), encoding="utf-8")
    assert main(["explain", str(path), "shut"]) == 2
    assert "holds 2 articles" in capsys.readouterr().err


def test_a_missing_or_empty_file_ends_with_code_2(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    assert main(["explain", str(tmp_path / "none.txt"), "x"]) == 2
    assert main(["explain", str(empty), "x"]) == 2
