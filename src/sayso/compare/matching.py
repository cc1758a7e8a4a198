"""Which claims say the same: candidates by shared rare terms and near meaning, then a score that reads as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np

from sayso.compare.antecedents import antecedents
from sayso.compare.edtf import apart as apart_in_time
from sayso.compare.edtf import is_day
from sayso.compare.kinds import counted_kind
from sayso.compare.opposites import opposites
from sayso.compare.scene import Scene
from sayso.compare.senses import opposed
from sayso.compare.terms import Rarity, stem
from sayso.compare.wording import apart, left_in, with_names, without_names
from sayso.data.loading import table
from sayso.meaning import Array, Vectors, cosine
from sayso.model import Annotation, Claim, ClaimRef, Mode, any_overlap

# A term that stands in more claims than this makes no candidates: it names the story, not a claim.
COMMON = 40
FEW = 2  # of a claim of so many terms one shared term is enough to be a candidate, else it takes two

STATEMENT, MENTION = 3, 0.75  # a claim of fewer words must share more of them
TOLD = 0.3  # weighted share of words that two claims must have in common to say the same
FULL = 4  # words beyond the first from which on a claim is more than a mention
HALF = np.float32(0.5**0.5)
SAME = 0.35  # the least score at which two claims say the same
MANY = 6000  # claims of a story above which only shared words make candidates: the search grows as their square
NEIGHBOURS, NEAR = 10, 0.25  # how many of the nearest claims in meaning are candidates, and how near they must be
TELLING, TOLD_ALIKE = 20, 0.5  # the least number that few things share, and what it counts beside the same kind
# Words of half a claim by which claims are likely to say the same, and how many with an equal half are variants of one.
HALVED, VARIANTS = 2, 10
FAR, CLOSE = 0.05, 0.4  # cosines: below the one nothing is shared, from the other on two claims are about one thing


class Features(NamedTuple):
    """What two claims share, each from 0 to 1."""

    meaning: float
    words: float
    contained: float
    actors: float
    events: float
    figures: float
    days: float
    modes: float
    strangers: float
    other_dates: float


@lru_cache(maxsize=2)
def weights(lexical: bool) -> Features:
    """Return the weights of ``data/matching.tsv``, with or without vectors."""
    rows = {row[0]: float(row[2 if lexical else 1]) for row in table("matching")}
    return Features(**rows)


@dataclass(frozen=True, slots=True)
class Item:
    """A claim with what it is compared by."""

    ref: ClaimRef
    claim: Claim
    terms: frozenset[str]
    actors: frozenset[str]
    events: frozenset[str]
    figures: frozenset[tuple[str, float]]
    dates: frozenset[str] = frozenset()
    named: str = ""
    nameless: str = ""
    vector: Array | None = field(default=None, compare=False)
    topic: float = 0.0  # how near two claims of the story lie for their topic alone


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
        if self.score < least or (short and self.features.meaning < CLOSE):
            return False
        return self.told() >= TOLD or self.features.figures >= TOLD_ALIKE or self.features.meaning >= CLOSE

    def told(self) -> float:
        """Return how much of what is said is shared; two threats or two forecasts share more than two statements."""
        return self.features.words + 0.1 * self.features.modes

    def topic(self) -> str:
        """Return the first few words that both share."""
        return ", ".join(self.shared()[:4])

    def shared(self) -> list[str]:
        """Return the words that both share, as they stand in the first."""
        both = self.left.terms & self.right.terms
        return [term for term in sorted(self.left.claim.terms) if stem(term) in both] or sorted(both)

    def why(self) -> str:
        """Return the reason in one line."""
        shared = self.shared()
        return (
            f"{self.score:.2f}: "
            + ", ".join(
                f"{name} {value:.2f}" for name, value in zip(Features._fields, self.features, strict=True) if value
            )
            + (f" ({', '.join(shared[:6])})" if shared else "")
        )


def items(scene: Scene, vectors: Vectors | None = None) -> tuple[Item, ...]:
    """Return the claims that count as voices, with what they are compared by; ``vectors`` give the meanings."""
    voices = (c for c in scene.claims() if not (scene.muted(c[0].article, c[1].spans) or _is_echo(c[1], c[2])))
    made = [item for ref, claim, annotation in voices if (item := _item(scene, ref, claim, annotation)).terms]
    if vectors is None:
        return tuple(made)
    named = apart(vectors.of(item.named for item in made))
    nameless = apart(vectors.of(item.nameless for item in made))
    halves = ((item, named[item.named], nameless[item.nameless]) for item in made)
    # Of two vectors of length one laid end to end, the cosine is the mean of both cosines.
    topic = round(left_in(len(named)), 4)
    return tuple(replace(item, vector=np.concatenate((a, b)) * HALF, topic=topic) for item, a, b in halves)


def _is_echo(claim: Claim, annotation: Annotation) -> bool:
    """Whether a claim repeats part of another: "it would be regarded as a threat", by nobody named."""
    if claim.attribution is None:
        return False
    found = annotation.attributions[claim.attribution]
    return found.parent is not None and not found.source and found.rule.startswith("verb.pas")


def rarity(claims: Sequence[Item]) -> Rarity:
    """Return the rarity of terms over ``claims``."""
    names = frozenset(stem(word.casefold()) for item in claims for actor in item.actors for word in actor.split())
    return Rarity.of([sorted(item.terms) for item in claims], names)


def matches(claims: Sequence[Item], rare: Rarity, least: float) -> list[Match]:
    """Return the pairs that score ``least`` or more, best first; ties in the order of the articles."""
    found = [match(claims[i], claims[j], rare) for i, j in candidates(claims)]
    return sorted((m for m in found if m.score >= least), key=lambda m: (-m.score, m.left.ref, m.right.ref))


def match(a: Item, b: Item, rare: Rarity) -> Match:
    """Return what two claims share and how surely they say the same."""
    lexical = a.vector is None or b.vector is None
    near = 0.0 if a.vector is None or b.vector is None else (cosine(a.vector, b.vector) - a.topic) / (1 - a.topic)
    features = Features(
        meaning=max(0.0, near),
        words=rare.dice(a.terms, b.terms),
        contained=rare.containment(a.terms, b.terms) * _substance(min(len(a.terms), len(b.terms))),
        actors=_share(a.actors, b.actors),
        events=_share(a.events, b.events),
        figures=max(_share(a.figures, b.figures), TOLD_ALIKE * _one_number(a, b)),
        days=float(any(is_day(date) for date in a.dates & b.dates)),
        modes=float(a.claim.mode is b.claim.mode is not Mode.ASSERTED),
        strangers=float(bool(a.actors and b.actors) and not a.actors & b.actors),
        other_dates=float(_other_dates(a, b)),
    )
    total = sum(w * x for w, x in zip(weights(lexical), features._replace(meaning=_above(near)), strict=True))
    return Match(round(min(max(total, 0.0), 1.0), 6), a, b, features)


def compatible(a: Item, b: Item) -> bool:
    """Whether two claims can be one account: not of opposite polarity or words, nor of other numbers of one kind.

    What somebody demands is not what is.
    """
    if opposed(a, b) or opposites(a, b):
        return False
    if (a.claim.mode is Mode.DEMANDED) != (b.claim.mode is Mode.DEMANDED):
        return False
    kinds_a, kinds_b = {k for k, _ in a.figures}, {k for k, _ in b.figures}
    return not (kinds_a & kinds_b) or bool(a.figures & b.figures)


def _above(near: float) -> float:
    return max(0.0, (near - FAR) / (1 - FAR))


def _substance(terms: int) -> float:
    """How far a claim of so many words can be told from a mere mention ("the plan"), 0 to 1."""
    return min(1.0, max(0, terms - 1) / FULL)


def _share(a: frozenset[object] | frozenset[str], b: frozenset[object] | frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _other_dates(a: Item, b: Item) -> bool:
    """Whether both give dates, and none of the one can be of the other."""
    return bool(a.dates and b.dates) and all(apart_in_time(x, y) for x in a.dates for y in b.dates)


def _one_number(a: Item, b: Item) -> bool:
    """Whether both give one telling number, what is counted in other words ("300 people", "a total of 300")."""
    numbers = [{value for _, value in item.figures if value >= TELLING} for item in (a, b)]
    return bool(numbers[0] & numbers[1])


def candidates(claims: Sequence[Item]) -> list[tuple[int, int]]:
    """Return the pairs (i < j) worth comparing: of shared rare terms or near meaning, and not of the same words."""
    holders: Mapping[str, list[int]] = defaultdict(list)
    for i, item in enumerate(claims):
        for term in item.terms:
            holders[term].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for rows in holders.values():
        if 2 <= len(rows) <= COMMON:
            for pair in combinations(rows, 2):
                shared[pair] += 1
    worded = {p for p, n in shared.items() if n >= 2 or min(len(claims[i].terms) for i in p) <= FEW}
    found = worded | neighbours(claims) | variants(claims) | numbered(claims)
    return [(i, j) for i, j in sorted(found) if not _same_words(claims[i], claims[j])]


def numbered(claims: Sequence[Item]) -> set[tuple[int, int]]:
    """Pair the claims that give one telling number, where few do."""
    holders: dict[float, list[int]] = defaultdict(list)
    for i, item in enumerate(claims):
        for value in {value for _, value in item.figures if value >= TELLING}:
            holders[value].append(i)
    return {pair for rows in holders.values() if len(rows) <= COMMON for pair in combinations(rows, 2)}


def variants(claims: Sequence[Item]) -> set[tuple[int, int]]:
    """Pair the claims that are alike, begin or end alike with the first of them, where they are many.

    Their words are too common to lead from one to another; one changed word leaves one half of a claim as it was.
    """
    alike: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for i, item in enumerate(claims):
        terms, half = item.claim.terms, len(item.claim.terms) // 2
        if terms:  # claims without a telling word are not alike for that
            alike["whole", terms].append(i)
        if half >= HALVED:
            alike["begins", terms[:half]].append(i)
            alike["ends", terms[-half:]].append(i)
    return {(held[0], other) for held in alike.values() if len(held) > VARIANTS for other in held[1:]}


def neighbours(claims: Sequence[Item]) -> set[tuple[int, int]]:
    """Return the pairs of which one is among the other's nearest in meaning."""
    vectors = [item.vector for item in claims if item.vector is not None]
    if len(vectors) != len(claims) or not vectors or len(claims) > MANY:
        return set()
    stacked, found = np.stack(vectors), set()
    for i, row in enumerate(stacked):
        near = np.round(stacked @ row, 4)
        near[i] = -1.0
        # Stable: of claims that are equally near, those that come first.
        for j in np.argsort(-near, kind="stable")[:NEIGHBOURS]:
            if near[j] >= NEAR:
                found.add((min(i, int(j)), max(i, int(j))))
    return found


def _same_words(a: Item, b: Item) -> bool:
    return a.ref.article == b.ref.article and any_overlap(a.claim.spans, b.claim.spans)


def _item(scene: Scene, ref: ClaimRef, claim: Claim, annotation: Annotation) -> Item:
    told = antecedents(annotation, claim) or (claim,)
    figures = [annotation.figures[f] for one in told for f in one.figures]
    times = (annotation.times[t] for one in told for t in one.times)
    dates = [time.edtf for time in times if time.type == "DATE"]  # a bare hour is given the day of its article
    return Item(
        ref,
        claim,
        frozenset(stem(term) for one in told for term in one.terms),
        frozenset(scene.actor_name(ref.article, a) for one in told for a in one.actors),
        frozenset(annotation.events[e].type for one in told for e in one.events),
        frozenset((counted_kind(f), f.value) for f in figures if f.value is not None),
        frozenset(scene.years.complete(date) or date for date in dates if date),
        " ".join(with_names(scene, annotation, one) for one in told),
        " ".join(without_names(annotation, one) for one in told),
    )
