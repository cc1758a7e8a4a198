"""What an event is held to have been, and a hedge that is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.model import Comparison, Disagreement

Tell = Callable[..., Comparison]
FIRE = "The fire in the Alvern depot was no accident, said Ana Dole, the fire chief. "


def of_reason(story: Comparison, words: str) -> list[Disagreement]:
    return [d for d in story.disagreements if words in d.reason]


@pytest.mark.parametrize(
    "other",
    [
        "“The fire in the depot could have been a terrible mistake,” said Paul Kerr, an insurer.",
        "“Nobody lit the depot deliberately,” said Paul Kerr, an insurer.",
    ],
)
def test_an_accident_to_one_source_and_meant_to_another_is_an_assessment(tell: Tell, other: str) -> None:
    story = tell(Tribune=("2031-05-03", FIRE), Herald=("2031-05-04", other))
    (found,) = of_reason(story, "an accident to one side, meant to the other")
    assert found.type == "assessment"
    assert [[w.name for w in side.who] for side in found.sides] == [["Paul Kerr"], ["Ana Dole"]]


@pytest.mark.parametrize(
    "other",
    [
        "Was the fire in the depot an accident? asked Paul Kerr, an insurer.",
        "The fire in the Alvern depot was deliberate, said Paul Kerr, an insurer.",
        "Paul Kerr, a cook, said that selling his boat was a mistake.",
        "The fire in the depot may have been an accident, Ana Dole added later.",
    ],
    ids=["only asked", "the same view", "another thing", "the same source"],
)
def test_a_question_an_equal_view_another_thing_or_the_same_source_differs_from_nobody(tell: Tell, other: str) -> None:
    story = tell(Tribune=("2031-05-03", FIRE), Herald=("2031-05-04", other))
    assert not of_reason(story, "an accident to one side")


def lost_hedge(tell: Tell, second: str) -> list[Any]:
    first = "Ana Dole, the fire chief, said that the explosions may well have come from inside the depot."
    story = tell(Tribune=("2031-05-03", first), Herald=("2031-05-04", second))
    return [d for d in story.disagreements if d.type == "certainty"]


def test_one_source_that_another_article_makes_surer_differs_in_certainty(tell: Tell) -> None:
    (found,) = lost_hedge(tell, "Ana Dole, the fire chief, said that the explosions came from inside the depot.")
    assert found.reason == "one source, surer here than there"


def test_one_source_told_twice_with_its_hedge_does_not(tell: Tell) -> None:
    assert not lost_hedge(
        tell, "The explosions may well have come from inside the depot, said Ana Dole, the fire chief."
    )
