"""The example story: its articles are read, and its gold holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quality.example_gold import ARTICLES, GOLD, build, differences, main
from sayso.gather import gather
from sayso.model import Gathered

Node = dict[str, Any]


@pytest.fixture(scope="module")
def gathered() -> Gathered:
    return gather([ARTICLES])


@pytest.fixture(scope="module")
def docs() -> dict[str, Node]:
    paths = sorted((GOLD / "gold").glob("[0-9]*.json"))
    return {doc["short"]: doc for doc in (json.loads(p.read_text(encoding="utf-8")) for p in paths)}


@pytest.fixture(scope="module")
def story() -> Node:
    read: Node = json.loads((GOLD / "gold" / "story.json").read_text(encoding="utf-8"))
    return read


def spans(node: Any) -> Iterator[Node]:
    if isinstance(node, dict):
        if {"text", "start", "end"} <= node.keys():
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)


def test_all_six_articles_are_read_whole(gathered: Gathered) -> None:
    assert gathered.skipped == ()
    assert [Path(a.name).suffix for a in gathered.articles] == [".html", ".txt", ".md", ".txt", ".txt", ".txt"]
    assert all(150 <= len(a.text.split()) <= 350 for a in gathered.articles)


def test_each_article_states_title_outlet_date_and_address(gathered: Gathered) -> None:
    assert len({a.outlet for a in gathered.articles}) == 6
    assert [a.published.isoformat()[8:] for a in gathered.articles if a.published] == [
        "03",
        "04",
        "05",
        "05",
        "07",
        "09",
    ]
    assert all(a.title and a.text.startswith(a.title) for a in gathered.articles)
    assert all(".example/" in (a.url or "") for a in gathered.articles)


def test_the_page_around_an_article_is_left_out(gathered: Gathered) -> None:
    first = gathered.articles[0].text
    assert "Weather" not in first and "©" not in first


def test_the_gold_is_what_its_source_gives() -> None:
    assert differences(build()) == []
    assert main(["--check"]) == 0


def test_every_span_of_the_gold_holds(docs: dict[str, Node]) -> None:
    assert len(docs) == 6
    for doc in docs.values():
        text = (GOLD / doc["file"]).read_bytes().decode("utf-8")
        found = list(spans(doc))
        assert len(found) > 50
        assert all(text[s["start"] : s["end"]] == s["text"] for s in found)
        assert len(text) == doc["n_chars"]


def test_spans_lie_in_the_sentence_that_they_name(docs: dict[str, Node]) -> None:
    for doc in docs.values():
        for span in spans(doc):
            sentence = doc["sentences"][span["sentence"]]
            assert sentence["start"] <= span["start"] and span["end"] <= sentence["end"]


def test_the_gold_has_what_the_story_is_meant_to_show(docs: dict[str, Node], story: Node) -> None:
    types = {t for d in story["disagreements"] for t in d["types"]}
    assert {"denial", "contradiction", "update", "scope", "lost bound"} <= types
    bounds = {q["bound"] for d in docs.values() for q in d["quantities"]}
    assert {"exact", "about", "at least", "at most", "could reach", "unquantified"} <= bounds
    assert any(a["nested"] for d in docs.values() for a in d["attributions"])
    assert any(len(a["content"]) > 1 for d in docs.values() for a in d["attributions"])
    assert any(q.get("settled_by") for q in story["open_questions"])
    assert "satire" in {f["type"] for f in docs["R5"]["flags"]}
    assert [(c["a"], c["b"]) for c in story["copies"] if c["kind"] == "copy"] == [("R2", "R3"), ("R2", "R4")]


def test_the_gold_folder_tells_what_is_known_of_each_article(gathered: Gathered) -> None:
    rows = [json.loads(line) for line in (GOLD / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [r["date"] for r in rows] == [str(a.published) for a in gathered.articles]
    assert [r["doc_id"] for r in rows] == sorted(p.stem for p in GOLD.glob("*.txt"))


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text("changed", encoding="utf-8")
    (tmp_path / "02.txt").write_text("left over", encoding="utf-8")
    assert differences({"01.txt": "as it was", "03.txt": "missing"}, tmp_path) == ["01.txt", "02.txt", "03.txt"]
