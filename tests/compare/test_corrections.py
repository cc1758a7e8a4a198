"""Numbers that a text itself corrects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Comparison, Disagreement

Tell = Callable[..., Comparison]


def corrected(story: Comparison) -> list[Disagreement]:
    return [d for d in story.disagreements if d.reason.startswith("by its own word")]


@pytest.mark.parametrize(
    ("before", "after", "kind", "sides"),
    [
        (
            "The power cut lasted 47 minutes, the operator said.",
            "The power cut lasted 62 minutes and not 47, inspectors write.",
            "contradiction",
            ("47 minutes", "62 minutes"),
        ),
        (
            "The police arrested 14 people on the square.",
            "Seventeen people were arrested, the police said on Monday, three more than first thought.",
            "update",
            ("14 people", "Seventeen people"),
        ),
        (
            "The quake killed 30 people in Alvern.",
            "The quake killed 36 people rather than 30 as first reported, the ministry said.",
            "contradiction",
            ("30 people", "36 people"),
        ),
        (
            "The strike stopped 180 trains.",
            "The strike stopped not 180 but 240 trains.",
            "contradiction",
            ("180 trains", "240 trains"),
        ),
        (
            "The quake killed 40 people in Alvern.",
            "The ministry revised the number of people killed from 40 to 36.",
            "update",
            ("40 people", "from 40 to 36"),
        ),
    ],
)
def test_the_right_number_stands_against_those_who_gave_the_wrong_one(
    tell: Tell, before: str, after: str, kind: str, sides: tuple[str, str]
) -> None:
    (found,) = corrected(tell(Herald=("2031-05-03", before), Tribune=("2031-05-09", after)))
    assert (found.type, tuple(s.position for s in found.sides)) == (kind, sides)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The march took 47 days.", "The power cut lasted 62 minutes and not 47, inspectors write."),
        ("The quake killed 47 people.", "The power cut lasted 62 minutes and not 47, inspectors write."),
        ("The power cut lasted 50 minutes.", "The power cut lasted 62 minutes and not 47, inspectors write."),
        ("The strike stopped 180 trains.", "The strike stopped 240 trains but not 12 ferries."),
    ],
)
def test_what_nobody_said_of_the_same_thing_is_no_disagreement(tell: Tell, before: str, after: str) -> None:
    assert not corrected(tell(Herald=("2031-05-03", before), Tribune=("2031-05-09", after)))
