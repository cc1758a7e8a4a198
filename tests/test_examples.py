"""The annotated stories, the examples and those beside them: their articles are read, and their gold holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from quality.example_gold import Example, build, differences, examples, main, stories
from quality.gold_text import GoldError
from sayso.gather import gather
from sayso.model import Gathered

Node = dict[str, Any]
STORIES = {example.name: example for example in stories()}
EVIDENCE = ("attributions", "quantities", "times", "events", "flags", "outlet_claims")


@pytest.fixture(params=STORIES)
def example(request: pytest.FixtureRequest) -> Example:
    return STORIES[request.param]


@lru_cache
def gathered(name: str) -> Gathered:
    return gather([STORIES[name].articles])


@lru_cache
def docs(name: str) -> dict[str, Node]:
    paths = sorted((STORIES[name].gold / "gold").glob("[0-9]*.json"))
    return {doc["short"]: doc for doc in (json.loads(p.read_text(encoding="utf-8")) for p in paths)}


@lru_cache
def story(name: str) -> Node:
    read: Node = json.loads((STORIES[name].gold / "gold" / "story.json").read_text(encoding="utf-8"))
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


def quantities(name: str) -> dict[str, Node]:
    return {q["id"]: q for doc in docs(name).values() for q in doc["quantities"]}


def test_there_are_two_examples_and_each_story_has_its_articles() -> None:
    assert [example.name for example in examples()] == ["reservoir", "truce"]
    assert all(example.articles.is_dir() for example in STORIES.values())


def test_the_stories_to_measure_on_are_no_examples() -> None:
    assert STORIES.keys() - {example.name for example in examples()} == {
        *("held_out_story", "blind_story", "outbreak_story", "convoy_story"),
    }


def test_all_articles_are_read_whole(example: Example) -> None:
    read = gathered(example.name)
    assert read.skipped == ()
    assert {doc["article"] for doc in docs(example.name).values()} == {Path(a.name).stem for a in read.articles}
    assert all(150 <= len(a.text.split()) <= 500 for a in read.articles)


def test_each_article_states_title_outlet_and_address(example: Example) -> None:
    articles = gathered(example.name).articles
    assert len({a.outlet for a in articles}) == len(articles)
    assert all(a.title and a.text.startswith(a.title) for a in articles)
    assert all(".example/" in (a.url or "") for a in articles)


def test_dates_are_stated_or_unknown() -> None:
    assert [str(a.published)[8:] for a in gathered("reservoir").articles] == ["03", "04", "05", "05", "07", "09"]
    dated = [date(2034, 3, day) for day in (6, 7, 8, 9, 14)]
    assert [a.published for a in gathered("truce").articles] == [*dated, None, None]
    dated = [date(2036, 10, day) for day in (13, 14, 14, 15, 16, 24)]
    assert [a.published for a in gathered("held_out_story").articles] == [*dated, None]
    dated = [date(2038, 3, day) for day in (17, 18, 18, 20, 27)]
    assert [a.published for a in gathered("blind_story").articles] == [*dated, None]
    dated = [date(2041, 4, day) for day in (5, 6, 9, 10, 11, 17)]
    assert [a.published for a in gathered("outbreak_story").articles] == [*dated, None]
    dated = [date(2037, 9, day) for day in (8, 9, 10, 11, 14, 18)]
    assert [a.published for a in gathered("convoy_story").articles] == [*dated, None]


def test_the_page_around_an_article_is_left_out(example: Example) -> None:
    first = gathered(example.name).articles[0]
    page = next(example.articles.glob("*.html")).read_text(encoding="utf-8")
    assert first.name.endswith(".html")
    for words in ("Front page", "Markets", "Weather", "©"):
        assert words not in first.text
    assert "<nav>" in page and "©" in page


def test_the_gold_is_what_its_source_gives(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    assert differences(build(example), example.gold) == []
    assert main([example.name, "--check"]) == 0
    assert capsys.readouterr().out == "the gold is up to date\n"


def test_every_span_of_the_gold_holds(example: Example) -> None:
    for doc in docs(example.name).values():
        text = (example.gold / doc["file"]).read_bytes().decode("utf-8")
        found = list(spans(doc))
        assert len(found) > 50
        assert all(text[s["start"] : s["end"]] == s["text"] for s in found)
        assert len(text) == doc["n_chars"]


def test_spans_lie_in_the_sentence_that_they_name(example: Example) -> None:
    for doc in docs(example.name).values():
        for span in spans(doc):
            sentence = doc["sentences"][span["sentence"]]
            assert sentence["start"] <= span["start"] and span["end"] <= sentence["end"]


def test_every_list_of_the_story_rests_on_what_its_articles_hold(example: Example) -> None:
    known = {x["id"] for doc in docs(example.name).values() for key in EVIDENCE for x in doc[key]}
    for key in ("claim_groups", "disagreements", "figures", "timeline", "relations", "open_questions", "briefing"):
        assert story(example.name)[key]
        for entry in story(example.name)[key]:
            sides = [i for side in entry.get("sides", ()) for i in side["ids"]]
            named = {*entry.get("ids", ()), *entry.get("evidence", ()), *entry.get("settled_by", ()), *sides}
            assert named and named <= known


def test_a_series_of_figures_repeats_its_quantities(example: Example) -> None:
    given = quantities(example.name)
    for series in story(example.name)["figures"]:
        assert [row["id"] for row in series["rows"]] == series["ids"]
        assert all(row.items() <= given[row["id"]].items() for row in series["rows"])


def test_a_settled_question_is_settled_by_another_article(example: Example) -> None:
    settled = [q for q in story(example.name)["open_questions"] if q.get("settled_by")]
    assert settled
    for question in settled:
        assert {i.split(".")[0] for i in question["settled_by"]} - {i.split(".")[0] for i in question["ids"]}


def test_both_signs_of_a_relation_occur(example: Example) -> None:
    stances = [r["stance"] for r in story(example.name)["relations"]]
    assert min(stances) < -0.2 and max(stances) > 0.2


def test_the_gold_folder_tells_what_is_known_of_each_article(example: Example) -> None:
    rows = [json.loads(line) for line in (example.gold / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = {Path(a.name).stem: a for a in gathered(example.name).articles}
    assert [r["doc_id"] for r in rows] == sorted(p.stem for p in example.gold.glob("*.txt"))
    assert {r["doc_id"]: r["date"] for r in rows} == {n: a.published and str(a.published) for n, a in articles.items()}


@pytest.mark.parametrize(
    ("name", "types", "bounds"),
    [
        (
            "reservoir",
            {"denial", "contradiction", "update", "scope", "lost bound", "certainty"},
            {"exact", "about", "at least", "at most", "could reach", "unquantified"},
        ),
        (
            "truce",
            {
                *("denial", "contradiction", "update", "scope", "lost bound", "certainty"),
                *("source", "quotation", "headline"),
            },
            {"exact", "about", "at least", "more than", "at most", "comparative"},
        ),
        (
            "held_out_story",
            {
                *("denial", "contradiction", "update", "scope", "lost bound", "certainty"),
                *("source", "quotation", "headline", "different assessment"),
            },
            {"exact", "about", "at least", "more than", "at most", "less than", "could reach", "unquantified"},
        ),
        (
            "blind_story",
            {"denial", "contradiction", "update", "lost bound", "certainty", "different assessment"},
            {"exact", "about", "at least", "more than", "at most", "comparative", "unquantified"},
        ),
        (
            "outbreak_story",
            {
                *("denial", "contradiction", "update", "scope", "lost bound", "certainty"),
                *("quotation", "headline", "different assessment"),
            },
            {"exact", "about", "at least", "more than", "at most", "could reach", "comparative", "unquantified"},
        ),
        (
            "convoy_story",
            {
                *("denial", "contradiction", "update", "scope", "lost bound", "certainty"),
                *("quotation", "headline", "different assessment"),
            },
            {"exact", "about", "at least", "more than", "at most", "unquantified"},
        ),
    ],
)
def test_a_story_shows_what_it_is_meant_to_show(name: str, types: set[str], bounds: set[str]) -> None:
    assert types <= {t for d in story(name)["disagreements"] for t in d["types"]}
    assert bounds <= {q["bound"] for q in quantities(name).values()}
    attributions = [a for d in docs(name).values() for a in d["attributions"]]
    assert any(a["nested"] for a in attributions)
    assert any(len(a["content"]) > 1 for a in attributions)
    assert {"indirect", "direct", "mixed"} == {a["kind"] for a in attributions}


@pytest.mark.parametrize(
    ("name", "copying"),
    [
        ("reservoir", {("R2", "R3", "copy"), ("R2", "R4", "copy"), ("R3", "R4", "common wire source")}),
        ("truce", {("T2", "T3", "copy"), ("T4", "T5", "common wire source")}),
        ("held_out_story", {("E1", "E2", "copy"), ("E1", "E3", "copy"), ("E2", "E3", "common wire source")}),
        ("blind_story", {("B1", "B2", "copy")}),
        ("outbreak_story", {("O1", "O2", "copy")}),
        ("convoy_story", {("E1", "E2", "copy")}),
    ],
)
def test_copies_are_told_from_what_only_looks_like_copying(name: str, copying: set[tuple[str, str, str]]) -> None:
    listed = {(c["a"], c["b"], c["kind"]) for c in story(name)["copies"]}
    assert copying == {pair for pair in listed if pair[2] in ("copy", "common wire source")}
    assert {"shared quotation", "same event"} <= {kind for *_, kind in listed}


def test_articles_carry_their_warnings() -> None:
    assert "satire" in {f["type"] for f in docs("reservoir")["R5"]["flags"]}
    assert "translation" in {f["type"] for f in docs("truce")["T6"]["flags"]}
    assert "editorialising" in {f["type"] for f in docs("truce")["T7"]["flags"]}
    assert "headline overreach" in {f["type"] for f in docs("truce")["T1"]["flags"]}
    assert {"wrong number", "editorialising"} <= {f["type"] for f in docs("held_out_story")["E3"]["flags"]}
    assert "correction" in {f["type"] for f in docs("held_out_story")["E6"]["flags"]}
    assert {"editorialising", "unnamed source"} <= {f["type"] for f in docs("blind_story")["B5"]["flags"]}
    assert "correction" in {f["type"] for f in docs("outbreak_story")["O5"]["flags"]}
    assert {"update as contradiction", "cut quotation"} <= {f["type"] for f in docs("outbreak_story")["O6"]["flags"]}
    assert {"lost hedge", "translation"} <= {f["type"] for f in docs("convoy_story")["E5"]["flags"]}


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text("changed", encoding="utf-8")
    (tmp_path / "02.txt").write_text("left over", encoding="utf-8")
    assert differences({"01.txt": "as it was", "03.txt": "missing"}, tmp_path) == ["01.txt", "02.txt", "03.txt"]


@pytest.mark.parametrize(
    ("ids", "message"),
    [('["T1.q01", "T1.att01"]', "F01 holds what is no quantity: T1.att01"), ('["T1.q99"]', "not there: T1.q99")],
)
def test_a_series_that_holds_no_figure_fails(tmp_path: Path, ids: str, message: str) -> None:
    given = STORIES["truce"]
    source = tmp_path / "source"
    copytree(given.gold / "source", source)
    text = (source / "story.toml").read_text(encoding="utf-8")
    before, _, after = text.partition('id = "F01"')
    counts, _, rest = after.partition("ids = ")
    broken = f'{before}id = "F01"{counts}ids = {ids}{rest[rest.index("]") + 1 :]}'
    (source / "story.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        build(Example("truce", given.articles, tmp_path))


def test_a_story_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["flood", "--check"]) == 2
    assert capsys.readouterr().err == f"no annotated story flood: there are {', '.join(STORIES)}\n"
