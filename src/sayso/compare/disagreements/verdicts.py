"""What sources hold an event to have been: an accident for one, deliberate for another (``data/verdicts.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from sayso.compare.disagreements.sides import SIDE, claim_side
from sayso.compare.matching import Item, match
from sayso.compare.scene import Scene
from sayso.compare.senses import negates
from sayso.compare.terms import Rarity
from sayso.data.loading import table
from sayso.model import Disagreement, Mode, Polarity

# How near in meaning, or how much in common, two of the claims must be: else they judge different events.
NEAR, SHARED = 0.15, 0.15
OPEN = (Mode.ASKED, Mode.DEMANDED, Mode.HYPOTHETICAL)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class _Verdict(NamedTuple):
    names: tuple[str, str]
    words: tuple[frozenset[str], frozenset[str]]


def opposed_verdicts(scene: Scene, claims: Sequence[Item], rare: Rarity) -> Iterator[Disagreement]:
    """Return, once for each pair of views, the claims of different sources that take one and the other."""
    for verdict in _verdicts():
        views = [(item, view) for item in claims if (view := _view(item, verdict)) is not None]
        sides = [[item for item, view in views if view is which] for which in (True, False)]
        pairs = ((a, b) for a, b in product(*sides) if not scene.one_voice(a.ref, b.ref))
        apart = [(a, b) for a, b in pairs if _on_one_thing(a, b, rare)]
        if apart:
            held = [list(dict.fromkeys(one))[:SIDE] for one in zip(*apart, strict=True)]
            told = tuple(claim_side(scene, [item.ref for item in some]) for some in held)
            articles = len({item.ref.article for some in held for item in some})
            reason = f"{verdict.names[0]} to one side, {verdict.names[1]} to the other"
            yield Disagreement(0, "assessment", " or ".join(verdict.names), told, reason, 4.0 + articles)


def _view(item: Item, verdict: _Verdict) -> bool | None:
    """Whether a claim takes the first view, or the second; None where it takes none or only asks."""
    words = [word for span in item.claim.spans for word in WORD.findall(span.text.casefold())]
    first, second = (not found.isdisjoint(words) for found in verdict.words)
    if first == second or item.claim.mode in OPEN:
        return None
    turned = negates(words) or item.claim.polarity is Polarity.NEGATIVE
    return first is not turned


def _on_one_thing(a: Item, b: Item, rare: Rarity) -> bool:
    found = match(a, b, rare).features
    return found.meaning >= NEAR or found.words >= SHARED


@lru_cache(maxsize=1)
def _verdicts() -> tuple[_Verdict, ...]:
    rows = table("verdicts")
    return tuple(_Verdict((a, b), (frozenset(x.split()), frozenset(y.split()))) for a, x, b, y in rows)
