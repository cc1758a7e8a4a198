"""Which claims say the same: candidates by shared rare terms, then a score that reads as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from sayso.compare.kinds import counted_kind
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity
from sayso.model import Annotation, Claim, ClaimRef, Mode, any_overlap

# A term that stands in more claims than this makes no candidates: it names the story, not a claim.
COMMON = 40

STATEMENT, MENTION = 3, 0.75  # a claim of fewer words must share more of them
TOLD = 0.3  # weighted share of words that two claims must have in common to say the same
FULL = 4  # words beyond the first from which on a claim is more than a mention


class Features(NamedTuple):
    """What two claims share, each from 0 to 1."""

    words: float
    contained: float
    actors: float
    events: float
    figures: float
    modes: float


WEIGHTS = Features(words=0.55, contained=0.2, actors=0.1, events=0.1, figures=0.25, modes=0.1)


@dataclass(frozen=True, slots=True)
class Item:
    """A claim with what it is compared by."""

    ref: ClaimRef
    claim: Claim
    terms: frozenset[str]
    actors: frozenset[str]
    events: frozenset[str]
    figures: frozenset[tuple[str, float]]


class Match(NamedTuple):
    """Two claims that speak of the same thing, how surely, and why."""

    score: float
    left: Item
    right: Item
    features: Features

    def says_same(self, least: float) -> bool:
        """Whether two claims say the same: actors and event types alone make a topic, not a statement.

        Nor does a mention of two words ("sending troops") say what a whole clause says that holds them.
        """
        short = min(len(self.left.terms), len(self.right.terms)) < STATEMENT and self.features.words < MENTION
        return self.score >= least and not short and (self.told() >= TOLD or self.features.figures == 1)

    def told(self) -> float:
        """Return how much of what is said is shared; two threats or two forecasts share more than two statements."""
        return self.features.words + WEIGHTS.modes * self.features.modes

    def topic(self) -> str:
        """Return the first few words that both share."""
        return ", ".join(sorted(self.left.terms & self.right.terms)[:4])

    def why(self) -> str:
        """Return the reason in one line."""
        shared = sorted(self.left.terms & self.right.terms)
        return (
            f"{self.score:.2f}: "
            + ", ".join(
                f"{name} {value:.2f}" for name, value in zip(Features._fields, self.features, strict=True) if value
            )
            + (f" ({', '.join(shared[:6])})" if shared else "")
        )


def items(scene: Scene) -> tuple[Item, ...]:
    """Return the claims that count as voices, with what they are compared by."""
    return tuple(
        _item(scene, ref, claim, annotation)
        for ref, claim, annotation in scene.claims()
        if claim.terms and not scene.muted(ref.article, claim.spans)
    )


def rarity(claims: Sequence[Item]) -> Rarity:
    """Return the rarity of terms over ``claims``."""
    names = frozenset(word.casefold() for item in claims for actor in item.actors for word in actor.split())
    return Rarity.of([sorted(item.terms) for item in claims], names)


def matches(claims: Sequence[Item], rare: Rarity, least: float) -> list[Match]:
    """Return the pairs that score ``least`` or more, best first; ties in the order of the articles."""
    found = [_match(a, b, rare) for a, b in _candidates(claims)]
    return sorted((m for m in found if m.score >= least), key=lambda m: (-m.score, m.left.ref, m.right.ref))


def _match(a: Item, b: Item, rare: Rarity) -> Match:
    features = Features(
        words=rare.dice(a.terms, b.terms),
        contained=rare.containment(a.terms, b.terms) * _substance(min(len(a.terms), len(b.terms))),
        actors=_share(a.actors, b.actors),
        events=_share(a.events, b.events),
        figures=_share(a.figures, b.figures),
        modes=float(a.claim.mode is b.claim.mode is not Mode.ASSERTED),
    )
    total = sum(w * x for w, x in zip(WEIGHTS, features, strict=True))
    return Match(round(min(total, 1.0), 6), a, b, features)


def _substance(terms: int) -> float:
    """How far a claim of so many words can be told from a mere mention ("the plan"), 0 to 1."""
    return min(1.0, max(0, terms - 1) / FULL)


def _share(a: frozenset[object] | frozenset[str], b: frozenset[object] | frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _candidates(claims: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    holders: Mapping[str, list[int]] = defaultdict(list)
    for i, item in enumerate(claims):
        for term in item.terms:
            holders[term].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for rows in holders.values():
        if 2 <= len(rows) <= COMMON:
            for pair in combinations(rows, 2):
                shared[pair] += 1
    for (i, j), n in sorted(shared.items()):
        small = min(len(claims[i].terms), len(claims[j].terms))
        if (n >= 2 or small <= 2) and not _same_words(claims[i], claims[j]):
            yield claims[i], claims[j]


def _same_words(a: Item, b: Item) -> bool:
    return a.ref.article == b.ref.article and any_overlap(a.claim.spans, b.claim.spans)


def _item(scene: Scene, ref: ClaimRef, claim: Claim, annotation: Annotation) -> Item:
    figures = [annotation.figures[f] for f in claim.figures]
    return Item(
        ref,
        claim,
        frozenset(claim.terms),
        frozenset(scene.actor_name(ref.article, a) for a in claim.actors),
        frozenset(annotation.events[e].type for e in claim.events),
        frozenset((counted_kind(f), f.value) for f in figures if f.value is not None),
    )
