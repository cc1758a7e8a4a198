"""What acts, attitudes and ties say of how one stands toward another (``data/relations.tsv``)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sayso.data.loading import table
from sayso.model import Mode, Polarity


class Stance(NamedTuple):
    """What a word says of how one stands toward another."""

    value: float
    name: str


@lru_cache(maxsize=1)
def stances() -> dict[str, dict[str, Stance]]:
    """Return the stances by kind of word and word."""
    read: dict[str, dict[str, Stance]] = {}
    for kind, value, name, words in table("relations"):
        of_kind = read.setdefault(kind, {})
        of_kind.update((w.strip(), Stance(float(value), name)) for w in words.split(",") if w.strip())
    return read


def turned(value: float, polarity: Polarity, how: Mode) -> float | None:
    """Return the stance of what is negated or denied: a hostile act not done says nothing, a friendly one little."""
    if polarity is Polarity.POSITIVE:
        return value
    if value < 0:
        return None
    return 0.0 if how is Mode.DENIED else -0.2


def named(stance: Stance, value: float) -> str:
    """Return the name of the relation; a friendly one turned round is "does not support", "is not an ally of"."""
    if stance.value <= 0 or value > 0:
        return stance.name
    first, _, rest = stance.name.partition(" ")
    if first in ("is", "has"):
        return f"{'is not' if first == 'is' else 'does not have'} {rest}"
    base = first[:-3] + "y" if first.endswith("ies") else first.removesuffix("s")
    return f"does not {base} {rest}".strip()
