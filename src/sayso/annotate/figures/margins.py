"""Numbers that are the distance between two counts: "won by 312 votes", "four points ahead"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from sayso.data.loading import table
from sayso.model import Figure

MARGIN = "margin"  # the predicate, as in predicates.tsv
REACH = 40
HEDGES = r"(?:\s+(?:an?|the|just|only|a\s+mere|barely|nearly|almost|about|around|some|exactly|up\s+to))*"


class Words(NamedTuple):
    """What contests are counted in, and the words on either side of a margin."""

    counted: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    moved: re.Pattern[str]


def as_margin(text: str, figure: Figure) -> Figure:
    """Return ``figure`` with the predicate "margin" where the words beside it say that it is one."""
    known, inside = _words(), {figure.head, figure.unit}
    moved = figure.former is not None and figure.span.text[:5].lower() == "from "  # "her lead from 312 votes to 189"
    if (figure.change and not moved) or not known.counted & inside:
        return figure
    start, end = figure.span.start + 5 * moved, figure.span.end
    if figure.counted and figure.counted.start >= start:
        end = max(end, figure.counted.end)
    near = max(start - REACH, 0)
    found = known.before.search(text, near, start) or known.after.match(text, end)
    found = found or (known.moved.search(text, near, start) if moved else None)
    return replace(figure, predicate=MARGIN) if found else figure


@lru_cache(maxsize=1)
def _words() -> Words:
    rows = {row[0]: row[1] for row in table("margins")}

    def either(side: str) -> str:
        return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in rows[side].split(", "))

    return Words(
        frozenset(rows["counted"].split()),
        re.compile(rf"\b(?:{either('before')}){HEDGES}\s+$", re.IGNORECASE),
        re.compile(rf"\s+(?:{either('after')})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{either('moved')})\b[^.,;:]*$", re.IGNORECASE),
    )
