"""What the words right before or after a figure say of those counted: "laid off 400", "12 dead", "40 fell ill"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.data.loading import table

REACH = 40
SKIPPED = (
    "who|that|which|said|believed|thought|known|understood|have|has|had|is|are|was|were|be|been|being|also|still|now|already|reportedly|since|then|later|all|left"
    "|remain|remains|remained|will|would|may|might|could|to|feared|reported|confirmed|seriously|critically|others|more|go|went"
)
# "The two" are persons named before; "the 45 killed" are counted.
THE_TWO = re.compile(r"\b(?:the|these|those|all|both)\s+[a-z]$", re.IGNORECASE)
PLACE = r"(?:\s+(?:in|from|at|of)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){0,3})?"


class State(NamedTuple):
    """The predicate, whether the words tell of people by themselves, and whether they are several words."""

    predicate: str
    people: bool
    several: bool


class Forms(NamedTuple):
    """What finds the words on each side, and the state of each group's number."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    states: tuple[State, ...]


@lru_cache(maxsize=1)
def _forms() -> Forms:
    sides: dict[str, list[str]] = {"before": [], "after": []}
    states: list[State] = []
    for row in table("predicate_phrases"):
        for phrase in row[2].split(", "):
            sides[row[1]].append(f"(?P<p{len(states)}>{_pattern(phrase)})")
            states.append(State(row[0], row[3:] == ("people",), " " in phrase))
    return Forms(
        re.compile(rf"\b(?:{'|'.join(sides['before'])})\s+(?:an?\s+|another\s+|some\s+)?$", re.IGNORECASE),
        re.compile(
            rf"{PLACE},?\s+(?:(?:{SKIPPED})\s+)*?(?:{'|'.join(sides['after'])})(?![\w-]|\s+(?:by|from)\s+\d)",
            re.IGNORECASE,
        ),
        tuple(states),
    )


def _pattern(phrase: str) -> str:
    made, begun = "", False
    for word in phrase.split():
        options = rf"(?:{'|'.join(map(re.escape, word.rstrip('?').split('/')))})\b"
        spaced = rf"\s+{options}" if begun else options
        if word.endswith("?"):
            made += rf"(?:{spaced})?" if begun else rf"(?:{options}\s+)?"
        else:
            made, begun = made + spaced, True
    return made


def after(text: str, end: int) -> State | None:
    """Return what the words right after ``end`` say of the things counted."""
    return _state(_forms().after.match(text, end))


def before(text: str, start: int) -> State | None:
    """Return what the words right before ``start`` say of the things counted."""
    return _state(_forms().before.search(text, max(start - REACH, 0), start))


def of_people(text: str, start: int, end: int) -> str | None:
    """Return what the words round the bare number at ``start:end`` say, where they tell of people by themselves."""
    if THE_TWO.search(text, max(start - 8, 0), min(start + 1, len(text))):
        return None
    for state in (after(text, end), before(text, start)):
        if state and state.people:
            return state.predicate
    return None


def _state(found: re.Match[str] | None) -> State | None:
    return _forms().states[int((found.lastgroup or "p0")[1:])] if found else None
