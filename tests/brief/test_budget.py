from __future__ import annotations

import pytest

from sayso.brief.budget import LEAST, LINES, QUOTAS, shares

MANY = {key: [1] * 50 for key in QUOTAS}


def test_the_lines_of_the_short_brief_are_never_more_than_its_length() -> None:
    given = shares(MANY, articles=7)
    assert sum(given.values()) == LINES - 7
    assert all(QUOTAS[key].least <= n <= QUOTAS[key].most for key, n in given.items())


def test_room_that_a_section_does_not_need_goes_to_the_others() -> None:
    few = {**MANY, "confirmed": [], "figures": [], "actors": []}
    assert shares(few, 7)["differ"] > shares(MANY, 7)["differ"]
    assert shares(few, 7)["confirmed"] == 0


def test_a_long_entry_takes_as_much_room_as_it_has_lines() -> None:
    long = {**MANY, "figures": [5] * 50}
    given = shares(long, 7)
    assert sum(n * (5 if key == "figures" else 1) for key, n in given.items()) <= LINES - 7


@pytest.mark.parametrize("articles", [0, 1, 40, 900])
def test_however_many_articles_there_are_something_is_told(articles: int) -> None:
    given = shares(MANY, articles)
    assert LEAST <= sum(given.values()) <= LINES
    assert shares({}, articles) == {}
