"""What "the account", "these allegations" or "that" stands for: the claims told right before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.data.loading import table
from sayso.model import Annotation, Claim, Span

BACK = 6  # sentences back in which what is pointed at was told
POINTING = re.compile(r"^\W*(?:the|this|that|these|those|such|all|any|both|it|them|his|her|its|their)\b", re.IGNORECASE)
FEW = 6  # words of a content that does nothing but point
PRONOUNS = frozenset(("that", "this", "it", "them", "these", "those", "all"))


def antecedents(annotation: Annotation, claim: Claim) -> tuple[Claim, ...]:
    """Return the claims of another voice that a content of nothing but "the account" or "that" points back at.

    Empty for a content that says something itself. A plural or a word for a whole text ("the report", "these
    allegations") points at all that the voice before said there, "that" and "the claim" at its last claim.
    """
    if claim.attribution is None or not _points(claim):
        return ()
    source = set(annotation.attributions[claim.attribution].source)
    before = [c for c in annotation.claims if _is_before(annotation, c, claim, source)]
    if not before:
        return ()
    if not _is_whole(claim):
        charges = [c for c in before if _charges(annotation, c)] if _is_of_a_charge(claim) else []
        return (_last(charges or before),)
    last = _last(before)
    return tuple(c for c in before if c.attribution is not None and _voice(annotation, c) == _voice(annotation, last))


def _last(claims: Sequence[Claim]) -> Claim:
    return max(claims, key=lambda c: (c.spans[0].start, c.id))


def _points(claim: Claim) -> bool:
    words = " ".join(span.text for span in claim.spans)
    if len(words.split()) > FEW or not POINTING.match(words):
        return False
    return not set(claim.terms) - _telling() - PRONOUNS


def _is_before(annotation: Annotation, one: Claim, claim: Claim, source: set[Span]) -> bool:
    if not 0 <= claim.sentence - one.sentence <= BACK or one.spans[-1].end > claim.spans[0].start:
        return False
    if not set(one.terms) - _telling():
        return False
    return one.attribution is not None and not source & set(annotation.attributions[one.attribution].source)


def _voice(annotation: Annotation, claim: Claim) -> tuple[object, ...]:
    found = annotation.attributions[claim.attribution] if claim.attribution is not None else None
    return (found.actors or tuple(s.text for s in found.source)) if found else ()


def _charges(annotation: Annotation, claim: Claim) -> bool:
    """Whether a claim is a charge against somebody ("accused them of …")."""
    return claim.attribution is not None and annotation.attributions[claim.attribution].cue_lemma in _accusing()


def _is_of_a_charge(claim: Claim) -> bool:
    return any(term in ("allegation", "accusation", "charge") for term in claim.terms)


@lru_cache(maxsize=1)
def _accusing() -> frozenset[str]:
    return frozenset(row[1] for row in table("cues") if row[2] == "accuse")


def _is_whole(claim: Claim) -> bool:
    words = [w for span in claim.spans for w in re.findall(r"\w+", span.text.casefold())]
    return any(w in ("report", "account", "story") or (w.endswith("s") and w[:-1] in _telling()) for w in words)


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Return the nouns for something told, with what a denial calls it ("baseless")."""
    nouns = (row[0] for row in table("speech_nouns"))
    denying = (w.strip() for row in table("factuality") if row[1] == "denying" for w in row[2].split(","))
    return frozenset((*nouns, *denying))
