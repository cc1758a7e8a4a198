"""What is denied: each denial against those who say so, in its own article and in the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sayso.compare.antecedents import antecedents
from sayso.compare.disagreements.sides import SIDE, Same, claim_sides, one_voice
from sayso.compare.matching import Item, match
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity, stem
from sayso.data.loading import table
from sayso.model import ClaimRef, Disagreement, Mode, Polarity, SourceType, any_overlap

DENIED_SHARE = 0.5  # the least share of what a denial is about that another claim must have
ABOUT = 0.5  # nearness in meaning from which on less of it will do
SOME = 0.25
Group = list[tuple[Item, list[Item]]]
Holders = Mapping[str, Sequence[Item]]


def denials(scene: Scene, claims: Sequence[Item], rare: Rarity, same: Same) -> Iterator[Disagreement]:
    """Set what is denied, by one or several, against those who say so; denials of one thing are one side."""
    holders: dict[str, list[Item]] = defaultdict(list)
    for item in claims:
        for term in item.terms:
            holders[term].append(item)
    by_ref = {item.ref: item for item in claims}
    groups: dict[int, Group] = defaultdict(list)
    number = {ref: account.id for ref, account in same.account.items()}
    for item in claims:
        held = _denied(scene, item, holders, rare, by_ref) if _is_denial(scene, item) else []
        if held:
            groups[number.get(item.ref, -1 - len(groups))].append((item, held))
    for group in _joined(scene, list(groups.values()), number):
        yield _made(scene, group, same)


def _joined(scene: Scene, groups: Sequence[Group], number: Mapping[ClaimRef, int]) -> list[Group]:
    """Join what one source denies of one account: "the reports are baseless" and "no filter is to blame"."""
    kept: list[tuple[set[int], Group]] = []
    for group in groups:
        about = {number[held.ref] for _, some in group for held in some if held.ref in number}
        same = (g for seen, g in kept if seen & about and _one_source(scene, g, group))
        first = next(same, None)
        if first is None:
            kept.append((about, group))
        else:
            first.extend(group)
    return [group for _, group in kept]


def _one_source(scene: Scene, a: Group, b: Group) -> bool:
    return any(one_voice(scene, x.ref, y.ref) for x, _ in a for y, _ in b)


def _made(scene: Scene, group: Group, same: Same) -> Disagreement:
    denying = [item.ref for item, _ in group]
    held = list({h.ref: h for _, some in group for h in some}.values())
    sides = claim_sides(scene, same, denying, [h.ref for h in held if h.ref not in denying] or [held[0].ref])
    articles = {c.article for side in sides for c in side.citations}
    shared = ", ".join(_topic(group[0][0], held[0]))
    weight = 6.0 + len(articles) + 0.5 * min(len(held), SIDE)
    who = ", ".join(w.name for w in sides[0].who)
    return Disagreement(0, "denial", shared, sides, f"denied by {who}: {shared}", weight)


def _topic(item: Item, held: Item) -> list[str]:
    both = item.terms & held.terms
    return [t for t in sorted(held.claim.terms) if stem(t) in both][:4] or sorted(held.claim.terms)[:4]


def _is_denial(scene: Scene, item: Item) -> bool:
    """Whether a claim denies a statement; who refuses an offer or will not come denies nothing."""
    if item.claim.mode is not Mode.DENIED:
        return False
    number = item.claim.attribution
    cue = scene.by_article[item.ref.article].attributions[number].cue_lemma if number is not None else ""
    return cue not in _refusals()


@lru_cache(maxsize=1)
def _refusals() -> frozenset[str]:
    return frozenset(row[1] for row in table("cues") if row[2] == "refuse")


def _denied(scene: Scene, item: Item, holders: Holders, rare: Rarity, by_ref: Mapping[ClaimRef, Item]) -> list[Item]:
    """Return the claims that say what is denied, the nearest first: what it points back at, then what shares most."""
    annotation = scene.by_article[item.ref.article]
    told = [ClaimRef(item.ref.article, c.id) for c in antecedents(annotation, item.claim)]
    about = _about(scene, item)
    near = {other.ref: other for term in sorted(about) for other in holders.get(term, ())}
    scored = [(_share(about, other, rare), other) for other in near.values() if _may_be_denied(scene, item, other)]
    kept = [(s, o) for s, o in scored if _is_about(item, o, about, s, rare)]
    found = [by_ref[r] for r in told if r in by_ref] + [o for _, o in sorted(kept, key=lambda x: (-x[0], x[1].ref))]
    return list({o.ref: o for o in found}.values())


def _about(scene: Scene, item: Item) -> frozenset[str]:
    """Return the terms of what is denied: of the nested attribution where there is one ("reports of …")."""
    annotation = scene.by_article[item.ref.article]
    inner = [
        {stem(term) for term in c.terms}
        for c in annotation.claims
        if c.attribution is not None and annotation.attributions[c.attribution].parent == item.claim.attribution
    ]
    return frozenset(set().union(*inner) or item.terms) - _speech_nouns()


@lru_cache(maxsize=1)
def _speech_nouns() -> frozenset[str]:
    return frozenset(stem(row[0]) for row in table("speech_nouns"))


def _share(about: frozenset[str], other: Item, rare: Rarity) -> float:
    whole = rare.mass(about)
    return rare.mass(about & other.terms) / whole if whole else 0.0


def _is_about(item: Item, other: Item, about: frozenset[str], share: float, rare: Rarity) -> bool:
    if share >= DENIED_SHARE and len(about & other.terms) >= min(2, len(about)):
        return True
    return share >= SOME and match(item, other, rare).features.meaning >= ABOUT


def _may_be_denied(scene: Scene, denial: Item, other: Item) -> bool:
    if other.ref == denial.ref or other.claim.mode in (Mode.DENIED, Mode.ASKED):
        return False
    if other.claim.polarity is Polarity.NEGATIVE and denial.claim.polarity is Polarity.NEGATIVE:
        return False
    if other.ref.article == denial.ref.article and _one_statement(scene, denial, other):
        return False
    return not one_voice(scene, denial.ref, other.ref)


def _one_statement(scene: Scene, denial: Item, other: Item) -> bool:
    """Whether the other claim is part of the denial itself, or of the same source's words."""
    if any_overlap(denial.claim.spans, other.claim.spans):
        return not _is_report(scene, other.ref)
    attributions = scene.by_article[denial.ref.article].attributions
    a, b = denial.claim.attribution, other.claim.attribution
    return a is not None and b is not None and bool(set(attributions[a].source) & set(attributions[b].source))


def _is_report(scene: Scene, ref: ClaimRef) -> bool:
    """Whether a claim is what others say inside the denial ("reports of …"), and so is the other side."""
    number = scene.claim(ref).attribution
    found = scene.by_article[ref.article].attributions[number] if number is not None else None
    return found is not None and found.parent is not None and found.source_type is SourceType.UNNAMED
