from __future__ import annotations

from collections.abc import Callable

from sayso.model import Bound, Comparison, Series

Tell = Callable[..., Comparison]


def series_with(story: Comparison, value: float) -> Series:
    return next(s for s in story.series if any(r.value == value for r in s.rows))


def test_figures_of_one_thing_stand_in_one_row_in_the_order_of_their_dates(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-05", "Rescuers said at least 45 people were killed in the Alvern quake."),
        Herald=("2031-05-03", "The Alvern quake killed 12 people, the interior ministry said."),
    )
    rows = series_with(story, 12).rows
    assert [(r.value, r.bound, r.as_of) for r in rows] == [
        (12, Bound.EXACT, "2031-05-03"),
        (45, Bound.AT_LEAST, "2031-05-05"),
    ]


def test_the_dead_and_the_homeless_are_counted_apart(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-05", "The flood killed 40 people. More than 900 people were evacuated from the valley."),
    )
    assert series_with(story, 40).id != series_with(story, 900).id


def test_a_contingent_and_a_whole_army_are_kept_apart(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-05", "The ministry said 900 soldiers had reached Alvern."),
        Herald=("2031-05-06", "Norland has 1.2 million soldiers. About 1,000 soldiers are in Alvern, officials said."),
    )
    assert series_with(story, 900).id == series_with(story, 1000).id
    assert series_with(story, 900).id != series_with(story, 1_200_000).id


def test_a_rate_is_no_total(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-05", "The plant makes 400 cars a day."), Herald=("2031-05-05", "The plant has made 500 cars.")
    )
    assert series_with(story, 400).per == "day"
    assert series_with(story, 500).per is None


def test_the_date_of_the_statement_dates_the_figure_before_the_publication_date(tell: Tell) -> None:
    story = tell(
        Tribune=(
            "2031-05-09",
            "On May 4, 2031, the ministry confirmed that 300 workers had been on strike since March.",
        )
    )
    row = series_with(story, 300).rows[0]
    assert (row.as_of, row.basis) == ("2031-05-04", "stated")


def test_an_undated_article_gives_undated_figures(tell: Tell) -> None:
    row = series_with(tell(Tribune=(None, "The ministry said 300 workers were on strike.")), 300).rows[0]
    assert (row.as_of, row.basis) == (None, "unknown")


def test_every_row_names_who_gives_the_figure(tell: Tell) -> None:
    story = tell(Tribune=("2031-05-05", "Some 300 nurses walked out. Mayor Ana Dole said 250 nurses had walked out."))
    assert [w.name for w in series_with(story, 250).rows[0].who] == ["Ana Dole"]
    assert [w.name for r in series_with(story, 300).rows if r.value == 300 for w in r.who] == ["Tribune"]
