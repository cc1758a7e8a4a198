"""Words of opposite meaning by which two claims about one thing differ ("from the eastern bank", "… western …")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.compare.terms import stem
from sayso.data.loading import table

if TYPE_CHECKING:
    from sayso.compare.matching import Item


def opposites(a: Item, b: Item) -> tuple[str, str] | None:
    """Return the two words by which claims differ that cannot both hold of one thing; None where there are none."""
    if a.claim.polarity is not b.claim.polarity:
        return None
    only_a, only_b = a.terms - b.terms, b.terms - a.terms
    for word in sorted(only_a):
        for other in sorted(_opposite().get(word, frozenset()) & only_b):
            return _shown(a, word), _shown(b, other)
    return None


def _shown(item: Item, term: str) -> str:
    return next((t for t in sorted(item.claim.terms) if stem(t) == term), term)


@lru_cache(maxsize=1)
def _opposite() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for left, right in table("opposites"):
        for one, others in ((left, right), (right, left)):
            for word in one.split():
                found.setdefault(stem(word), set()).update(stem(w) for w in others.split())
    return {word: frozenset(others) for word, others in found.items()}
