from __future__ import annotations

import pytest

from sayso.compare import edtf


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2031-05-03", "3 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("XXXX-10-23", "23 October"),
        ("2030-22", "summer 2030"),
        ("2030-36", "fourth quarter 2030"),
        ("2031-05-01~", "about 1 May 2031"),
        ("2031-05-03/..", "since 3 May 2031"),
        ("../2031-05-03", "until 3 May 2031"),
        ("2031-05-03/2031-05-05", "3 May 2031 – 5 May 2031"),
        (None, "undated"),
        ("nonsense", "nonsense"),
    ],
)
def test_a_date_is_written_as_people_write_it(date: str | None, words: str) -> None:
    assert edtf.spoken(date) == words


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2031-05-03", "2031-05-03", "2031-05-03"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-12", "2031-12-01", "2031-12-31"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-22", "2031-06-01", "2031-08-31"),
        ("2031-36", "2031-10-01", "2031-12-31"),
        ("2031-40", "2031-01-01", "2031-06-30"),
        ("2031-77", None, None),
        ("2031-05-03/..", "2031-05-03", None),
        ("XXXX-10-23", None, None),
    ],
)
def test_a_date_means_its_first_to_its_last_day(date: str, first: str | None, last: str | None) -> None:
    assert edtf.bounds(date) == (first, last)


def test_later_needs_both_dates_and_no_shared_day() -> None:
    assert edtf.later("2031-05-04", "2031-05-03")
    assert not edtf.later("2031-05-03", "2031-05")
    assert not edtf.later("2031-05-03", None)
    assert not edtf.later(None, "2031-05-03")
    assert edtf.apart("2031-05-03", "2031-06")


def test_dates_are_ordered_by_their_start_and_unknown_ones_come_last() -> None:
    given = [None, "2031-05-03", "2030", "2031-05", "XXXX-01-01"]
    assert sorted(given, key=edtf.sort_key)[:3] == ["2030", "2031-05", "2031-05-03"]


def test_only_a_firm_day_is_a_day() -> None:
    assert edtf.is_day("2031-05-03")
    assert not any(map(edtf.is_day, ["2031-05", "2031-05-03~", "2031-05-03/..", None]))
