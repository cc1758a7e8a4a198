"""Parts of a month or year as approximate intervals, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.edtf import bounds, is_day, spoken
from sayso.compare.shades import shade_of, shaded


@pytest.mark.parametrize(
    ("words", "date", "part", "said"),
    [
        ("early October", "2031-10", "2031-10-01~/2031-10-10~", "early October 2031"),
        ("mid-June", "2031-06", "2031-06-11~/2031-06-20~", "mid June 2031"),
        ("late February", "2031-02", "2031-02-21~/2031-02-28~", "late February 2031"),
        ("early August", "2031-08/..", "2031-08-01~/..", "since early August 2031"),
        ("late 2031", "2031", "2031-09~/2031-12~", "late 2031"),
    ],
)
def test_a_part_of_a_month_or_year_is_an_interval_and_is_spoken_as_it_was_written(
    words: str, date: str, part: str, said: str
) -> None:
    assert shaded(words, date) == part
    assert spoken(part) == said
    assert not is_day(part)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("October", "2031-10"),
        ("early summer", "2031-22"),
        ("early on 3 May", "2031-05-03"),
        ("Early Monday", "2031-05-05"),
        ("early October", "2031-10/2031-11"),
        ("latest", "2031"),
        ("", ""),
    ],
)
def test_other_dates_stay_as_they_are(words: str, date: str) -> None:
    assert shaded(words, date) == date


@pytest.mark.parametrize(
    "date", ["", "2031-10", "2031-10-23~", "2031-10-02~/2031-10-10~", "2031-10-01/2031-10-10", "~/..", "../2031-10"]
)
def test_other_dates_are_no_parts(date: str) -> None:
    assert shade_of(date) is None


@given(st.sampled_from(["early", "mid", "late"]), st.integers(1, 12), st.integers(1900, 2100))
def test_parts_go_there_and_back_and_lie_in_their_month(name: str, month: int, year: int) -> None:
    whole = f"{year}-{month:02}"
    part = shaded(f"{name} month", whole)
    assert shade_of(part) == (name, whole)
    first, last = bounds(part)
    assert first is not None
    assert last is not None
    assert bounds(whole)[0] <= first <= last <= bounds(whole)[1]  # type: ignore[operator]
