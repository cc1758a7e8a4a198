"""What a time expression means: TIMEX3 type and value, EDTF, and what that rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sayso.annotate.times import calendar
from sayso.annotate.times.anchor import Anchor

Groups = dict[str, str | None]


class Meaning(NamedTuple):
    """TIMEX3 ``type`` and ``value``, the EDTF date where one is fixed, and its basis (see ``Time``)."""

    type: str
    value: str
    edtf: str | None = None
    basis: str = "none"


Rule = Callable[[Groups, Anchor], Meaning | None]
PRESENT, PAST, FUTURE = (Meaning("DATE", f"{name}_REF") for name in ("PRESENT", "PAST", "FUTURE"))
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}


def fixed(value: str, basis: str = "explicit", kind: str = "DATE") -> Meaning:
    """Return a date that stands on a calendar."""
    known = calendar.edtf(value)
    return Meaning(kind, value, known, basis if known else "none")


def part(groups: Groups, name: str) -> int:
    """Return the group ``name`` as a number, 0 where the rule did not take it."""
    return int(groups.get(name) or 0)
