"""Copies between texts: any file of texts, or pairs beside their texts; and how they are scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quality.copies.score import GOLD, adjusted_rand, groups, main, score
from quality.predict import main as predict
from quality.rows import read_pairs
from tests.link.test_copies import INDEPENDENT, REPORT


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


TEXTS = [
    {"doc_id": "a", "text": REPORT, "outlet": "Post", "published": "2031-05-03"},
    {"doc_id": "b", "text": f"{REPORT}\nMore soon.", "outlet": "Mail", "published": "2031-05-03"},
    {"doc_id": "c", "text": INDEPENDENT, "outlet": "Star", "published": "2031-05-03"},
    {"doc_id": "d", "text": ""},
]
LABELS = [{"a": "b", "b": "a", "reuse": True}, {"a": "a", "b": "c", "reuse": False}]


def run(tmp_path: Path, source: Path) -> list[dict[str, Any]]:
    out = tmp_path / "pred.jsonl"
    assert predict(["copies", str(source), "-o", str(out)]) == 0
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_texts_give_the_pairs_that_derive_with_a_reason(tmp_path: Path) -> None:
    (row,) = run(tmp_path, write(tmp_path / "any.jsonl", TEXTS))
    assert ({row["a"], row["b"]}, row["kind"]) == ({"a", "b"}, "near copy")
    assert row["reason"]


def test_pairs_are_read_with_the_texts_beside_them_and_their_labels_change_nothing(tmp_path: Path) -> None:
    write(tmp_path / "set_docs.jsonl", TEXTS)
    pairs = write(tmp_path / "set_pairs.jsonl", LABELS)
    first = run(tmp_path, pairs)
    assert [{row["a"], row["b"]} for row in first] == [{"a", "b"}]
    write(pairs, [{**row, "reuse": not row["reuse"]} for row in LABELS])
    assert run(tmp_path, pairs) == first


def test_pairs_without_texts_end_with_one_line_and_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = write(tmp_path / "set_pairs.jsonl", LABELS)
    assert predict(["copies", str(pairs), "-o", str(tmp_path / "out")]) == 2
    assert "no set_docs.jsonl beside it" in capsys.readouterr().err
    pairs.write_text("[]\n", encoding="utf-8")
    assert predict(["copies", str(pairs), "-o", str(tmp_path / "out")]) == 2


def test_the_gold_scores_one_against_itself_and_nothing_scores_none() -> None:
    gold = read_pairs(GOLD)
    known = {row[key] for row in gold for key in "ab"}
    best = score(known, [row for row in gold if row["reuse"]])
    assert all(best[part]["pair"]["f1"] == best[part]["ari"] == 1 for part in ("all", "dev", "test"))
    worst = score(known, [])
    assert all(worst[part]["pair"]["f1"] == 0 and abs(worst[part]["ari"]) < 1e-9 for part in ("all", "dev", "test"))


def test_the_gold_has_200_pairs_no_article_in_both_parts_and_no_text() -> None:
    gold = read_pairs(GOLD)
    assert len({frozenset((row["a"], row["b"])) for row in gold}) == 200
    parts = [{row[key] for row in gold if row["part"] == part for key in "ab"} for part in ("dev", "test")]
    assert not parts[0] & parts[1]
    assert all(row.keys() == {"a", "b", "reuse", "kind", "part", "why"} and len(row["why"]) < 90 for row in gold)


def test_articles_that_are_not_there_are_not_scored() -> None:
    assert score([], [])["all"]["n"] == 0


def test_groups_are_connected_parts_and_agreement_is_beyond_chance() -> None:
    assert groups("abcd", [("a", "b"), ("b", "c"), ("x", "d")]) in ([{"a": r, "b": r, "c": r, "d": "d"} for r in "abc"])
    one = {"a": "1", "b": "1", "c": "2", "d": "2"}
    assert adjusted_rand(one, {"a": "1", "b": "2", "c": "1", "d": "2"}) == pytest.approx(-0.5)
    assert adjusted_rand({}, {}) == 1


def test_a_file_that_is_no_prediction_ends_with_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write(tmp_path / "any.jsonl", TEXTS)
    assert main([str(data), str(write(tmp_path / "pred.jsonl", [{"a": "x"}]))]) == 2
    assert "no pair of ids" in capsys.readouterr().err
    assert main([str(data), str(tmp_path / "absent.jsonl")]) == 2
