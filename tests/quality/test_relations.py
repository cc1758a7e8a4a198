"""The scorer of relations in real news."""

import hashlib
import json

import pytest

from quality.relations import gold as gold_module
from quality.relations.score import fit, main, matched, score
from quality.tasks.relations import predict_relations

TEXT = "Anna Berg accused the union of lying."
GOLD = {"source": "Anna Berg", "target": "the unions", "stance": -0.6, "evidence": [[10, 20]]}


def given(source, target, stance, at):
    return {"source": source, "target": target, "stance": stance, "sentence": [at]}


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        (given(["Berg", "Anna Berg"], ["union"], -0.3, [0, 40]), True),
        (given(["Berg"], ["union"], 0.3, [0, 40]), False),  # of another sign
        (given(["Berg"], ["union"], -0.3, [20, 40]), False),  # in another sentence
        (given(["union"], ["Berg"], -0.3, [0, 40]), False),  # told the other way round
        (given(None, ["union"], -0.3, [0, 40]), False),  # told by the article itself
    ],
)
def test_a_prediction_fits_by_sentence_sign_and_ends(row, fits):
    assert fit(GOLD, row) is fits


def test_a_friendly_relation_may_be_told_either_way():
    friendly = GOLD | {"stance": 0.3}
    assert fit(friendly, given(["union"], ["Berg"], 0.3, [0, 40]))


def test_each_prediction_is_matched_once():
    assert matched({0: [0], 1: [0], 2: [0, 1]}) in ({0, 2}, {1, 2})


@pytest.fixture
def rows(tmp_path, monkeypatch):
    relation = {
        "source": "Anna Berg",
        "target": "union",
        "type": "accuses",
        "stance": -0.7,
        "kind": "words",
        "sure": True,
    }
    known = {"doc_id": "port", "part": "dev", "relations": [relation | {"evidence": [[10, 17]]}]}
    known["sha256"] = hashlib.sha256(TEXT.encode()).hexdigest()
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in (known, known | {"doc_id": "changed"})), encoding="utf-8")
    monkeypatch.setattr(gold_module, "GOLD", path)
    data = tmp_path / "rows.jsonl"
    texts = [{"doc_id": "port", "text": TEXT}, {"doc_id": "changed", "text": "Another text."}]
    data.write_text("\n".join(json.dumps(row) for row in texts), encoding="utf-8")
    return data


def test_what_is_read_in_an_article_whose_text_is_known_counts(rows):
    found = list(predict_relations(rows))
    assert [row["doc_id"] for row in found] == ["port"]
    scores = score(rows, found)
    assert (scores["dev"]["recall"], scores["dev"]["precision"], scores["words"]["n"]) == (1, 1, 1)


def test_nothing_predicted_scores_nothing(rows):
    assert score(rows, [])["all"] == {"recall": 0, "touched": 0, "n": 1, "precision": 0, "predicted": 0}


def test_a_missing_file_is_told_in_one_line(tmp_path, capsys):
    assert main([str(tmp_path / "none.jsonl"), str(tmp_path / "none.jsonl")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
