"""Which pairs of articles are worth comparing: a join on their rarest words, within a window of days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sayso.link.stories.features import WINDOW, days_apart
from sayso.link.stories.reading import Reading

# Two articles must share so many of their heaviest words.
SHARED = 2
# A word leads to at most so many articles before it: it bounds the work where all write about one thing.
REACH = 100


def candidates(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """Return the pairs (i < j) worth comparing, of readings that are given in their ``order``.

    The work grows with the number of articles times ``REACH`` at most. A word that more than ``REACH`` articles
    have leads, from a dated one, to those before it that are nearest in time, and from an undated one to none.
    """
    shared: Counter[tuple[int, int]] = Counter()
    for holders in _holders(readings).values():
        shared.update(_pairs(holders, readings))
    return sorted(pair for pair, times in shared.items() if times >= SHARED)


def _holders(readings: Sequence[Reading]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for i, reading in enumerate(readings):
        for word in reading.keys:
            holders[word].append(i)
    return holders


def _pairs(holders: Sequence[int], readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    common = len(holders) > REACH
    for place, j in enumerate(holders):
        if common and not readings[j].article.published:
            return
        for i in reversed(holders[max(place - REACH, 0) : place]):
            gap = days_apart(readings[i], readings[j])
            if gap is not None and gap > WINDOW:
                break
            yield i, j
