"""Lines that two texts share because one page template prints them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from sayso.link.texts import Text

# Longer equal ends are text: a new lead put on top of what another wrote.
LONGEST = 80
ENDS = (".", "!", "?", "”", '"', ".”")


def shared_furniture(x: Text, y: Text, n: int = 5) -> frozenset[tuple[str, ...]]:
    """Return the runs of ``n`` words of lines that look like a template's.

    These are a few equal lines at the foot of both texts, and equal lines without a sentence's end at the head.
    Where they are most of a text they are the text itself.
    """
    foot = _equal(x.lines[::-1], y.lines[::-1])
    head = [line for line in _equal(x.lines, y.lines) if not line.rstrip().endswith(ENDS)]
    lines = [*foot, *head]
    runs = frozenset(gram for line in lines for gram in x.grams_of(line, n))
    shorter = min(len(x.threes), len(y.threes))
    short = sum(len(line.split()) for line in lines) <= LONGEST and 2 * len(runs) < shorter
    return runs if short else frozenset()


def _equal(left: Sequence[str], right: Sequence[str]) -> list[str]:
    return [a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))]
