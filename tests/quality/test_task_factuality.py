"""From what is judged to the labels and values of the factuality scorer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quality.tasks.factuality import answer, predict_file
from sayso.annotate.certainty import Judgement
from sayso.errors import UsageError
from sayso.model import Certainty, Mode, Polarity

TEXT = "The mill closed. It may reopen. The owners did not pay. The mayor promised to buy it."
WORDS = ("closed", "reopen", "pay", "buy")


def _row(**fields: Any) -> dict[str, Any]:
    spans = [{"start": TEXT.index(w), "end": TEXT.index(w) + len(w)} for w in WORDS]
    return {"doc_id": "d", "text": TEXT, "predicates": spans, **fields}


def _predict(tmp_path: Path, *rows: dict[str, Any]) -> list[Any]:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return [row["predicates"] for row in predict_file(path)]


def test_a_dated_document_gets_the_five_labels_of_news(tmp_path: Path) -> None:
    (found,) = _predict(tmp_path, _row(dct="2031-05-06"))
    assert [p["label"] for p in found] == ["happened", "uncertain", "not_happened", "future"]
    assert all("value" not in p for p in found)


def test_a_sentence_alone_gets_a_value_and_the_label_that_fits_it(tmp_path: Path) -> None:
    (found,) = _predict(tmp_path, _row())
    assert all(-3 <= p["value"] <= 3 for p in found)
    assert found[0]["label"] == "happened"
    assert found[3]["label"] == "not_happened"
    assert found[0]["value"] > found[1]["value"] >= found[3]["value"] - 1


def test_labels_in_the_input_are_not_looked_at(tmp_path: Path) -> None:
    told = _row()
    told["predicates"] = [{**p, "label": "happened", "value": 3.0, "text": "x"} for p in told["predicates"]]
    assert _predict(tmp_path, told) == _predict(tmp_path, _row())


@pytest.mark.parametrize("predicates", [None, "closed", [{"start": 3}], [{"start": "a", "end": "b"}]])
def test_a_row_without_predicates_is_named(tmp_path: Path, predicates: Any) -> None:
    with pytest.raises(UsageError, match="d: predicates with start and end"):
        _predict(tmp_path, _row(predicates=predicates))


def test_a_place_outside_the_text_still_gets_an_answer(tmp_path: Path) -> None:
    ((found,),) = _predict(tmp_path, _row(predicates=[{"start": 900, "end": 905}]))
    assert (found["start"], found["end"]) == (900, 905)


def test_every_judgement_has_an_answer_in_both_sets() -> None:
    every = [Judgement(c, p, m) for c in Certainty for p in Polarity for m in Mode]
    assert {answer(j, news=True)["label"] for j in every} == {
        "happened",
        "future",
        "uncertain",
        "not_happened",
        "underspecified",
    }
    assert {answer(j, news=False)["label"] for j in every} == {"happened", "uncertain", "not_happened"}
