"""What a denial denies: the claims that it points back at, and those that share most with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.compare.antecedents import antecedents
from sayso.compare.matching import Item, match
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity, stem
from sayso.data.denying import no_such
from sayso.data.loading import table
from sayso.model import ClaimRef, Mode, Polarity, SourceType, any_overlap

DENIED_SHARE = 0.5  # the least share of what a denial is about that another claim must have
ABOUT = 0.5  # nearness in meaning from which on less of it will do
SOME = 0.25
FEW = 3  # terms of a denial that names nothing of what it denies
BACK = 2  # sentences before a denial in which what it answers was said


@dataclass(frozen=True)
class Denied:
    """Looks up, for the claims of one story, what each denial denies."""

    scene: Scene
    rare: Rarity
    holders: Mapping[str, Sequence[Item]]
    by_ref: Mapping[ClaimRef, Item]

    @classmethod
    def among(cls, scene: Scene, claims: Sequence[Item], rare: Rarity) -> Denied:
        """Prepare to look among ``claims``."""
        holders: dict[str, list[Item]] = defaultdict(list)
        for item in claims:
            for term in item.terms:
                holders[term].append(item)
        return cls(scene, rare, holders, {item.ref: item for item in claims})

    def by(self, item: Item) -> list[Item]:
        """Return what a claim denies, the nearest first: what it points back at, then what shares most with it.

        Nothing for a claim that denies no statement, as who refuses an offer or will not come.
        """
        if not _is_denial(self.scene, item):
            return []
        return _denied(self, item)


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


def _denied(among: Denied, item: Item) -> list[Item]:
    scene, rare = among.scene, among.rare
    told = [ClaimRef(item.ref.article, c.id) for c in antecedents(scene.by_article[item.ref.article], item.claim)]
    about = _about(scene, item)
    near = {other.ref: other for term in sorted(about) for other in among.holders.get(term, ())}
    scored = [(_share(about, other, rare), other) for other in near.values() if _may_be_denied(scene, item, other)]
    kept = [(s, o) for s, o in scored if _is_about(item, o, about, s, rare)]
    found = [among.by_ref[r] for r in told if r in among.by_ref]
    # What is told as so comes before what would or might be: denied is the former.
    found += [o for _, o in sorted(kept, key=lambda x: (x[1].claim.mode is not Mode.ASSERTED, -x[0], x[1].ref))]
    # "No such warning" is of what was said right before, whatever else holds its other words.
    near_by = _right_before(among, item)
    if any(no_such(span.text) for span in item.claim.spans):
        found = [*near_by, *found]
    return list({o.ref: o for o in found}.values()) or near_by


def _right_before(among: Denied, item: Item) -> list[Item]:
    """Return what another voice said right before a denial that names nothing of it ("denied any split")."""
    pointing = any(no_such(span.text) for span in item.claim.spans)
    if not pointing and (item.claim.events or len(item.terms) > FEW):
        return []
    scene, sentence = among.scene, item.claim.sentence
    near = [
        among.by_ref[ref]
        for ref in (ClaimRef(item.ref.article, c.id) for c in scene.by_article[item.ref.article].claims)
        if ref in among.by_ref and 0 <= sentence - scene.claim(ref).sentence <= BACK
    ]
    before = [
        o
        for o in near
        if o.claim.spans[-1].end <= item.claim.spans[0].start
        and o.claim.mode is not Mode.DEMANDED
        and (o.claim.attribution is not None or sentence - o.claim.sentence == 1)
        and _may_be_denied(scene, item, o)
    ]
    return [max(before, key=lambda o: (o.claim.attribution is not None, o.claim.spans[0].start))] if before else []


def _about(scene: Scene, item: Item) -> frozenset[str]:
    """Return the terms of what is denied: of the nested attribution where there is one ("reports of …")."""
    annotation, own = scene.by_article[item.ref.article], item.claim.attribution
    inner = [
        {stem(term) for term in c.terms}
        for c in annotation.claims
        if own is not None and c.attribution is not None and annotation.attributions[c.attribution].parent == own
    ]
    return frozenset(set().union(*inner) or item.terms) - _speech_nouns()


@lru_cache(maxsize=1)
def _speech_nouns() -> frozenset[str]:
    return frozenset(stem(row[0]) for row in table("speech_nouns"))


def _share(about: frozenset[str], other: Item, rare: Rarity) -> float:
    whole = rare.mass(about)
    return rare.mass(about & other.terms) / whole if whole else 0.0


def _is_about(item: Item, other: Item, about: frozenset[str], share: float, rare: Rarity) -> bool:
    if share >= DENIED_SHARE and len((about & other.terms) - _of_names(other)) >= min(2, len(about)):
        return True
    return share >= SOME and match(item, other, rare).features.meaning >= ABOUT


def _of_names(item: Item) -> frozenset[str]:
    """Return the words of the names in a claim: "Brackley Links" is no link."""
    return frozenset(stem(word.casefold()) for actor in item.actors for word in actor.split())


def _may_be_denied(scene: Scene, denial: Item, other: Item) -> bool:
    if other.ref == denial.ref or other.claim.mode in (Mode.DENIED, Mode.ASKED):
        return False
    if other.claim.polarity is Polarity.NEGATIVE and denial.claim.polarity is Polarity.NEGATIVE:
        return False
    if other.ref.article == denial.ref.article:
        if denial.claim.attribution is None and denial.claim.spans == other.claim.spans:
            return True  # "the theory that … is baseless"
        if _one_statement(scene, denial, other):
            return False
    return not scene.one_voice(denial.ref, other.ref)


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
