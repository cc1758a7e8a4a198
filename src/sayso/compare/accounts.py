"""Accounts: claims from one or several articles that say the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import sqrt
from typing import NamedTuple

from sayso.compare.clauses import reads_alone
from sayso.compare.denied import Denied
from sayso.compare.independence import independence
from sayso.compare.matching import SAME, Item, Match, compatible, match, matches
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity
from sayso.model import Account, Certainty, ClaimRef, Mode, SourceType

# Claims join only when they are near to the whole account, so that a chain of likenesses does not grow: on the mean by
# MEAN, and by GROWS more for each claim that the larger account has, up to MOST.
MEAN, GROWS, MOST = 0.29, 0.02, 0.33
CORE = 0.45  # the score with the account's best claim from which on a claim counts for its independence
HELD = 3  # the nearest of what a claim denies, by which two denials are of one thing
FIRM = 0.6  # the mean score in an account whose claims plainly say the same
LOOKED_AT = 40  # claims of an account that a further one is compared with: more of them only say it again
SURENESS = {Certainty.CERTAIN: 3, Certainty.PROBABLE: 2, Certainty.POSSIBLE: 1, Certainty.UNKNOWN: 0}


def build_accounts(scene: Scene, claims: Sequence[Item], rare: Rarity) -> tuple[Account, ...]:
    """Group the claims of a story; every claim that counts as a voice stands in exactly one account."""
    pairs = matches(claims, rare, MEAN)
    scores = _Scores(pairs, rare)
    reasons = {frozenset((m.left.ref, m.right.ref)): m.why() for m in reversed(pairs)}
    groups = _denying_one(_clusters(claims, pairs, scores), Denied.among(scene, claims, rare), reasons)
    made = [_account(scene, group, scores, reasons) for group in groups]
    ranked = sorted(made, key=lambda a: (-a.weight, a.claims))
    return tuple(replace(account, id=i) for i, account in enumerate(ranked))


def _clusters(claims: Sequence[Item], pairs: Sequence[Match], scores: _Scores) -> list[list[Item]]:
    """Join pairs, best first, where the mean score between the two groups stays high (average link)."""
    group = {item.ref: [item] for item in claims}
    for pair in pairs:
        a, b = group[pair.left.ref], group[pair.right.ref]
        if pair.says_same(SAME) and a is not b and compatible(pair.left, pair.right) and _near(a, b, scores):
            a.extend(b)
            for item in b:
                group[item.ref] = a
    return list({id(g): g for g in group.values()}.values())


def _denying_one(
    groups: Sequence[list[Item]], denied: Denied, reasons: dict[frozenset[ClaimRef], str]
) -> list[list[Item]]:
    """Join the accounts that deny one and the same account; ``reasons`` are given the links that join them.

    "The reports are baseless" and "no filter is to blame" share no word, and say the same where both deny one thing.
    """
    number = {item.ref: n for n, group in enumerate(groups) for item in group}
    denials = [_Denial.of(group, denied, number) for group in groups]
    kept: list[tuple[list[Item], list[_Denial]]] = []
    for group, denial in zip(groups, denials, strict=True):
        alike = ((into, one) for into, some in kept for one in some if denial and denial.is_of(one))
        into, one = next(alike, (None, None))
        if into is None or one is None or denial is None:
            kept.append((list(group), [denial] if denial else []))
            continue
        into += group
        next(some for held, some in kept if held is into).append(denial)
        reasons[frozenset((one.item.ref, denial.item.ref))] = f"both deny: {words_of(denial.first)}"
    return [group for group, _ in kept]


class _Denial(NamedTuple):
    """What one claim of an account denies: the first that it is of, and the accounts of all."""

    item: Item
    first: Item
    about: frozenset[int]

    @classmethod
    def of(cls, group: Sequence[Item], denied: Denied, number: Mapping[ClaimRef, int]) -> _Denial | None:
        """Read the denial of an account; None where it denies nothing."""
        held = {item: denied.by(item)[:HELD] for item in sorted(group, key=lambda i: i.ref)}
        item = next((item for item, some in held.items() if some), None)
        if item is None:
            return None
        return cls(item, held[item][0], frozenset(number[o.ref] for some in held.values() for o in some))

    def is_of(self, other: _Denial) -> bool:
        """Whether the other denies the same, among the nearest of what each denies."""
        return bool(self.about & other.about)


class _Scores(dict[tuple[ClaimRef, ClaimRef], float]):
    """The scores of pairs, worked out when they are first asked for; 0 for claims that cannot be one account."""

    def __init__(self, pairs: Sequence[Match], rare: Rarity) -> None:
        super().__init__({_key(m.left, m.right): m.score for m in pairs if compatible(m.left, m.right)})
        self.rare = rare

    def of(self, x: Item, y: Item) -> float:
        """Return the score of two claims."""
        key = _key(x, y)
        if key not in self:
            self[key] = match(x, y, self.rare).score if compatible(x, y) else 0.0
        return self[key]

    def nearness(self, item: Item, group: Sequence[Item]) -> float:
        """Return the mean score of a claim with the others of its account, 1 where there are none."""
        others = [self.of(item, other) for other in group[: LOOKED_AT + 1] if other is not item][:LOOKED_AT]
        return sum(others) / len(others) if others else 1.0


def _key(x: Item, y: Item) -> tuple[ClaimRef, ClaimRef]:
    return (x.ref, y.ref) if x.ref < y.ref else (y.ref, x.ref)


def _near(a: Sequence[Item], b: Sequence[Item], scores: _Scores) -> bool:
    a, b = a[:LOOKED_AT], b[:LOOKED_AT]
    total = sum(scores.of(x, y) for x in a for y in b)
    least = min(MOST, MEAN + GROWS * (max(len(a), len(b)) - 1))
    return total / (len(a) * len(b)) >= least


def _account(scene: Scene, group: Sequence[Item], scores: _Scores, reasons: dict[frozenset[ClaimRef], str]) -> Account:
    ordered = sorted(group, key=lambda i: (scene.order[i.ref.article], i.ref.claim))
    near = {item.ref: scores.nearness(item, ordered) for item in ordered}
    best = max(ordered, key=lambda i: _tells(scene, i, near[i.ref], scores.rare))
    core = [item.ref for item in ordered if item is best or scores.of(best, item) >= CORE]
    shown_first = [best, *(i for i in ordered if i is not best)]
    refs = tuple(item.ref for item in ordered)
    who, _ = independence(refs, scene)
    _, shown = independence(core, scene)
    return Account(
        id=0,
        claims=refs,
        text=words_of(best),
        citations=tuple(scene.cite(i.ref.article, i.claim.spans) for i in shown_first),
        who=who,
        certainty=max((i.claim.certainty for i in ordered), key=SURENESS.__getitem__),
        polarity=best.claim.polarity,
        mode=best.claim.mode,
        independence=shown,
        reason=_reason(best, ordered, reasons),
        weight=_weight(scene, ordered, best, scores.rare, sum(near.values()) / len(near)),
    )


def words_of(item: Item) -> str:
    """Return the claim's words in one line, split contents joined by an ellipsis."""
    return " … ".join(" ".join(span.text.split()) for span in item.claim.spans)


def _reason(best: Item, ordered: Sequence[Item], reasons: dict[frozenset[ClaimRef], str]) -> str:
    given = (reasons.get(frozenset((best.ref, item.ref))) for item in ordered if item is not best)
    return "; ".join(sorted({r for r in given if r}))


def _tells(scene: Scene, item: Item, near: float, rare: Rarity) -> tuple[float, int]:
    """How well one claim can stand for its account: near to the rest, sourced, readable, full of what is rare."""
    length = sum(len(s) for s in item.claim.spans)
    readable = 1.0 if 30 <= length <= 220 else 0.4
    named = _named(scene, item)
    return (readable * (0.5 + near) * (rare.mass(item.terms) ** 0.5 + 2 * named), -scene.order[item.ref.article])


def _named(scene: Scene, item: Item) -> bool:
    if item.claim.attribution is None:
        return False
    found = scene.by_article[item.ref.article].attributions[item.claim.attribution]
    return found.source_type in (SourceType.PERSON, SourceType.ORGANISATION)


def _weight(scene: Scene, group: Sequence[Item], best: Item, rare: Rarity, near: float) -> float:
    stating = [i for i in group if _states(i)] or [group[0]]
    articles = {i.ref.article for i in stating} - scene.derived or {stating[0].ref.article}
    voices = _voices(scene, stating)
    # Articles and voices that only loosely say the same count for less.
    weight = (2.0 * len(articles) + voices) * min(1.0, near / FIRM) + central(best, rare)
    weight += 1.0 * any(i.figures for i in group) + 0.5 * any(i.events for i in group)
    weight += 0.5 * any(i.claim.certainty is Certainty.CERTAIN for i in group) + 1.0 * _named(scene, best)
    return round(weight, 4)


def _states(item: Item) -> bool:
    """Whether a claim says something by itself: no bare heading ("The bridge attack"), no question."""
    return item.claim.mode is not Mode.ASKED and any(reads_alone(span.text) for span in item.claim.spans)


def central(item: Item, rare: Rarity) -> float:
    """How much of what the story keeps coming back to stands in a claim, 0 to about 2."""
    if not item.terms:
        return 0.0
    often: float = sum(1.0 / rare.weights[t] for t in item.terms if t in rare.weights)
    return min(2.0, often / (1.0 + sqrt(len(item.terms))))


def _voices(scene: Scene, group: Iterable[Item]) -> int:
    keys: dict[str, int] = defaultdict(int)
    for item in group:
        for who in scene.who(item.ref.article, item.claim.attribution):
            if who.key:
                keys[who.key] += 1
    return len(keys)
