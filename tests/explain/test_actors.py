"""Why names of several articles are one actor, and who is kept apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.cli import main

TEXTS = {
    "a.txt": "Karin Solberg, a docker, spoke in Oslo. The Norwegian army sent trucks. Norway thanked her.",
    "b.txt": "Ms Solberg spoke again. Norwegian soldiers loaded the ships, the Norwegian army said.",
    "c.txt": "Jan Solberg, who runs the port, laughed.",
}


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    return str(tmp_path)


def test_the_links_of_an_actor_are_told_with_their_reasons(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", folder, "--actor", "Karin Solberg"]) == 0
    out = capsys.readouterr().out
    assert "“Karin Solberg” (a.txt) and “Solberg” (b.txt): of those of that surname only “Karin Solberg” fits" in out
    assert "apart     Jan Solberg (person): the same surname, but other given names" in out


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Norway", "Norwegian army", "a state and its army or troops are never merged"),
        ("Norwegian army", "Norwegian soldiers", "an army and a part of it are never merged"),
        ("Karin Solberg", "Norway", "they are of two types: person and state"),
    ],
)
def test_of_two_names_it_is_said_why_they_are_two(
    folder: str, left: str, right: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", folder, "--actor", left, "--actor", right]) == 0
    assert f"“{left}” ({left}) and “{right}” ({right}): two actors: {reason}" in capsys.readouterr().out


def test_two_names_of_one_actor_are_said_to_be_one(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", folder, "--actor", "Karin Solberg", "--actor", "Norway", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == "sayso-explain-actors-1"
    assert [a["name"] for a in told["actors"]] == ["Karin Solberg", "Norway"]
    assert told["actors"][0]["links"][0]["reason"].startswith("of those of that surname")


@pytest.mark.parametrize("asked", [["--actor", "Nobody"], [], ["spoke", "--actor", "Norway"]])
def test_what_cannot_be_answered_ends_with_one_line(
    folder: str, asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", folder, *asked]) == 2
    assert capsys.readouterr().err.count("\n") == 1
