"""Claims that differ: denials, contradictions, and one claim that rests on other sources or is less sure elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.compare.disagreements.sides import claim_side
from sayso.compare.matching import Item, Match
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity
from sayso.data.loading import table
from sayso.model import Certainty, ClaimRef, Disagreement, Mode, SourceType, any_overlap

DENIED_SHARE = 0.5  # the least share of what a denial is about that another claim must have
OPPOSED = 0.45  # the least score at which claims of opposite polarity are about one thing
OPPOSED_INSIDE = 0.6  # weighted share of words where one article seems to contradict itself
SHARED = 3  # words that claims of opposite polarity must share
ALIKE = 0.36  # weighted share of words from which on two claims say the same with another source or certainty
REPEATED = 0.9  # weighted share of words above which two claims are one statement, told twice
SIDE = 5  # claims cited on one side at most
UNSURE = (Mode.FEARED, Mode.PREDICTED, Mode.HYPOTHETICAL)
OPEN = (Mode.ASKED, Mode.DEMANDED, *UNSURE)


@lru_cache(maxsize=1)
def _speech_nouns() -> frozenset[str]:
    return frozenset(row[0] for row in table("speech_nouns"))


def denials(scene: Scene, claims: Sequence[Item], rare: Rarity) -> Iterator[Disagreement]:
    """Set each denial against what it denies, in its own article and in the others."""
    holders: dict[str, list[Item]] = defaultdict(list)
    for item in claims:
        for term in item.terms:
            holders[term].append(item)
    for item in claims:
        about = _about(scene, item) if _is_denial(scene, item) else frozenset()
        if about:
            yield from _denial(scene, item, about, holders, rare)


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


def _about(scene: Scene, item: Item) -> frozenset[str]:
    """Return the terms of what is denied: of the nested attribution where there is one ("reports of …")."""
    annotation = scene.by_article[item.ref.article]
    inner = [
        set(c.terms)
        for c in annotation.claims
        if c.attribution is not None and annotation.attributions[c.attribution].parent == item.claim.attribution
    ]
    return frozenset(set().union(*inner) or item.terms) - _speech_nouns()


def _denial(
    scene: Scene, item: Item, about: frozenset[str], holders: dict[str, list[Item]], rare: Rarity
) -> Iterator[Disagreement]:
    near = {other.ref: other for term in sorted(about) for other in holders[term]}
    scored = [(_share(about, other, rare), other) for other in near.values() if _may_be_denied(scene, item, other)]
    near_enough = [(s, o) for s, o in scored if s >= DENIED_SHARE and len(about & o.terms) >= min(2, len(about))]
    held = [other for _, other in sorted(near_enough, key=lambda x: (-x[0], x[1].ref))]
    if not held:
        return
    sides = (claim_side(scene, [item.ref]), claim_side(scene, [h.ref for h in held[:SIDE]]))
    articles = {c.article for side in sides for c in side.citations}
    who = ", ".join(w.name for w in sides[0].who)
    shared = ", ".join(sorted(about & held[0].terms)[:4])
    weight = 6.0 + len(articles) + 0.5 * len(held[:SIDE])
    yield Disagreement(0, "denial", shared, sides, f"denied by {who}: {shared}", weight)


def _share(about: frozenset[str], other: Item, rare: Rarity) -> float:
    whole = rare.mass(about)
    return rare.mass(about & other.terms) / whole if whole else 0.0


def _may_be_denied(scene: Scene, denial: Item, other: Item) -> bool:
    if other.ref == denial.ref or other.claim.mode in (Mode.DENIED, Mode.ASKED):
        return False
    if other.ref.article == denial.ref.article and _one_statement(scene, denial, other):
        return False
    return not _same_voice(scene, denial.ref, other.ref)


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


def _same_voice(scene: Scene, a: ClaimRef, b: ClaimRef) -> bool:
    """Whether one named source stands behind both claims."""
    left = {w.key for w in scene.who(a.article, scene.claim(a).attribution) if w.key}
    return bool(left & {w.key for w in scene.who(b.article, scene.claim(b).attribution) if w.key})


def contradictions(scene: Scene, pairs: Sequence[Match]) -> Iterator[Disagreement]:
    """Return claims about one thing of which one says that it is so and one that it is not."""
    for match in pairs:
        a, b = match.left, match.right
        if match.score < OPPOSED or a.claim.polarity is b.claim.polarity or match.features.words < OPPOSED:
            continue
        if {a.claim.mode, b.claim.mode} & {Mode.DENIED, *OPEN} or {a.ref.article, b.ref.article} & scene.derived:
            continue
        if len(a.terms & b.terms) < SHARED or not match.features.events:
            continue
        articles = len({a.ref.article, b.ref.article})
        if articles == 1 and match.features.words < OPPOSED_INSIDE:
            continue
        inside = "" if articles > 1 else " inside one article"
        reason = f"one side says that it is so, the other that it is not{inside}"
        sides = (claim_side(scene, [a.ref]), claim_side(scene, [b.ref]))
        yield Disagreement(0, "contradiction", match.topic(), sides, reason, 3.0 + articles + match.score)


def shared_messages(scene: Scene, pairs: Sequence[Match]) -> Iterator[Disagreement]:
    """Return what different articles give to different named sources; each claim stands in one at most."""
    used: set[ClaimRef] = set()
    for match in _alike(pairs):
        a, b = match.left.ref, match.right.ref
        left, right = _named(scene, a), _named(scene, b)
        if left and right and not left & right and _is_same_manner(match) and not used & {a, b}:
            used |= {a, b}
            sides = (claim_side(scene, [a]), claim_side(scene, [b]))
            reason = "the same is said, by other sources"
            yield Disagreement(0, "source", match.topic(), sides, reason, 4.0 + match.score)


def certainty_gaps(scene: Scene, pairs: Sequence[Match]) -> Iterator[Disagreement]:
    """Return what stands as a fact in one article and as a fear, forecast or possibility in another."""
    used: set[ClaimRef] = set()
    for match in _alike(pairs):
        a, b = match.left, match.right
        firm, unsure = (a, b) if _is_firm(a) else (b, a)
        told_twice = match.features.words > REPEATED or _same_voice(scene, a.ref, b.ref) or not match.features.events
        if _is_firm(firm) and _is_unsure(unsure) and not told_twice and not used & {a.ref, b.ref}:
            used |= {a.ref, b.ref}
            sides = (claim_side(scene, [firm.ref]), claim_side(scene, [unsure.ref]))
            reason = "a fact on one side, not yet certain on the other"
            yield Disagreement(0, "certainty", match.topic(), sides, reason, 4.0 + match.score)


def _alike(pairs: Sequence[Match]) -> Iterator[Match]:
    """Go through the pairs of different articles that share words, not only actors, best first."""
    for match in pairs:
        across = match.left.ref.article != match.right.ref.article
        if across and match.told() >= ALIKE and min(len(match.left.terms), len(match.right.terms)) >= SHARED:
            yield match


def _named(scene: Scene, ref: ClaimRef) -> frozenset[str]:
    """Return the keys of the named sources of a claim, none where its outlet speaks for itself."""
    keys = {w.key for w in scene.who(ref.article, scene.claim(ref).attribution) if w.key}
    return frozenset() if any(k.startswith("outlet:") for k in keys) else frozenset(keys)


def _is_same_manner(match: Match) -> bool:
    return match.left.claim.mode is match.right.claim.mode and match.left.claim.polarity is match.right.claim.polarity


def _is_firm(item: Item) -> bool:
    return item.claim.certainty is Certainty.CERTAIN and item.claim.mode is Mode.ASSERTED


def _is_unsure(item: Item) -> bool:
    return item.claim.mode in UNSURE or item.claim.certainty is Certainty.POSSIBLE
