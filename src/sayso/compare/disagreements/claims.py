"""Claims that differ: contradictions, and one claim that rests on other sources or is less sure elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.compare.clauses import reads_alone
from sayso.compare.disagreements.sides import Same, claim_side, claim_sides
from sayso.compare.matching import SAME, Item, Match, compatible
from sayso.compare.opposites import opposites
from sayso.compare.scene import Scene
from sayso.compare.senses import opposed
from sayso.data.loading import toml
from sayso.model import Certainty, ClaimRef, Disagreement, Mode, Polarity

OPPOSED = 0.45  # the least score at which claims of opposite polarity are about one thing
OPPOSED_INSIDE = 0.6  # weighted share of words where one article seems to contradict itself
SHARED = 3  # words that claims of opposite polarity must share
OPPOSITE = 0.3  # nearness in meaning of two claims that differ by words of opposite meaning
SURE = 0.5  # nearness in meaning from which on one word in common is enough
NEAR = 0.45  # the same with two words
LIKELY = 0.5  # the score from which on two claims say the same whatever their words
SOME = 0.2  # weighted share of words that two claims must have in common to contradict each other
ALIKE = 0.36  # weighted share of words from which on two claims say the same with another source or certainty
REPEATED = 0.9  # weighted share of words above which two claims are one statement, told twice
UNSURE = (Mode.FEARED, Mode.PREDICTED, Mode.HYPOTHETICAL)


def contradictions(scene: Scene, pairs: Sequence[Match], same: Same) -> Iterator[Disagreement]:
    """Return claims about one thing of which one says that it is so and one that it is not, or that it is otherwise."""
    used: set[ClaimRef] = set()
    for match in pairs:
        a, b = match.left, match.right
        words = opposites(a, b) if match.features.meaning >= OPPOSITE and match.shared() else None
        if used & {a.ref, b.ref} or not (_opposed(match) or words) or not _plain(scene, match):
            continue
        articles = len({a.ref.article, b.ref.article})
        if articles == 1 and (match.features.words < OPPOSED_INSIDE or scene.one_voice(a.ref, b.ref)):
            continue
        if _holds_other(a, b):
            continue
        inside = "" if articles > 1 else " inside one article"
        reason = f"“{words[0]}” on one side, “{words[1]}” on the other" if words else _opposition(a, b)
        sides = claim_sides(scene, same, [a.ref], [b.ref])
        used |= {a.ref, b.ref}
        weight = (2.0 if inside else 4.5) + len({c.article for side in sides for c in side.citations}) + match.score
        yield Disagreement(0, "contradiction", match.topic(), sides, reason + inside, weight)


def _opposed(match: Match) -> bool:
    """Whether one says that it is so and the other that it is not."""
    if not opposed(match.left, match.right) or not match.shared():
        return False
    shared, least = match.left.terms & match.right.terms, min(len(match.left.terms), len(match.right.terms))
    if len(shared) == least == SHARED - 1 and match.features.events:
        return True
    worded = match.features.words >= OPPOSED and len(shared) >= SHARED
    close = match.features.meaning >= NEAR and match.features.words >= SOME and _is_full(match)
    close = close and (len(match.shared()) > 1 or match.features.meaning >= SURE)
    return (match.score >= OPPOSED and worded and bool(match.features.events)) or close


def _is_full(match: Match) -> bool:
    """Whether both are statements, no mere mention of a thing ("further escalation", "these deployments")."""
    return all(
        len(item.terms) >= SHARED or reads_alone(" ".join(span.text for span in item.claim.spans))
        for item in (match.left, match.right)
    )


def _holds_other(a: Item, b: Item) -> bool:
    """Whether one claim holds the other's words as they stand: they are cut, not contradicted."""
    short, long = sorted((_plain_words(a), _plain_words(b)), key=len)
    return bool(short) and short in long


def _plain_words(item: Item) -> str:
    return " ".join(re.findall(r"\w+", " ".join(span.text for span in item.claim.spans).casefold()))


def _opposition(a: Item, b: Item) -> str:
    feared = Mode.FEARED in (a.claim.mode, b.claim.mode)
    return "one fears it, one says that it is not so" if feared else "one says it is so, one that not"


def _plain(scene: Scene, match: Match) -> bool:
    """Whether both state something, or both announce it, or one rules out what one fears; neither in a copy."""
    a, b = match.left, match.right
    put = a.claim.mode is b.claim.mode and a.claim.mode in (Mode.ASSERTED, Mode.PREDICTED)
    put = put or _is_ruled_out(a, b) or _is_ruled_out(b, a)
    return put and not {a.ref.article, b.ref.article} & scene.derived


def _is_ruled_out(feared: Item, ruled: Item) -> bool:
    """Whether the second states that what the first fears is not so."""
    denied = ruled.claim.mode is Mode.ASSERTED and ruled.claim.polarity is Polarity.NEGATIVE
    return denied and feared.claim.mode is Mode.FEARED and feared.claim.polarity is Polarity.POSITIVE


def shared_messages(scene: Scene, pairs: Sequence[Match]) -> Iterator[Disagreement]:
    """Return what different articles give to different named sources; each claim stands in one at most."""
    used: set[ClaimRef] = set()
    for match in _alike(pairs):
        a, b = match.left.ref, match.right.ref
        left, right = _named(scene, a), _named(scene, b)
        if left and right and not _one_body(left, right) and _is_same_manner(match) and not used & {a, b}:
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
        copied = scene.one_voice(a.ref, b.ref) or {a.ref.article, b.ref.article} & scene.derived
        same_words = match.features.words > REPEATED and not (_hedged(unsure) and not _hedged(firm))
        told_twice = (same_words and copied) or not match.features.events
        if _is_firm(firm) and _is_unsure(unsure) and not told_twice and not used & {a.ref, b.ref}:
            used |= {a.ref, b.ref}
            sides = (claim_side(scene, [firm.ref]), claim_side(scene, [unsure.ref]))
            surer = "one source, surer here than there" if scene.one_voice(a.ref, b.ref) else ""
            reason = surer or "a fact on one side, not yet certain on the other"
            yield Disagreement(0, "certainty", match.topic(), sides, reason, 4.0 + match.score)


def _hedged(item: Item) -> bool:
    """Whether a claim's own words say that it is not sure ("may well have")."""
    return bool(_hedges().search(" ".join(span.text for span in item.claim.spans)))


@lru_cache(maxsize=1)
def _hedges() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(toml('clauses')['hedges'].split())})\b", re.IGNORECASE)


def _alike(pairs: Sequence[Match]) -> Iterator[Match]:
    """Go through the pairs of different articles that share words, not only actors, best first."""
    for match in pairs:
        across = match.left.ref.article != match.right.ref.article
        near = match.features.meaning >= SURE or (match.score >= LIKELY and len(match.shared()) > 1)
        meant = near and bool(match.shared()) and match.says_same(SAME)
        if across and _is_full(match) and (match.told() >= ALIKE or meant) and compatible(match.left, match.right):
            yield match


def _named(scene: Scene, ref: ClaimRef) -> frozenset[str]:
    """Return the keys of the named sources of a claim, none where its outlet speaks for itself."""
    keys = {w.key for w in scene.who(ref.article, scene.claim(ref).attribution) if w.key}
    return frozenset() if any(k.startswith("outlet:") for k in keys) else frozenset(keys)


def _one_body(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one source may be the other under a shorter name ("the commission", "the electoral commission")."""
    names = [set(key.partition(":")[2].split()) for key in (*left, *right)]
    return bool(left & right) or any(a < b for a in names for b in names)


def _is_same_manner(match: Match) -> bool:
    return match.left.claim.mode is match.right.claim.mode and match.left.claim.polarity is match.right.claim.polarity


def _is_firm(item: Item) -> bool:
    return item.claim.certainty is Certainty.CERTAIN and item.claim.mode is Mode.ASSERTED


def _is_unsure(item: Item) -> bool:
    return item.claim.mode in UNSURE or item.claim.certainty is Certainty.POSSIBLE
