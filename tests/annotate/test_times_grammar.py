"""The grammar of time expressions alone."""

from __future__ import annotations

import pytest

from sayso.annotate.times import calendar
from sayso.annotate.times.grammar import find_expressions


def test_the_longest_expression_wins() -> None:
    assert [f.end - f.start for f in find_expressions("October 23, 2023")] == [16]


def test_a_long_text_of_triggers_gives_each_expression_once() -> None:
    text = "the the next a few several May 12 of two hundred and " * 4_000 + "9" * 40_000
    found = [text[f.start : f.end] for f in find_expressions(text)]
    assert found[:-1] == ["May 12"] * 4_000


@pytest.mark.parametrize(("year", "day"), [(1961, "1961-04-02"), (2000, "2000-04-23"), (2019, "2019-04-21")])
def test_easter_falls_on_the_sunday_of_the_church_tables(year: int, day: str) -> None:
    assert calendar.easter(year).isoformat() == day


def test_the_last_monday_of_a_month_and_the_fourth_thursday_are_found() -> None:
    assert calendar.nth_weekday(2026, 5, 1, -1).isoformat() == "2026-05-25"
    assert calendar.nth_weekday(2026, 11, 4, 4).isoformat() == "2026-11-26"


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2024-05-03", "2024-05-03"),
        ("XXXX-05-03", "XXXX-05-03"),
        ("2024-W20-WE", "2024-05-18/2024-05-19"),
        ("2024-H2", "2024-41"),
        ("2024-05-03T10:00", "2024-05-03"),
        ("PAST_REF", None),
        ("XXXX-WXX-2", None),
        ("P3D", None),
        ("2024-W54", None),
    ],
)
def test_timex_values_become_edtf_where_they_are_on_a_calendar(value: str, edtf: str | None) -> None:
    assert calendar.edtf(value) == edtf
