"""What counts as confirmed: a named source's own confirmation, or two sources shown to be independent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from sayso.data.loading import table
from sayso.model import Account, Annotation, Certainty, ClaimRef, Comparison, Kind, Mode, SourceType

NAMED = (SourceType.PERSON, SourceType.ORGANISATION)
ALIKE = 0.6  # the share of the shorter claim's words that another must have to confirm it
LEAST = 4  # words of content that a claim must have to be a statement


@lru_cache(maxsize=1)
def _confirming() -> frozenset[str]:
    return frozenset(row[0] for row in table("confirming"))


def confirmed(comparison: Comparison) -> Iterator[tuple[Account, str, tuple[ClaimRef, ...]]]:
    """Return the accounts that are confirmed, with the reason in a fixed phrase and the claims that confirm.

    An account good enough to list is not good enough to confirm: a confirmation says that something is or
    happens, and two sources that are shown to be independent must give the same figure or nearly the same words.
    """
    by_article = {a.article.id: a for a in comparison.annotations}
    for account in comparison.accounts:
        if account.certainty is not Certainty.CERTAIN or account.mode is not Mode.ASSERTED:
            continue
        told = [r for r in account.claims if _tells(by_article[r.article], r)]
        vouched = tuple(r for r in told if _vouched(by_article[r.article], r))
        if vouched:
            yield account, "confirmed by a named source", vouched
        elif account.independence.shown > 1 and len(told) == len(account.claims) and _agree(by_article, told):
            yield account, "", tuple(told)


def _vouched(annotation: Annotation, ref: ClaimRef) -> bool:
    claim = annotation.claims[ref.claim]
    found = annotation.attributions[claim.attribution] if claim.attribution is not None else None
    return found is not None and found.source_type in NAMED and found.cue_lemma in _confirming()


def _tells(annotation: Annotation, ref: ClaimRef) -> bool:
    """Whether a claim says for certain that something is or happens, and is no mere quotation or opinion."""
    claim = annotation.claims[ref.claim]
    kind = annotation.attributions[claim.attribution].kind if claim.attribution is not None else Kind.INDIRECT
    sure = claim.certainty is Certainty.CERTAIN and claim.mode is Mode.ASSERTED
    return sure and kind is not Kind.DIRECT and bool(claim.events or claim.figures) and len(claim.terms) >= LEAST


def _agree(by_article: Mapping[str, Annotation], refs: Sequence[ClaimRef]) -> bool:
    """Whether every pair of claims gives one figure, or shares most of its words."""
    return all(_pair(by_article, a, b) for a, b in combinations(refs, 2))


def _pair(by_article: Mapping[str, Annotation], a: ClaimRef, b: ClaimRef) -> bool:
    left, right = (by_article[r.article].claims[r.claim] for r in (a, b))
    figures = [{by_article[r.article].figures[f].value for f in c.figures} - {None} for r, c in ((a, left), (b, right))]
    shared = len(set(left.terms) & set(right.terms))
    share = shared / min(len(left.terms), len(right.terms))
    return share >= ALIKE or (bool(figures[0] & figures[1]) and share >= ALIKE / 2)
