"""The grammar of time expressions alone."""

from __future__ import annotations

import time

import pytest

from sayso.annotate.times import calendar
from sayso.annotate.times.grammar import find_expressions


def test_the_longest_expression_wins() -> None:
    assert [f.end - f.start for f in find_expressions("October 23, 2023")] == [16]


def test_a_long_text_of_triggers_takes_time_in_proportion() -> None:
    started = time.process_time()
    list(find_expressions("the the next a few several May 12 of two hundred and " * 4_000 + "9" * 40_000))
    assert time.process_time() - started < 10


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
