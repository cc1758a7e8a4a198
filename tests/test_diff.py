"""``sayso diff``: what changed in a story from one day to another."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sayso.brief.changes import select_changes
from sayso.cli import main
from sayso.model import Article, Changes, Citation, Gathered, Question
from sayso.pipeline import as_of, read_changes, read_story

RESERVOIR = Path(__file__).parent.parent / "examples" / "reservoir"
FIRST = (
    "A ferry sank off Karst on Monday, and 14 passengers are missing, the coast guard said. It was not clear whether "
    "the ferry had been overloaded. Harbour master Ivo Brandt said the ferry had been inspected in April."
)
SECOND = (
    "The coast guard said on Wednesday that 19 passengers are missing after a ferry sank off Karst. The operator "
    "Seelinie denied that the ferry had been inspected in April. The captain, Lea Horn, is in hospital, a doctor said."
)
AGAIN = "A ferry sank off Karst, and 14 passengers are missing, the coast guard said on Tuesday."


def story(*texts: tuple[str, str | None]) -> Gathered:
    days = [(text, date.fromisoformat(day) if day else None) for text, day in texts]
    return Gathered(
        tuple(Article.make(t, f"{n}.txt", outlet=f"Outlet {n}", published=d) for n, (t, d) in enumerate(days))
    )


FERRY = story((FIRST, "2031-05-05"), (AGAIN, "2031-05-06"), (SECOND, "2031-05-07"))
MONDAY, TUESDAY, WEDNESDAY = (date(2031, 5, day) for day in (5, 6, 7))


@pytest.fixture(scope="module")
def ferry() -> Changes:
    return read_changes(FERRY, MONDAY, WEDNESDAY)


def cited(changes: Changes, citations: Iterable[Citation]) -> set[str]:
    names = {a.id: a.name for a in changes.after.articles}
    return {names[c.article] for c in citations}


def test_both_pictures_are_those_of_as_of(ferry: Changes) -> None:
    # What is left out is named once, with the later picture.
    assert ferry.before == replace(read_story(as_of(FERRY, MONDAY)), skipped=())
    assert ferry.after == read_story(as_of(FERRY, WEDNESDAY))


def test_a_figure_that_moved_stands_beside_the_last_one_before(ferry: Changes) -> None:
    (moved,) = ferry.moved
    assert [(row.value, cited(ferry, [row.citation])) for row in moved.rows] == [(14, {"0.txt"}), (19, {"2.txt"})]


def test_the_same_figure_again_is_no_news() -> None:
    changes = read_changes(FERRY, MONDAY, TUESDAY)
    assert len(changes.articles) == 1
    assert changes.moved == () and changes.series == ()


def test_a_denial_of_what_was_said_before_is_new(ferry: Changes) -> None:
    (denial,) = [d for d in ferry.disagreements if d.type == "denial"]
    assert cited(ferry, (c for side in denial.sides for c in side.citations)) == {"0.txt", "2.txt"}


def test_new_claims_rest_on_new_articles_only(ferry: Changes) -> None:
    new = {"1.txt", "2.txt"}
    assert any("in hospital" in a.text for a in ferry.accounts)
    assert all(cited(ferry, a.citations) <= new for a in ferry.accounts)
    assert all(cited(ferry, q.citations) <= new for q in ferry.questions)
    assert all(cited(ferry, e.citations) <= new for e in ferry.timeline)


def test_a_question_that_a_new_article_settles_is_listed() -> None:
    plan = "Norrail will open the coastal line on Monday, the company said."
    done = "Norrail opened the coastal line on Monday, the company said. A brass band played."
    given = story((plan, "2031-05-03"), (done, "2031-05-06"))
    changes = read_changes(given, date(2031, 5, 3), date(2031, 5, 6))
    (settled,) = changes.settled
    assert cited(changes, settled.citations) == {"0.txt"}
    assert cited(changes, settled.settled_by) == {"1.txt"}
    assert not settled_before(given)
    brief = select_changes(changes, date(2031, 5, 3), date(2031, 5, 6))
    (section,) = [s for s in brief.sections if s.key == "settled"]
    assert [line.text for line in section.lines][1:] == [
        "settled by a later article: Norrail opened the coastal line on Monday"
    ]


def settled_before(given: Gathered) -> tuple[Question, ...]:
    return read_changes(given, date(2031, 5, 6), date(2031, 5, 7)).settled


def test_nothing_between_two_days_changes_nothing() -> None:
    changes = read_changes(FERRY, WEDNESDAY, date(2031, 6, 1))
    assert changes.articles == ()
    assert not any((changes.accounts, changes.moved, changes.series, changes.disagreements, changes.timeline))
    brief = select_changes(changes, WEDNESDAY, date(2031, 6, 1))
    assert [s.key for s in brief.sections] == ["articles", "nothing"]


def test_before_the_first_article_everything_is_new() -> None:
    changes = read_changes(FERRY, date(2031, 1, 1), WEDNESDAY)
    assert changes.before.articles == () and len(changes.articles) == 3
    assert changes.accounts == changes.after.accounts
    assert changes.disagreements == changes.after.disagreements
    assert changes.moved == () and len(changes.series) == len(changes.after.series)


def test_undated_and_later_articles_are_left_out_and_named() -> None:
    given = story((FIRST, "2031-05-05"), (AGAIN, None), (SECOND, "2031-05-07"))
    changes = read_changes(given, date(2031, 5, 4), MONDAY)
    assert [(s.name, s.reason) for s in changes.after.skipped] == [
        ("1.txt", "no publication date"),
        ("2.txt", "published 2031-05-07, after 2031-05-05"),
    ]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["diff", str(RESERVOIR), *arguments])
    return code, *capsys.readouterr()


def test_the_report_cites_like_a_brief_and_marks_new_articles(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--from", "2031-05-04", "--to", "2031-05-07")
    assert code == 0
    assert "changes from 2031-05-04 to 2031-05-07" in " ".join(out.split())
    articles = out[out.index("ARTICLES") : out.index("FIGURES THAT MOVED")]
    assert articles.count("; new") == 3
    assert "at least 120" in out.casefold() and "before; " in out and "[5:9]" in out
    assert "NEW DENIALS AND DISAGREEMENTS" in out and "NEW CLAIMS" in out
    assert "skipped 06_examiner.txt: published 2031-05-09" in err


@pytest.mark.parametrize("ending", ["json", "html", "md"])
def test_every_format_is_written_and_the_json_verifies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    saved = tmp_path / f"diff.{ending}"
    code, out, _ = run(capsys, "--from", "2031-05-04", "--to", "2031-05-09", "-o", str(saved))
    text = saved.read_text(encoding="utf-8")
    assert (code, out) == (0, "") and "2031-05-04" in text
    if ending == "json":
        read = json.loads(text)
        assert (read["since"], read["as_of"], read["format"]) == ("2031-05-04", "2031-05-09", "sayso-brief-1")
        assert main(["verify", str(saved), str(RESERVOIR)]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "soon", "--to", "2031-05-09"], '"soon" is not a date: give it as YYYY-MM-DD, e.g. --from'),
        (["--from", "2031-05-04", "--to", "2031-13-09"], '"2031-13-09" is not a date'),
        (["--from", "2031-05-09", "--to", "2031-05-04"], "--from 2031-05-09 is after --to 2031-05-04"),
        (["--from", "2031-05-09"], "Missing option '--to'"),
        (["--from", "2031-05-04", "--to", "2031-05-09", "--story", "7"], 'no story has "7"'),
    ],
)
def test_a_wrong_call_is_exit_code_2(capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"sayso: {said}")
    assert err.count("\n") == 1 or "--story" in arguments


def test_nothing_published_by_the_second_day_is_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--from", "2001-01-01", "--to", "2001-01-02")
    assert (code, out) == (1, "")
    assert err.splitlines()[-1] == "sayso: no article was published by 2001-01-02"
