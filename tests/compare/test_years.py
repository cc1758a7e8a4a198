"""Dates without a year."""

from __future__ import annotations

import pytest

from sayso.compare.years import Years
from sayso.model import DateWindow
from tests.compare.builders import Build


def years(window: str | None, *dates: str) -> Years:
    build = Build(" ".join(f"time{i}" for i in range(len(dates))))
    for i, found in enumerate(dates):
        build.time(f"time{i}", found)
    return Years.of([build.done()], [DateWindow(window, "text")])


@pytest.mark.parametrize(
    ("window", "dates", "given", "expected"),
    [
        (None, ["2031-05-09"], "XXXX-05-09", "2031-05-09"),
        (None, ["2031-05-09"], "XXXX-05-11", "2031-05-11"),
        (None, ["2031-05-09"], "XXXX-08", "2031-08"),
        (None, ["2031-05-09", "1990-05-09"], "XXXX-05-09", None),
        (None, ["2031-05-09", "1990-04-09"], "XXXX-08", None),
        ("2031-05-09/..", ["1990-04-09"], "XXXX-08", "2030-08"),
        ("2031-05-09/..", ["1990-04-09"], "XXXX-02-01", "2031-02-01"),
        ("2031-05-09", [], "XXXX-05-10", "2031-05-10"),
        (None, [], "XXXX-05-10", None),
        ("2031-05-09", [], "2031", None),
    ],
)
def test_a_year_is_completed_only_where_the_story_fixes_it(
    window: str | None, dates: list[str], given: str, expected: str | None
) -> None:
    assert years(window, *dates).complete(given) == expected
