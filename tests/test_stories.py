"""``sayso stories``, and which story ``sayso brief`` takes of a mixed folder."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

import sayso
from sayso.cli import main
from sayso.errors import UsageError
from sayso.gather import gather
from sayso.model import Article, Gathered
from sayso.stories import group, of_one_story, pick
from tests.link.test_stories import DERAILED, STRIKE, VOTE

RESERVOIR = Path(__file__).parent.parent / "examples" / "reservoir"
BESIDE = Path(__file__).parent.parent.parent / "shared" / "eval"
KOREA = Path(os.environ.get("SAYSO_EVAL") or BESIDE) / "korea"


def write(folder: Path, *texts: str, day: str = "2031-03-07") -> Path:
    folder.mkdir(exist_ok=True)
    for text in texts:
        name = "-".join(text.split()[:3]).lower()
        (folder / f"{name}.txt").write_text(f"Outlet: The {name}\nDate: {day}\n\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    write(tmp_path / "mixed", *DERAILED)
    write(tmp_path / "mixed", *VOTE, day="2031-03-09")
    return write(tmp_path / "mixed", STRIKE[0], day="2031-03-10")


def test_stories_are_listed_with_title_days_outlets_and_articles(
    mixed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stories", str(mixed)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("2 stories of several articles, 1 article alone\n\n   1  ")
    assert (
        "3 articles · 2031-03-07 · The a-freight-train, The people-in-oldhaven, The rail-inspectors-took · id " in out
    )
    assert out.index("   1  ") < out.index("   2  ") < out.index("ALONE") < out.index("   3  2031-03-10")


def test_full_says_why_each_article_belongs_to_its_story(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", str(mixed), "--full"]) == 0
    assert capsys.readouterr().out.count(": words 0.") == 5


def test_the_json_holds_the_same_and_its_title_spans_hold(
    mixed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stories", str(mixed), "-o", str(tmp_path / "s.json")]) == 0
    assert capsys.readouterr().out == ""
    saved = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert saved["format"] == "sayso-stories-1" and saved["skipped"] == []
    assert [(s["number"], len(s["articles"]), s["first"], s["last"]) for s in saved["stories"]] == [
        (1, 3, "2031-03-07", "2031-03-07"),
        (2, 2, "2031-03-09", "2031-03-09"),
        (3, 1, "2031-03-10", "2031-03-10"),
    ]
    texts = {a.id: a.text for a in gather([mixed]).articles}
    for story in saved["stories"]:
        at = story["title_span"]
        assert texts[at["article"]][at["start"] : at["end"]] == story["title"]


def test_a_stream_of_rows_is_grouped_and_a_bad_row_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [json.dumps({"id": f"r{n}", "text": text}) for n, text in enumerate((*STRIKE, DERAILED[0]))]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join([*rows, "{"]).encode())))
    assert main(["stories", "-"]) == 0
    out, err = capsys.readouterr()
    assert "1 story of several articles, 1 article alone" in out
    assert "sayso: skipped stdin" in err and "NOT READ" in out


def test_nothing_readable_is_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert main(["stories", str(tmp_path)]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "sayso: nothing could be read"


def test_a_brief_on_a_mixed_folder_asks_which_story(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(mixed)]) == 2
    out, err = capsys.readouterr()
    first, *lines = err.splitlines()
    assert out == "" and first.startswith("sayso: there are 3 stories: choose with --story N")
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert "(3 articles, 2031-03-07; " in lines[0]


def test_a_story_is_taken_by_number_title_or_id(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = group(gather([mixed])).stories[1]
    for wanted in ("2", found.title.text.upper(), found.id):
        assert main(["brief", str(mixed), "--story", wanted]) == 0
        out, err = capsys.readouterr()
        assert "2 articles" in out and "ballots" in out and "ammonia" not in out
        assert err.count("of another story (--story all takes every article)") == 4


def test_all_takes_every_article(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(mixed), "--story", "all"]) == 0
    out, err = capsys.readouterr()
    assert "6 articles" in out and err == ""


@pytest.mark.parametrize(
    ("wanted", "said"),
    [("9", 'no story has "9"'), ("0", 'no story has "0"'), ("", 'no story has ""'), ("o", '3 stories have "o"')],
)
def test_a_story_that_is_not_there_or_not_the_only_one_is_exit_code_2(
    mixed: Path, capsys: pytest.CaptureFixture[str], wanted: str, said: str
) -> None:
    assert main(["brief", str(mixed), "--story", wanted]) == 2
    assert capsys.readouterr().err.startswith(f"sayso: {said}")


def articles(*texts: str) -> Gathered:
    return Gathered(tuple(Article.make(t, f"{n}.txt", published=date(2031, 3, 7)) for n, t in enumerate(texts)))


def test_a_stray_article_beside_a_large_story_is_left_out_and_named() -> None:
    kept = of_one_story(articles(*DERAILED, STRIKE[0]))
    assert [a.name for a in kept.articles] == ["0.txt", "1.txt", "2.txt"]
    assert [(s.name, s.reason) for s in kept.skipped] == [("3.txt", "of another story")]


def test_two_single_articles_or_too_many_strays_are_asked_about() -> None:
    for given in (articles(DERAILED[0], STRIKE[0]), articles(*DERAILED, STRIKE[0], VOTE[0])):
        with pytest.raises(UsageError, match="choose with --story"):
            of_one_story(given)


def test_a_note_too_short_to_tell_stays_with_the_story() -> None:
    given = articles(*DERAILED, "The bakers’ guild said on Monday that it will go on.")
    assert of_one_story(given) is given


def test_one_article_and_none_are_what_they_are() -> None:
    for given in (articles(), articles(STRIKE[0])):
        assert of_one_story(given) is given
    with pytest.raises(UsageError, match="there are 0 stories"):
        pick(group(articles()), "1")


def test_many_stories_are_not_all_listed() -> None:
    texts = [" ".join(f"{letter}{n}word" for n in range(70)) for letter in "abcdefghijklmnopqrstu"]
    with pytest.raises(UsageError) as error:
        of_one_story(articles(*texts))
    assert str(error.value).splitlines()[-1] == "  … and 1 more: sayso stories lists them"


def test_the_example_is_one_story() -> None:
    given = gather([RESERVOIR])
    assert len(group(given).stories) == 1
    assert of_one_story(given) is given


@pytest.mark.skipif(not KOREA.is_dir(), reason="the evaluation data are not beside the checkout")
def test_five_undated_articles_over_weeks_of_one_story_are_one() -> None:
    assert len(group(gather(sorted(KOREA.glob("*.txt")))).stories) == 1


def test_from_python_a_folder_is_grouped_and_one_story_read(mixed: Path) -> None:
    grouped = sayso.group(mixed)
    assert [len(s.members) for s in grouped.stories] == [3, 2, 1]
    story = sayso.read(mixed, story=2)
    assert len(story.articles) == 2 and len(story.skipped) == 4
    assert len(sayso.read(mixed).articles) == 6
