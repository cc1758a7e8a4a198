"""How many entries each section of the short brief may show, so that all of them together stay within its length."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

# Lines of the short brief, its articles among them; what is told keeps LEAST of them however many articles there are.
LINES, LEAST = 40, 24


class Quota(NamedTuple):
    """The least and the most entries of a section, and its turn when room is left over (lowest first)."""

    least: int
    most: int
    turn: int


QUOTAS: Mapping[str, Quota] = {
    "confirmed": Quota(1, 3, 5),
    "figures": Quota(1, 3, 6),
    "differ": Quota(10, 12, 0),
    "says": Quota(6, 10, 1),
    "timeline": Quota(4, 8, 2),
    "actors": Quota(2, 5, 4),
    "questions": Quota(3, 6, 3),
    "care": Quota(1, 3, 7),
}


def shares(lengths: Mapping[str, list[int]], articles: int) -> dict[str, int]:
    """Return how many entries each section shows; ``lengths`` are the lines of its entries, the weightiest first.

    Every section has its least; what is left of the lines goes round, an entry at a time.
    """
    room = max(LINES - articles, LEAST)
    given = {key: min(QUOTAS[key].least, len(own)) for key, own in lengths.items()}
    room -= sum(sum(own[: given[key]]) for key, own in lengths.items())
    turns = sorted(lengths, key=lambda key: QUOTAS[key].turn)
    while True:
        fitting = [k for k in turns if given[k] < min(QUOTAS[k].most, len(lengths[k])) and lengths[k][given[k]] <= room]
        if not fitting:
            return given
        key = min(fitting, key=lambda k: (given[k] - QUOTAS[k].least, QUOTAS[k].turn))
        room -= lengths[key][given[key]]
        given[key] += 1
