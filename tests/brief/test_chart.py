from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.brief.chart import UNNAMED, Mark, chart, colours
from sayso.brief.scale import number, scale_for
from sayso.model import Bound, Brief, FigureRow, Mode, Series, SourceType, Who


def _mark(brief: Brief, **changes: object) -> Mark:
    """Draw the first figure of the first series with these changes, beside an exact 100."""
    series = brief.series[0]
    first, other = series.rows[0], replace(series.rows[1], value=100.0, low=100.0, high=100.0)
    rows = (replace(first, **changes), other)  # type: ignore[arg-type]
    drawn = chart(replace(series, rows=rows), colours([series]))
    assert drawn
    return next(m for m in drawn.marks if m.citation == first.citation)


def _series(brief: Brief, *rows: FigureRow) -> Series:
    return replace(brief.series[0], rows=rows)


def test_a_lower_bound_points_up_and_an_upper_bound_down(brief: Brief) -> None:
    least = _mark(brief, value=50.0, low=50.0, high=None, bound=Bound.AT_LEAST)
    assert (least.shape, least.label) == ("least", "≥ 50")
    assert least.high < least.y == least.low
    most = _mark(brief, value=50.0, low=None, high=50.0, bound=Bound.UP_TO)
    assert (most.shape, most.label) == ("most", "≤ 50")
    assert most.high == most.y < most.low


def test_about_is_a_band_and_between_an_interval(brief: Brief) -> None:
    about = _mark(brief, value=50.0, low=None, high=None, bound=Bound.ABOUT)
    assert about.shape == "about" and about.high < about.y < about.low
    between = _mark(brief, value=None, low=20.0, high=80.0, bound=Bound.BETWEEN)
    assert (between.shape, between.low_label, between.label) == ("between", "20", "80")
    assert between.high < between.low


def test_a_vague_number_is_its_lower_bound_and_no_more(brief: Brief) -> None:
    vague = _mark(brief, value=None, low=60.0, high=None, bound=Bound.UNQUANTIFIED)
    assert (vague.shape, vague.label) == ("least", "≥ 60")


def test_what_is_not_plainly_stated_is_hollow(brief: Brief) -> None:
    assert not _mark(brief).hollow
    assert _mark(brief, mode=Mode.DENIED).hollow
    assert _mark(brief, copied=True).hollow


def test_a_title_says_words_source_and_date(brief: Brief) -> None:
    assert _mark(brief).title == "At least 12 workers; Ines Dahl; 4 March 2031"


def test_dates_run_from_left_to_right_and_the_undated_come_last(brief: Brief) -> None:
    rows = brief.series[0].rows
    drawn = chart(_series(brief, replace(rows[0], as_of=None), rows[2], rows[1]), {})
    assert drawn
    assert [c.names for c in drawn.columns] == [("5 Mar", "2031"), ("6 Mar", "2031"), ("undated",)]
    assert [c.undated for c in drawn.columns] == [False, False, True]
    assert [m.x for m in drawn.marks] == sorted(m.x for m in drawn.marks)


def test_more_days_between_give_more_room(brief: Brief) -> None:
    rows = [
        replace(r, as_of=d)
        for r, d in zip(brief.series[0].rows, ("2031-03-01", "2031-03-02", "2031-03-30"), strict=False)
    ]
    drawn = chart(_series(brief, *rows), {})
    assert drawn
    first, second, third = (c.middle for c in drawn.columns)
    assert third - second > second - first


def test_figures_of_one_day_stand_side_by_side(brief: Brief) -> None:
    rows = [replace(r, as_of="2031-03-04") for r in brief.series[0].rows]
    drawn = chart(_series(brief, *rows), {})
    assert drawn
    assert len(drawn.columns) == 1 and len({m.x for m in drawn.marks}) == 4


@pytest.mark.parametrize(
    "as_of", ["2031-03", "2031", "2031-03-04/2031-03-09", "2031-03-04/..", "XXXX-03-04", "2031-XX"]
)
def test_dates_of_any_width_are_drawn(brief: Brief, as_of: str) -> None:
    drawn = chart(_series(brief, replace(brief.series[0].rows[0], as_of=as_of), brief.series[0].rows[1]), {})
    assert drawn and len(drawn.columns) == 2
    assert all(0 <= m.x <= 100 for m in drawn.marks)


def test_one_number_makes_no_chart(brief: Brief) -> None:
    row = brief.series[0].rows[0]
    assert chart(_series(brief, row), {}) is None
    assert chart(_series(brief, row, replace(row, value=None, low=None)), {}) is None


def test_one_number_twice_makes_no_chart(brief: Brief) -> None:
    row = brief.series[0].rows[1]
    assert chart(_series(brief, row, replace(row, as_of="2031-03-09")), {}) is None


def test_figures_without_a_number_are_counted(brief: Brief) -> None:
    rows = brief.series[0].rows
    drawn = chart(_series(brief, *rows, replace(rows[0], value=None, low=None, high=float("inf"))), {})
    assert drawn and drawn.left_out == 1


def test_each_named_source_has_one_colour_and_unnamed_ones_are_no_voice(brief: Brief) -> None:
    palette = colours(brief.series)
    assert palette[UNNAMED] == "u"
    named = [palette[n] for n in ("Ines Dahl", "harbour officials", "fire brigade", "dockers’ union", "insurers")]
    assert len(set(named)) == 5 and "u" not in named


def test_sources_beyond_the_palette_are_grey(brief: Brief) -> None:
    row = brief.series[0].rows[0]
    rows = [replace(row, who=(Who(f"source {i}", SourceType.PERSON, f"s{i}"),)) for i in range(12)]
    assert sorted(colours([_series(brief, *rows)]).values()).count("u") == 5


def test_values_far_apart_are_on_a_logarithmic_scale() -> None:
    assert scale_for([3.0, 4000.0]).log
    assert not scale_for([3000.0, 12000.0]).log


@pytest.mark.parametrize("values", [[0.0], [5.0], [0.0, 0.0], [-3.0, 7.0], [1e-9, 1e15], [0.3, 0.7], [3000.0, 12000.0]])
def test_every_value_lies_on_the_axis_and_ticks_are_few(values: list[float]) -> None:
    scale = scale_for(values)
    assert all(0 <= scale.share(v) <= 1 for v in values)
    assert scale.low <= min(values) and max(values) <= scale.high
    assert 2 <= len(scale.ticks) <= 7
    assert list(scale.ticks) == sorted(set(scale.ticks))


@pytest.mark.parametrize(
    ("value", "shown"),
    [(3000, "3,000"), (12, "12"), (1_300_000, "1.3M"), (2e9, "2bn"), (0.25, "0.25"), (10_500.5, "10,500"), (-4, "-4")],
)
def test_numbers_are_short(value: float, shown: str) -> None:
    assert number(value) == shown
