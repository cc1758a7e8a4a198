"""Whether a text keeps another's choice of words where it does not keep its runs of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.data.loading import table

STEM = 5
# Two telling words are a pair where the second is one of the next three.
REACH = 3
# The stretch of the longer text that is looked at: half as long again as the shorter text, but no less than this.
LONGER, LEAST = 1.5, 40


@dataclass(frozen=True, slots=True)
class Telling:
    """The telling words of a text in order (cut to five letters, names left out), and the pairs they make."""

    words: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Rewording:
    """Parts of the shorter text that the longer one has.

    ``pairs`` is the part of the pairs of telling words (``kept`` of them), ``words`` the part of the telling words
    that one stretch of the longer text has.
    """

    words: float
    pairs: float
    kept: int


def telling(own: Sequence[str]) -> Telling:
    """Return the telling words of a text's own words; one that never stands in lower case is a name."""
    common = common_words()
    lower = [word.lower() for word in own]
    plain = {word for word in own if word[:1].islower()}
    found = tuple(
        word[:STEM] for word in lower if len(word) > 3 and word in plain and word.isalpha() and word not in common
    )
    pairs = (zip(found, found[step:], strict=False) for step in range(1, REACH + 1))
    return Telling(found, frozenset((a, b) for some in pairs for a, b in some if a != b))


def rewording(a: Telling, b: Telling) -> Rewording:
    """Compare two texts; time is linear in their length."""
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    kept = len(short.pairs & long.pairs)
    pairs = kept / len(short.pairs) if short.pairs else 0.0
    return Rewording(_densest(short.words, long.words), pairs, kept)


def _densest(short: Sequence[str], long: Sequence[str]) -> float:
    """Return the part of the words of ``short`` that one stretch of ``long`` has, at most."""
    wanted = set(short)
    width = max(int(LONGER * len(short)), LEAST)
    inside: Counter[str] = Counter()
    most = 0
    for i, word in enumerate(long):
        if word in wanted:
            inside[word] += 1
        if i >= width and long[i - width] in wanted:
            inside[long[i - width]] -= 1
            if not inside[long[i - width]]:
                del inside[long[i - width]]
        most = max(most, len(inside))
    return most / len(wanted) if wanted else 0.0


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return the words that say nothing of an event (data/common_words.tsv)."""
    return frozenset(word for row in table("common_words") for word in row)
