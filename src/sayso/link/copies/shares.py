"""What two texts share: runs of words, passages, their order, and how much of either they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sayso.link.copies.rewrites import rising
from sayso.link.copies.texts import Numbers, View

# Shorter runs of equal words stand in any two texts on one event.
PASSAGE = 5
# A passage: where it begins in either text, by word, and how many words it has.
Passage = tuple[int, int, int]


@dataclass(frozen=True)
class Shared:
    """The runs of three words that two texts share, without what only others say, and their shares of either text."""

    a: View
    b: View
    runs: Numbers
    share_of_a: float
    share_of_b: float

    @property
    def most(self) -> float:
        """Return the larger share."""
        return max(self.share_of_a, self.share_of_b)

    @property
    def least(self) -> float:
        """Return the smaller share."""
        return min(self.share_of_a, self.share_of_b)

    @cached_property
    def starts(self) -> list[tuple[int, int]]:
        """Return where the shared runs first begin in both texts, by word, in the order of ``a``."""
        return sorted(zip(_first(self.a, self.runs), _first(self.b, self.runs), strict=True))

    @cached_property
    def in_order(self) -> float:
        """Return the part of the shared runs that stand in the same order in both."""
        return len(rising(self.starts)) / len(self.starts) if self.starts else 0.0

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return the passages of equal words, each wording once."""
        found, end, seen = [], 0, set()
        for i, j in self.starts:
            if i < end:
                continue
            length = _equal(self.a, self.b, i, j)
            end = i + length - 2
            words = self.a.numbers[i : i + length].tobytes()
            if length >= PASSAGE and words not in seen:
                seen.add(words)
                found.append((i, j, length))
        return tuple(found)


def shared(a: View, b: View, not_counted: Sequence[Numbers]) -> Shared:
    """Compare two texts; ``not_counted`` are runs of their common page, and of what others say in either."""
    page, said_in_a, said_in_b = not_counted
    own_a = _without(_without(a.runs, page), said_in_b)
    own_b = _without(_without(b.runs, page), said_in_a)
    both = np.intersect1d(own_a, own_b, assume_unique=True)
    return Shared(a, b, both, share(len(both), len(own_a)), share(len(both), len(own_b)))


def share(part: int, whole: int) -> float:
    """Return a part of a whole, 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def _equal(a: View, b: View, i: int, j: int) -> int:
    """Return how many words are equal from ``i`` in ``a`` and ``j`` in ``b``, three at least."""
    most = min(len(a.numbers) - i, len(b.numbers) - j)
    left, right = a.numbers[i : i + most], b.numbers[j : j + most]
    same = (left == right) & (left > 0)
    same[1:] &= a.joined[i : i + most - 1] & b.joined[j : j + most - 1]
    broken = np.flatnonzero(~same)
    return int(broken[0]) if len(broken) else most


def _first(view: View, runs: Numbers) -> list[int]:
    keys, first = view.threes
    found: list[int] = first[np.searchsorted(keys, runs)].tolist()
    return found


def _without(runs: Numbers, others: Numbers) -> Numbers:
    return runs[~np.isin(runs, others, assume_unique=True)] if len(others) else runs
