from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError, fields
from importlib import import_module
from pathlib import Path

import pytest

import sayso
from sayso.errors import UsageError
from sayso.export import table
from sayso.export.records import FigureRecord, SkippedRecord
from sayso.export.table import Table

FIRST = """A ferry ran aground off Lintel Point on Sunday, the coastguard said. At least 14 passengers were hurt, \
the coastguard said. The ferry company denied that the captain had been drunk.
"""
SECOND = """The number of hurt passengers rose to 21 on Monday, according to the regional hospital. “We expect more to \
come in,” its director, Hanne Voss, told reporters. She warned that the wreck could break apart.
"""

TABLES = (
    "articles",
    "attributions",
    "claims",
    "figures",
    "events",
    "times",
    "flags",
    "actors",
    "accounts",
    "disagreements",
    "timeline",
    "relations",
    "questions",
    "copies",
    "skipped",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ferry")
    (made / "first.txt").write_text(f"Published: 2031-05-05\n\n{FIRST}", encoding="utf-8")
    (made / "second.txt").write_text(SECOND, encoding="utf-8")
    (made / "empty.txt").write_text("", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def story(folder: Path) -> sayso.Story:
    return sayso.read(folder)


def test_reading_a_folder_gives_its_articles_and_what_was_skipped(story: sayso.Story) -> None:
    assert sorted(a.name for a in story.articles) == ["first.txt", "second.txt"]
    assert [s.name for s in story.skipped] == ["empty.txt"]


@pytest.mark.parametrize("name", TABLES)
def test_each_table_becomes_data_frames_of_its_own_columns(story: sayso.Story, name: str) -> None:
    made = getattr(story, name)
    for frame in (made.to_pandas(), made.to_polars()):
        assert list(frame.columns) == list(made.columns)
        assert len(frame) == len(made)


def test_every_range_of_every_table_is_the_words_beside_it(story: sayso.Story) -> None:
    texts = {i: a.text for i, a in enumerate(story.comparison.articles, start=1)}
    for row in (*story.figures, *story.times, *story.flags):
        assert texts[row.article][row.start : row.end] == row.text
    for said in story.attributions:
        words = [" ".join(texts[said.article][a:b].split()) for a, b in said.content_spans]
        assert " … ".join(words) == said.content


def test_figures_say_how_many_who_and_where(story: sayso.Story) -> None:
    found = {row.value: row for row in story.figures if row.value in (14, 21)}
    assert found[14].bound == "at least"
    assert "coastguard" in found[14].who.casefold()
    assert found[21].sentence == 1


def test_records_are_frozen(story: sayso.Story) -> None:
    with pytest.raises(FrozenInstanceError):
        story.articles[0].name = "other"  # type: ignore[misc]


def test_repr_counts_and_a_notebook_shows_the_brief(story: sayso.Story) -> None:
    assert repr(story).startswith("Story(") and "2 articles" in repr(story)
    assert "<pre>" in story._repr_html_()


def test_a_brief_can_be_rendered(story: sayso.Story) -> None:
    assert sayso.render(story.brief(), "html").startswith("<!doctype html>")
    with pytest.raises(UsageError, match='no format "pdf"'):
        sayso.render(story.brief(), "pdf")


def test_as_of_leaves_out_what_came_later_or_has_no_date(folder: Path) -> None:
    early = sayso.read(folder, as_of="2031-05-05")
    assert [a.name for a in early.articles] == ["first.txt"]
    assert early.brief().as_of == "2031-05-05"


def test_wrong_calls_say_what_is_wrong(folder: Path) -> None:
    with pytest.raises(UsageError, match="not a date"):
        sayso.read(folder, as_of="soon")
    with pytest.raises(UsageError):
        sayso.read(folder / "nowhere")
    with pytest.raises(AttributeError, match="no attribute 'writes'"):
        sayso.writes  # noqa: B018


def test_one_text_can_be_annotated() -> None:
    read = sayso.annotate_text("The mayor said that two bridges were closed.", published="2031-05-05")
    assert read.attributions


def test_importing_sayso_does_not_import_spacy() -> None:
    code = "import sayso, sys; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_all_names_of_the_package_are_there() -> None:
    assert all(getattr(sayso, name) for name in sayso.__all__)
    assert set(sayso.__all__) <= set(dir(sayso))


def _skipped(count: int) -> Table[SkippedRecord]:
    return Table("skipped", SkippedRecord, [SkippedRecord(f"{i}.bin", "<b>binary</b> " * 9, "") for i in range(count)])


def test_a_table_is_an_immutable_sequence() -> None:
    made = _skipped(3)
    assert made[1].name == "1.bin" and made[-1].name == "2.bin"
    assert isinstance(made[1:], Table) and len(made[1:]) == 2
    assert made == _skipped(3) and hash(made) == hash(_skipped(3))
    assert made != _skipped(2)


def test_a_long_table_shows_its_head_and_how_many_more() -> None:
    rows = repr(_skipped(30)).splitlines()
    assert rows[0] == "skipped: 30 rows"
    assert rows[-1] == "… 20 more"
    assert max(map(len, rows)) <= table.WIDTH


def test_a_notebook_shows_words_and_not_their_markup() -> None:
    assert "&lt;b&gt;binary" in _skipped(1)._repr_html_()


def test_an_empty_table_keeps_its_columns() -> None:
    made: Table[FigureRecord] = Table("figures", FigureRecord, [])
    assert repr(made) == "figures: 0 rows"
    assert list(made.to_pandas().columns) == [f.name for f in fields(FigureRecord)] == made.to_polars().columns


def test_a_missing_library_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> object:
        if name == "pandas":
            raise ImportError
        return import_module(name)

    monkeypatch.setattr(table, "import_module", refuse)
    with pytest.raises(UsageError, match=r"pip install 'sayso\[pandas\]'"):
        _skipped(1).to_pandas()


@pytest.mark.parametrize("path", ["", "  "])
def test_an_empty_path_is_refused_and_not_the_current_folder(path: str) -> None:
    with pytest.raises(UsageError, match="empty path"):
        sayso.read(path)


def test_paths_may_come_as_a_list() -> None:
    folder = Path(__file__).parent.parent / "examples" / "reservoir"
    given = [folder / "01_courier.html", str(folder / "02_norvane.txt")]
    assert len(sayso.read(given).articles) == 2
