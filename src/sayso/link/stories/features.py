"""How likely two articles are of one story: what they share, each with a weight.

The weights are those of a logistic regression on pairs of articles that were labelled by reading
(``quality/stories``); no word, outlet or topic has a weight of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.link.stories.reading import Reading
from sayso.link.stories.words import cosine

# Days after which two dates say nothing for or against one story; from WINDOW on nothing links two articles.
NEAR, WINDOW = 4.0, 30
# More shared runs of quoted words, or names, than this say no more.
ENOUGH = 20
# Articles whose other words than names are less alike than this only share a name; that is no story.
MORE_THAN_NAMES = 0.03


class Features(NamedTuple):
    """What two articles share.

    words and opening: cosine of their tf-idf weights, 0 to 1; quoted and names: logarithm of one more than the
    number of shared runs of quoted words and shared names of two words; weekday: 1 where both name the same day of
    the week, -1 where another, 0 where one names none; dates: from 1 (published on one day) towards -1, 0 where a
    date is unknown.
    """

    words: float
    opening: float
    quoted: float
    names: float
    weekday: float
    dates: float


WEIGHTS = Features(words=22.6, opening=5.8, quoted=0.3, names=0.25, weekday=0.75, dates=1.4)
BIAS = -3.9


def scored(readings: Sequence[Reading], pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """Return how likely each pair of ``readings`` is of one story; pairs that share but names are left out."""
    compared = ((pair, readings[pair[0]], readings[pair[1]]) for pair in pairs)
    return {pair: likelihood(features(a, b)) for pair, a, b in compared if cosine(a.plain, b.plain) >= MORE_THAN_NAMES}


def features(a: Reading, b: Reading) -> Features:
    """Compare two articles; the order in which they are given does not matter."""
    return Features(
        words=cosine(a.words, b.words),
        opening=cosine(a.opening, b.opening),
        quoted=math.log1p(min(len(a.quoted & b.quoted), ENOUGH)),
        names=math.log1p(min(len(a.names & b.names), ENOUGH)),
        weekday=0.0 if not a.weekday or not b.weekday else 1.0 if a.weekday == b.weekday else -1.0,
        dates=_dates(a, b),
    )


def likelihood(found: Features) -> float:
    """Return, from 0 to 1, how likely two articles with these features are of one story."""
    total = BIAS + sum(w * x for w, x in zip(WEIGHTS, found, strict=True))
    return round(1 / (1 + math.exp(-total)), 6) if total > -30 else 0.0


def days_apart(a: Reading, b: Reading) -> int | None:
    """Return the days between two publications, None where one is unknown."""
    one, other = a.article.published, b.article.published
    return abs((one - other).days) if one and other else None


def why(found: Features, a: Reading, b: Reading) -> str:
    """Return in one line what two articles share: the score, the features that are not 0, the heaviest words."""
    parts = [f"{name} {x:.2f}" for name, x in zip(Features._fields, found, strict=True) if x]
    shared = sorted((w for w in a.words if w in b.words), key=lambda w: (-a.words[w] * b.words[w], w))
    named = f" ({', '.join(shared[:5])})" if shared else ""
    return f"{likelihood(found):.2f}: {', '.join(parts)}{named}"


def _dates(a: Reading, b: Reading) -> float:
    gap = days_apart(a, b)
    return 0.0 if gap is None else 2 * 0.5 ** (gap / NEAR) - 1
