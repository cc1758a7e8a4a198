"""What is measured of a story beside the evaluation data's own scorer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quality.beside.score import score
from quality.measures import PROJECT

EVALUATION = PROJECT.parent / "shared" / "eval"
GOLD = PROJECT / "examples" / "gold" / "reservoir"
Row = dict[str, Any]

pytestmark = pytest.mark.skipif(not EVALUATION.is_dir(), reason="the evaluation data are not beside the checkout")


@pytest.fixture(autouse=True)
def scorers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EVALUATION))


def story() -> Row:
    read: Row = json.loads((GOLD / "gold" / "story.json").read_text(encoding="utf-8"))
    return read


def cites(ids: list[str]) -> list[Row]:
    from scorers.annotated import evidence, load

    spans = evidence(load(GOLD))
    return [{"doc_id": spans[i][0], "spans": [list(s) for s in spans[i][1]]} for i in ids]


def row(questions: list[Row], groups: list[list[str]] | None = None) -> list[Row]:
    given = groups if groups is not None else [g["ids"] for g in story()["claim_groups"]]
    return [{"doc_id": "story", "questions": questions, "claim_groups": [{"members": cites(ids)} for ids in given]}]


def settled() -> list[Row]:
    return [q for q in story()["open_questions"] if q.get("settled_by")]


def asked(question: Row, later: list[str], called_settled: bool = False) -> Row:
    return {"citations": cites(question["ids"]), "later": cites(later), "settled": called_settled}


def test_a_question_answered_as_in_the_gold_is_found() -> None:
    (first, *others) = settled()
    answers = score(GOLD, row([asked(first, first["settled_by"], called_settled=True)]))["answers"]
    assert answers == {"gold": 1 + len(others), "cited": 1, "settled": 1, "found": 1 / (1 + len(others))}


def test_other_words_or_none_answer_nothing() -> None:
    (first, *_) = settled()
    nothing, other = asked(first, []), asked(first, first["ids"])
    assert [score(GOLD, row([q]))["answers"]["found"] for q in (nothing, other)] == [0.0, 0.0]
    assert score(GOLD, row([nothing]))["answers"]["cited"] == 0


def test_the_golds_own_accounts_are_right_and_trivial_ones_are_not() -> None:
    accounts = score(GOLD, row([]))["accounts"]
    assert accounts["f1"] == accounts["several"] == 1.0
    assert (accounts["alone"] or 1) < 0.6 and (accounts["together"] or 1) < 0.6


def test_accounts_of_one_claim_count_as_such_and_not_as_several() -> None:
    alone = [[i] for g in story()["claim_groups"] for i in g["ids"]]
    accounts = score(GOLD, row([], alone))["accounts"]
    assert accounts["f1"] == accounts["alone"] and accounts["several"] == 0.0
