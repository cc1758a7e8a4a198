"""Figures of other wholes stand apart, linked; the most conservative figure stands beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.api import Story
from sayso.brief.phrases import conservative
from sayso.brief.select import select
from sayso.compare.derived import derive
from sayso.model import Bound, Citation, Comparison, FigureRow, Mode, Series, SourceType, Who

Tell = Callable[..., Comparison]

QUAKE = {
    "Coast": (
        "2031-03-02",
        "At least 30 people were killed in Karalar on Sunday, the ministry said. "
        "In the whole province 52 people died, the governor said.",
    ),
    "Ledger": (
        "2031-03-03",
        "The quake killed 41 people in Karalar, rescuers said. The ministry put the toll in the province at 60.",
    ),
    "Post": ("2031-03-04", "Between 70 and 90 people have died in the province, the rescue agency said on Tuesday."),
}


def by_place(story: Comparison) -> dict[str | None, Series]:
    return {s.place: s for s in story.series}


def test_a_town_and_its_province_are_two_rows_that_know_of_each_other(tell: Tell) -> None:
    places = by_place(tell(**QUAKE))
    town, province = places["in Karalar"], places["in the province"]
    assert [r.value for r in town.rows] == [30, 41]
    assert [(r.value, r.low) for r in province.rows] == [(52, 52), (60, 60), (None, 70)]
    assert province.id in town.related
    assert town.id in province.related


def test_no_figure_is_lost_or_doubled(tell: Tell) -> None:
    story = tell(**QUAKE)
    placed = [(r.citation.article, r.figure) for s in story.series for r in s.rows]
    assert len(placed) == len(set(placed)) == 5


def test_one_place_and_figures_without_one_are_not_torn_apart(tell: Tell) -> None:
    story = tell(
        Coast=("2031-03-02", "The quake killed 30 people in Karalar, the ministry said."),
        Ledger=("2031-03-03", "The quake killed 41 people, rescuers said."),
    )
    assert [[r.value for r in s.rows] for s in story.series] == [[30, 41]]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Nationwide, 4,000 workers walked out, the union said.", "nationwide"),
        ("In Lorvik, 4,000 workers walked out, the union said.", "in Lorvik"),
        ("Some 4,000 workers walked out across the country.", "across the country"),
        ("In Oslo, the union said that 4,000 workers had walked out.", None),
        ("In March, 4,000 workers walked out.", None),
    ],
)
def test_which_whole_a_figure_is_of(tell: Tell, sentence: str, place: str | None) -> None:
    story = tell(
        Coast=("2031-05-02", "About 900 workers walked out at Kelm, the union said."),
        Herald=("2031-05-02", "Some 300 workers walked out in Dorn, the union said."),
        Ledger=("2031-05-03", sentence),
    )
    (found,) = (s for s in story.series for r in s.rows if r.value == 4000)
    assert found.place == place


def test_a_part_told_after_its_whole_has_its_own_place(tell: Tell) -> None:
    story = tell(Coast=("2031-05-02", "Some 9,000 soldiers were deployed in Torva, of whom 800 are in Kelm, it said."))
    assert {s.place: [r.value for r in s.rows] for s in story.series} == {"in Torva": [9000], "in Kelm": [800]}


def row(
    value: float | None, bound: Bound = Bound.EXACT, low: float | None = None, high: float | None = None, **more: object
) -> FigureRow:
    given: dict[str, object] = {"mode": Mode.ASSERTED, "as_of": "2031-05-02", "copied": False} | more
    number = int(value or low or 0)
    return FigureRow(
        Citation("a", number, ()),
        number,
        value,
        low,
        high,
        bound,
        "people",
        (Who("Ana Dole", SourceType.PERSON, "actor:ana dole"),),
        basis="stated",
        words=f"{number}",
        **given,  # type: ignore[arg-type]
    )


def exact(value: float, **more: object) -> FigureRow:
    return row(value, Bound.EXACT, value, value, **more)


def series(*rows: FigureRow) -> Series:
    return Series(0, "people", "people", None, None, None, rows)


def test_the_lowest_number_of_a_day_is_derived_and_a_dispute_noted() -> None:
    (found,) = derive(series(exact(40), exact(60), row(50, Bound.AT_LEAST, 50, None)))
    assert (found.value, found.high, found.disputed, found.rows) == (40, None, True, 3)
    assert [c.sentence for c in found.citations] == [40]


def test_bounds_that_fit_are_no_dispute() -> None:
    (found,) = derive(series(exact(60), row(50, Bound.AT_LEAST, 50, None), row(None, Bound.BETWEEN, 55, 70)))
    assert (found.value, found.disputed) == (50, False)


@pytest.mark.parametrize(
    "left_out",
    [
        row(5, Bound.UP_TO, None, 5),
        row(5, Bound.LESS_THAN, None, 5),
        exact(5, mode=Mode.PREDICTED),
        exact(5, mode=Mode.DENIED),
        exact(5, copied=True),
    ],
)
def test_what_commits_to_no_count_is_not_derived_from(left_out: FigureRow) -> None:
    (found,) = derive(series(exact(40), left_out))
    assert found.value == 40
    assert derive(series(left_out)) == ()


def test_each_date_has_its_own(tell: Tell) -> None:
    town = by_place(tell(**QUAKE))["in Karalar"]
    assert [(d.as_of, d.value) for d in town.derived] == [("2031-03-02", 30), ("2031-03-03", 41)]
    assert conservative(town) == "most conservative, 3 March 2031: 41"


def test_the_brief_and_the_table_show_it_beside_the_rows(tell: Tell) -> None:
    story = tell(
        Coast=("2031-03-04", "The mayor, Ana Dole, said 48 people had died in Karalar."),
        Ledger=("2031-03-04", "A hospital source said more than 120 people had died in Karalar."),
    )
    brief = select(story, full=True)
    lines = [line for section in brief.sections if section.key == "figures" for line in section.lines]
    assert lines[0].note == "most conservative, 4 March 2031: 48; disputed, no upper bound"
    assert [r.value for r in brief.series[0].rows] == [48, 120]
    table = Story(story).figures
    assert {(f.value, f.conservative, f.disputed) for f in table} == {(48, 48, True), (120, 48, True)}
