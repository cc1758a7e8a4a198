"""Every story of a mixed archive, read by itself."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

import sayso
from sayso import pipeline
from sayso.annotate import annotate_all, reader
from sayso.cli import main
from sayso.errors import UsageError
from sayso.link import copies_among, link
from sayso.model import Article, Comparison, Gathered
from sayso.stories import group, of_one_story
from tests.link.test_stories import coverage


def archive(dated: bool = True) -> tuple[Article, ...]:
    """Return articles on three events, and a copy of the first."""
    given = coverage(dated)
    again = given[0]
    copy = Article.make(again.text, "copy", outlet="Copier", published=again.published)
    return (*given, copy)


def read(articles: tuple[Article, ...]) -> list[Comparison]:
    return list(pipeline.read_stories(group(Gathered(articles)), fast=True))


@pytest.mark.parametrize("dated", [True, False])
def test_each_story_is_what_its_articles_alone_give(dated: bool) -> None:
    articles = archive(dated)
    grouped = group(Gathered(articles))
    found = read(articles)
    assert [{a.id for a in c.articles} for c in found] == [{m.article for m in s.members} for s in grouped.stories]
    assert len(found) > 1
    for number, one in enumerate(found, start=1):
        alone = pipeline.read_story(of_one_story(Gathered(articles), str(number)), fast=True)
        assert replace(one, skipped=()) == replace(alone, skipped=())


def test_any_order_gives_the_identical_stories() -> None:
    articles = archive()
    assert read(tuple(random.Random(5).sample(articles, len(articles)))) == read(articles)


def test_the_copies_that_are_found_do_not_depend_on_the_grouping() -> None:
    articles = archive()
    annotations = list(annotate_all(articles, fast=True))
    pairs = {(c.a, c.b) for c in link(annotations).copies}
    assert {(c.a, c.b) for c in copies_among(articles)} == pairs
    assert {(c.a, c.b) for one in read(articles) for c in one.links.copies} == pairs
    assert {c for one in read(articles) for c in one.links.copies} == set(link(annotations).copies)


def test_an_empty_archive_has_no_story_and_one_article_is_one() -> None:
    assert read(()) == []
    assert [len(c.articles) for c in read(archive()[:1])] == [1]


def test_an_article_that_cannot_be_read_is_listed_in_its_story(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = archive()
    whole = reader.annotate_doc
    broken = articles[-2]

    def failing(doc: object, article: Article, fast: bool = False) -> object:
        if article.id == broken.id:
            raise ValueError("broken")
        return whole(doc, article, fast)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "annotate_doc", failing)
    found = read(articles)
    assert len(found) == len(group(Gathered(articles)).stories)
    assert [s.name for one in found for s in one.skipped] == [broken.name]
    assert broken.id not in {a.id for one in found for a in one.articles}


def test_python_goes_through_all_stories(tmp_path: Path) -> None:
    for number, article in enumerate(archive()):
        (tmp_path / f"{number}.txt").write_text(article.text, encoding="utf-8")
    found = list(sayso.read_all(tmp_path, fast=True))
    assert [len(s.articles) for s in found] == [len(s.members) for s in sayso.group(tmp_path).stories]
    with pytest.raises(UsageError):
        sayso.read_all(tmp_path / "nothing")


@pytest.mark.parametrize("kind", ["json", "html"])
def test_the_command_writes_a_brief_for_each_story(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    folder, briefs = tmp_path / "archive", tmp_path / "briefs"
    folder.mkdir()
    for number, article in enumerate(archive()):
        (folder / f"{number}.txt").write_text(article.text, encoding="utf-8")
    options = ["--format", "json"] if kind == "json" else []
    assert main(["stories", str(folder), "--briefs", str(briefs), "--fast", *options]) == 0
    ids = {s.id for s in sayso.group(folder).stories}
    assert {p.name for p in briefs.iterdir()} == {f"{i}.{kind}" for i in ids}
    out = capsys.readouterr().out
    if kind == "json":
        assert {s["id"] for s in json.loads(out)["stories"]} == ids
        assert all(main(["verify", str(p)]) == 0 for p in briefs.iterdir())


def test_a_folder_for_briefs_that_cannot_be_made_stops_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("A ferry sank.", encoding="utf-8")
    assert main(["stories", str(tmp_path / "a.txt"), "--briefs", str(tmp_path / "no" / "briefs")]) == 2
    assert "cannot make the folder" in capsys.readouterr().err
