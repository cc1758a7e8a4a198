"""The gold of actors, and its score."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quality.actors.gold import read_casts
from quality.actors.score import gold_parts, score
from quality.predict import main
from sayso.errors import UsageError

GOLD = Path(__file__).parents[2] / "quality" / "actors" / "gold.toml"
STORY = """
[[story]]
name = "one"
part = "dev"
articles = ["[[Ana Dole|ana]] left\\n[[Peru|peru]].", "[[Dole|ana]] said she slept."]
"""


def test_marks_become_spans_of_the_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "gold.toml"
    path.write_text(STORY, encoding="utf-8")
    (cast,) = read_casts(path)
    assert [a.text for a in cast.articles] == ["Ana Dole left Peru.", "Dole said she slept."]
    assert [(m.id, m.span.text, m.actor) for m in cast.marked] == [
        ("one/0/0", "Ana Dole", "ana"),
        ("one/0/1", "Peru", "peru"),
        ("one/1/0", "Dole", "ana"),
    ]
    assert all(cast.articles[m.article].text[m.span.start : m.span.end] == m.span.text for m in cast.marked)


def test_a_damaged_gold_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.toml"
    path.write_text('[[story]]\nname = "one"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"gold\.toml"):
        read_casts(path)


def test_names_are_predicted_by_their_places(tmp_path: Path) -> None:
    path, out = tmp_path / "gold.toml", tmp_path / "pred.jsonl"
    path.write_text(STORY, encoding="utf-8")
    assert main(["actors", str(path), "-o", str(out)]) == 0
    found = {row["doc_id"]: row["cluster"] for row in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    assert found["one/0/0"] == found["one/1/0"] != found["one/0/1"]


def test_the_score_is_b_cubed() -> None:
    truth = {"1": "a", "2": "a", "3": "b"}
    assert score({"dev": truth}, {"1": "x", "2": "x", "3": "y"})["dev"] == {"n": 3, "p": 1, "r": 1, "f1": 1, "mixed": 0}
    merged = score({"dev": truth}, dict.fromkeys(truth, "x"))["dev"]
    assert merged["p"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert (merged["r"], merged["mixed"]) == (1, 1)
    assert score({"dev": truth}, {})["dev"]["r"] == pytest.approx((1 / 2 + 1 / 2 + 1) / 3)


def test_the_parts_of_the_shipped_gold_share_no_actor_by_name() -> None:
    parts = gold_parts(GOLD)
    assert parts.keys() == {"dev", "test"}
    assert not set(parts["dev"].values()) & set(parts["test"].values())
