"""Words as stories are told apart by them: cut to a stem, and how rare each is in news."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sayso.data.loading import table

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# The rarity of a word that the table does not have: it stands in fewer articles than the table begins with.
UNLISTED = 7.3
# Words less rare than this (they stand in more than a third of all articles) tell nothing.
TELLING = 1.0


def stems(text: str, most: int | None = None) -> list[str]:
    """Return the stems of the first ``most`` words (all without), in their order."""
    return [stem(word) for word in words(text, most)]


def words(text: str, most: int | None = None) -> list[str]:
    """Return the first ``most`` words as they are written."""
    found: list[str] = []
    for match in WORD.finditer(text):
        found.append(match.group())
        if len(found) == most:
            break
    return found


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return a word in lower case without its possessive or plural ending; crude, and the same for all articles.

    >>> [stem(w) for w in ("Strikers’", "countries", "Boss", "Dutch's", "buses")]
    ['striker', 'country', 'boss', 'dutch', 'buse']
    """
    low = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 4 and low.endswith("s") and not low.endswith("ss"):
        return low[:-1]
    return low


def rarity(word: str) -> float:
    """Return the logarithm of one in how many news articles has the stem ``word``."""
    return _rarities().get(word, UNLISTED)


def weighted(counts: Mapping[str, int], most: int | None = None) -> dict[str, float]:
    """Return tf-idf weights of length 1, of the ``most`` heaviest words, heaviest first."""
    told = {w: (1 + math.log(n), rarity(w)) for w, n in counts.items() if len(w) > 1}
    weights = {w: times * rare for w, (times, rare) in told.items() if rare >= TELLING}
    kept = sorted(weights.items(), key=lambda row: (-row[1], row[0]))[:most]
    length = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    return {word: weight / length for word, weight in kept}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two weightings of length 1, the same to the last digit in whatever order words stand."""
    return math.fsum(a[word] * b[word] for word in a.keys() & b.keys())


def counted(*parts: Iterable[str]) -> Counter[str]:
    """Count the words of all parts; one given twice counts twice."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part)
    return counts


@lru_cache(maxsize=1)
def _rarities() -> dict[str, float]:
    return {word: float(row[0]) for row in table("word_rarity") for word in row[1].split()}
