"""Times that belong together, and times that date nothing of their own."""

from __future__ import annotations

import pytest

from sayso.compare.intervals import joined, refers
from sayso.model import Span
from tests.compare.builders import Build


def dates(text: str, *times: tuple[str, str]) -> list[str]:
    build = Build(text)
    for words, edtf in times:
        build.time(words, edtf)
    made = build.done()
    return [date for _, (date, _) in joined(made, [(t, (t.edtf or "", t.basis)) for t in made.times])]


def within(text: str, words: str) -> bool:
    start = text.index(words)
    return refers(text, Span.of(text, start, start + len(words)))


@pytest.mark.parametrize(
    "text",
    [
        "From 2029 through 2031 the mine lost money.",
        "Between 2029 and 2031 the mine lost money.",
        "From 2029 to 2031 it lost money.",
    ],
)
def test_the_two_ends_of_an_interval_are_one_time(text: str) -> None:
    assert dates(text, ("2029", "2029"), ("2031", "2031")) == ["2029/2031"]


def test_two_times_side_by_side_stay_two() -> None:
    assert dates("It lost money in 2029 and 2031.", ("2029", "2029"), ("2031", "2031")) == ["2029", "2031"]
    assert dates("From 2031 to 2029 it lost money.", ("2031", "2031"), ("2029", "2029")) == ["2031", "2029"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nothing was so bad before the 3 May floods.", "3 May"),
        ("He met the mayor’s 2030 opponent.", "2030"),
        ("They are not waiting until Friday to march.", "Friday"),
        ("It was the deadliest storm in the valley since May 2011.", "May 2011"),
        ("We would act otherwise with what we know today.", "today"),
    ],
)
def test_a_time_that_only_names_something_else_dates_nothing(text: str, words: str) -> None:
    assert within(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge fell on 3 May.", "3 May"),
        ("Work stopped before Friday.", "Friday"),
        ("The strike lasts until Friday.", "Friday"),
    ],
)
def test_a_time_of_its_own_dates_something(text: str, words: str) -> None:
    assert not within(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They sold more in three hours than in the whole of April.", "April"),
        ("Turnout was higher than on Monday.", "Monday"),
        ("It was three times the number given a day earlier.", "a day earlier"),
        ("The count rose from 40 two days earlier.", "two days earlier"),
        ("Losses doubled compared with last year.", "last year"),
    ],
)
def test_a_time_that_only_measures_dates_nothing(text: str, words: str) -> None:
    assert within(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("More than 40 fell ill on Monday.", "Monday"),
        ("The bridge had closed a day earlier.", "a day earlier"),
        ("It opened two years ago.", "two years ago"),
        ("Rather than wait, it left on Monday.", "Monday"),
    ],
)
def test_a_time_beside_other_comparisons_still_dates(text: str, words: str) -> None:
    assert not within(text, words)
