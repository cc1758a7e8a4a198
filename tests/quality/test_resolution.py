"""Source resolution: the gold is read, and a source is right or wrong for the reason that the scorer names."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from quality.resolution import gold as gold_module
from quality.resolution.gold import GOLD, Item, read_gold
from quality.resolution.score import is_right, score
from quality.tasks.resolution import predict_sources

TEXT = "Governor Ada Lorne closed the mine on Monday. Officials had warned her. “We will find them,” she said."
SHE = (TEXT.rindex("she"), TEXT.rindex("she") + 3)
LORNE = (TEXT.index("Ada"), TEXT.index("Ada") + 9)


def actor(*mentions: tuple[int, int], name: str = "Ada Lorne", named: bool = True) -> dict[str, Any]:
    return {"name": name, "named": named, "mentions": mentions}


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    items = [
        {"source": SHE, "means": "Ada Lorne", "mention": LORNE, "kind": "pronoun"},
        {"source": [46, 55], "means": None, "mention": None, "kind": "unnamed"},
    ]
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    known = {"doc_id": "mine", "sha256": digest, "part": "dev", "items": items}
    changed = {**known, "doc_id": "changed"}
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in (known, changed)), encoding="utf-8")
    monkeypatch.setattr(gold_module, "GOLD", path)
    data = tmp_path / "rows.jsonl"
    texts = [{"doc_id": "mine", "text": TEXT}, {"doc_id": "changed", "text": "Another text."}]
    data.write_text("\n".join(json.dumps(row) for row in texts), encoding="utf-8")
    return data


def test_only_articles_whose_text_is_the_one_that_was_annotated_count(rows: Path) -> None:
    assert [graded.doc_id for graded in read_gold(rows)] == ["mine"]


def test_prediction_and_score_go_together(rows: Path) -> None:
    assert score(rows, predict_sources(rows))["all"] == {"accuracy": 1.0, "n": 2}
    assert score(rows, [])["pronoun"] == {"accuracy": 0.0, "n": 1}


def test_a_source_is_right_by_a_mention_elsewhere() -> None:
    item = Item(SHE, "Ada Lorne", (LORNE,), "pronoun")
    assert is_right(item, [actor(LORNE)])
    assert not is_right(item, [actor(SHE)])
    assert not is_right(item, [])


def test_a_source_without_mention_elsewhere_is_right_by_the_name() -> None:
    item = Item(SHE, "CDC", (), "name")
    assert is_right(item, [actor(SHE, name="Centers for Disease Control")])
    assert not is_right(item, [actor(SHE, name="Ada Lorne")])


def test_an_unnamed_source_may_be_a_group_but_no_named_actor() -> None:
    item = Item((46, 55), None, (), "unnamed")
    assert is_right(item, [])
    assert is_right(item, [actor((46, 55), named=False)])
    assert not is_right(item, [actor((46, 55))])


def test_the_gold_is_of_forty_articles_and_holds_no_words_of_theirs() -> None:
    known = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    assert len(known) == 40
    assert sum(len(row["items"]) for row in known) >= 400
    assert all(len((item["means"] or "").split()) <= 6 for row in known for item in row["items"])
