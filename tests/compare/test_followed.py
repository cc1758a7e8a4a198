"""What a later article states on what an earlier one left open."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from sayso.compare.matching import items, rarity
from sayso.compare.questions import find_questions
from sayso.model import Citation, Mode
from tests.compare.builders import Build, scene

BEFORE, AFTER = date(2031, 5, 3), date(2031, 5, 6)
DEMAND = "The nurses' union wants the hospital director Vera Lind to resign."


def telling(words: str, mode: Mode = Mode.ASSERTED, name: str = "Mail", when: date | None = AFTER) -> Build:
    build = Build(words, name, name, when)
    verb = next(v for v in ("resign", "repair", "visit") if v in words)
    build.claim(words.rstrip(".?"), mode=mode, events=(build.event(verb, "YIELD", how=mode),))
    return build


def demanding() -> Build:
    return telling(DEMAND, Mode.DEMANDED, "Post", BEFORE)


def following(*builds: Build) -> list[Citation]:
    seen = scene(builds)
    claims = items(seen)
    found = find_questions(seen, claims, rarity(claims), ())
    return [c for q in found for c in q.followed_by if not q.settled_by]


def test_the_nearest_later_statement_follows_a_question() -> None:
    after = telling("The hospital director Vera Lind resigned over the nurses' strike.")
    (found,) = following(demanding(), after)
    assert found.article == after.id
    assert found.spans[0].text == "The hospital director Vera Lind resigned over the nurses' strike"


@pytest.mark.parametrize("when", [date(2031, 5, 1), BEFORE, None])
def test_a_statement_that_is_not_surely_later_does_not(when: date | None) -> None:
    assert not following(demanding(), telling("The hospital director Vera Lind resigned over a strike.", when=when))


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("The hospital director Vera Lind may resign over a strike.", Mode.PREDICTED),
        ("Did the hospital director Vera Lind resign over a strike?", Mode.ASKED),
        ("Who resigned at the hospital of director Vera Lind, and why.", Mode.ASSERTED),
        ("Workers repair the harbour bridge after a storm.", Mode.ASSERTED),
        (DEMAND, Mode.ASSERTED),
    ],
    ids=["a forecast", "a question", "a question without its mark", "another thing", "the same words again"],
)
def test_what_states_nothing_new_on_it_does_not(words: str, mode: Mode) -> None:
    assert not following(demanding(), telling(words, mode))


def test_a_heading_does_not() -> None:
    assert not following(demanding(), telling("Hospital director Vera Lind resigns over nurses' strike"))


def test_of_two_the_nearer_and_in_any_order() -> None:
    near = telling("The hospital director Vera Lind resigned on Monday.", name="Mail")
    far = telling("Director Lind did visit the old harbour of Port Amity.", name="Echo")
    found = {tuple(following(*some)) for some in permutations((demanding(), near, far))}
    assert [c.article for (c,) in found] == [near.id]
