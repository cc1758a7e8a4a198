"""What counts as confirmed: a named source's own confirmation, or two sources shown to be independent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from sayso.data.loading import table
from sayso.model import Account, Annotation, Certainty, ClaimRef, Comparison, Mode, SourceType

LEAST = 4  # words of content that a claim must have to be a statement


@lru_cache(maxsize=1)
def _confirming() -> frozenset[str]:
    return frozenset(row[0] for row in table("confirming"))


def confirmed(comparison: Comparison) -> Iterator[tuple[Account, str]]:
    """Return the accounts that are confirmed, each with the reason in a fixed phrase."""
    by_article = {a.article.id: a for a in comparison.annotations}

    def cue(ref: ClaimRef) -> str | None:
        annotation = by_article[ref.article]
        claim = annotation.claims[ref.claim]
        if claim.attribution is None or claim.certainty is not Certainty.CERTAIN or claim.mode is not Mode.ASSERTED:
            return None
        found = annotation.attributions[claim.attribution]
        named = found.source_type in (SourceType.PERSON, SourceType.ORGANISATION)
        return found.cue_lemma if named and found.cue_lemma in _confirming() else None

    for account in comparison.accounts:
        if account.certainty is not Certainty.CERTAIN or account.mode is not Mode.ASSERTED:
            continue
        cues = [c for c in map(cue, account.claims) if c]
        if cues:
            yield account, "confirmed by a named source"
        elif account.independence.shown > 1 and _tells(by_article, account):
            yield account, ""


def _tells(by_article: Mapping[str, Annotation], account: Account) -> bool:
    """Whether an account says that something is or happens; two who "express concern" confirm nothing."""
    claims = [by_article[r.article].claims[r.claim] for r in account.claims]
    return all(c.events or c.figures for c in claims) and max(len(c.terms) for c in claims) >= LEAST
