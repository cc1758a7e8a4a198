"""Whose the counted are decides which figures stand in one row."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model import Comparison, Series

Tell = Callable[..., Comparison]
LOSSES = {
    "Tribune": (
        "2031-05-03",
        "Eleven Norlandish soldiers were killed at the bridge, the ministry said. Norland is a republic.",
    ),
    "Herald": (
        "2031-05-05",
        "Norland insists that 11 of its soldiers died. The minister of Sarnia said Norland had lost 31 men. "
        "At least 60 people were killed on both sides, observers said.",
    ),
}


def row_of(story: Comparison, value: float) -> Series:
    return next(s for s in story.series if any(r.value == value for r in s.rows))


def test_its_soldiers_and_the_adjective_are_of_one_state(tell: Tell) -> None:
    story = tell(**LOSSES)
    assert sum(r.value == 11 for r in row_of(story, 11).rows) == 2


def test_who_lost_men_is_whose_they_were(tell: Tell) -> None:
    story = tell(**LOSSES)
    assert row_of(story, 31).id == row_of(story, 11).id


def test_all_the_dead_are_another_row_than_one_side_s(tell: Tell) -> None:
    story = tell(**LOSSES)
    assert row_of(story, 60).id != row_of(story, 11).id
    assert any(d.type == "scope" for d in story.disagreements)
