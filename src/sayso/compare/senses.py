"""Whether two claims are of opposite sense: one says that it is so, the other that it is not.

A claim has one polarity, that of its main verb, and may hold several statements ("Our tests found nothing. Our products
are safe"). What two claims share is then of the sense of the part that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.compare.terms import stem
from sayso.data.loading import toml
from sayso.model import Mode, Polarity

if TYPE_CHECKING:
    from sayso.compare.matching import Item

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def opposed(a: Item, b: Item) -> bool:
    """Whether the claims are of opposite sense, in the parts that hold what both say where one has several parts."""
    if a.claim.polarity is b.claim.polarity:
        return False
    if Mode.DENIED in (a.claim.mode, b.claim.mode):  # the cue denies the whole, whatever its parts say
        return True
    shared = a.terms & b.terms
    return _sense(a, shared) is not _sense(b, shared)


def _parts(item: Item) -> list[str]:
    return [part for part in _breaks().split(item.named) if WORD.search(part)] or [item.named]


def _sense(item: Item, shared: frozenset[str]) -> Polarity:
    """Return the sense of the part that holds most of what is shared, that of the whole where none holds most."""
    words = [[word.casefold().replace("’", "'") for word in WORD.findall(part)] for part in _parts(item)]
    held = [len(shared & {stem(word) for word in part}) for part in words]
    if len(held) == 1 or held.count(max(held)) > 1:
        return item.claim.polarity
    part = words[held.index(max(held))]
    return Polarity.NEGATIVE if negates(part) else Polarity.POSITIVE


def negates(words: Iterable[str]) -> bool:
    """Whether one of the words (lower case) is a negation."""
    return any(word in _negations() or word.endswith(("n't", "n’t")) for word in words)


@lru_cache(maxsize=1)
def _breaks() -> re.Pattern[str]:
    return re.compile(toml("clauses")["parts"])


@lru_cache(maxsize=1)
def _negations() -> frozenset[str]:
    return frozenset(toml("clauses")["negations"].split())
