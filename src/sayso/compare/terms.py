"""How much two claims share, by the words that are rare in their story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

# Longest first; what is left must have so many letters.
ENDINGS, LEFT = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ed", "es", "s", "e"), 3
NAME = 0.4  # what a part of a name weighs beside another word


@dataclass(frozen=True)
class Rarity:
    """Inverse document frequency of terms over the claims of a story (Spärck Jones 1972), 0 or more."""

    weights: Mapping[str, float]

    @classmethod
    def of(cls, claims: Iterable[Sequence[str]], names: Container[str] = ()) -> Rarity:
        """Count in how many claims each term stands; ``names`` tell who, not what, and weigh less."""
        rows = [set(terms) for terms in claims]
        counts = Counter(term for row in rows for term in row)
        return cls({t: log(1 + len(rows) / n) * (NAME if t in names else 1.0) for t, n in counts.items()})

    def mass(self, terms: Iterable[str]) -> float:
        """Return the summed weight of terms; one that the story does not have weighs 0."""
        return sum(self.weights.get(term, 0.0) for term in terms)

    def dice(self, left: Iterable[str], right: Iterable[str]) -> float:
        """Return the weighted Dice coefficient of two sets of terms, 0 to 1."""
        a, b = set(left), set(right)
        total = self.mass(a) + self.mass(b)
        return 2 * self.mass(a & b) / total if total else 0.0

    def containment(self, left: Iterable[str], right: Iterable[str]) -> float:
        """Return the weighted share of the lighter set that stands in the other, 0 to 1."""
        a, b = set(left), set(right)
        least = min(self.mass(a), self.mass(b))
        return self.mass(a & b) / least if least else 0.0


@lru_cache(maxsize=50_000)
def stem(term: str) -> str:
    """Return a term without its ending, so that "desertion" and "deserted" are one.

    >>> stem("desertion") == stem("deserted") == stem("desert")
    True
    """
    ending = next((e for e in ENDINGS if term.endswith(e) and len(term) - len(e) >= max(LEFT, len(e))), "")
    return term[: len(term) - len(ending)]
