"""Who vouches for what an article passes on: the chain from the words inside to the source outside."""

from __future__ import annotations

from functools import lru_cache

from sayso.data.loading import table
from sayso.model import Annotation, Attribution, SourceType

NAMED = (SourceType.PERSON, SourceType.ORGANISATION)


@lru_cache(maxsize=1)
def _endorsing() -> frozenset[str]:
    return frozenset(row[0] for row in table("endorsements"))


def voucher(annotation: Annotation, attribution: int) -> int:
    """Return the attribution that vouches for the content of ``attribution``, by id; itself where none does.

    Where a named source confirms what "reports" say, the named source stands behind it. A source that
    denies, doubts or merely mentions reports does not.
    """
    at = annotation.attributions[attribution]
    seen = {at.id}
    while at.source_type not in NAMED and at.parent is not None and at.parent not in seen:
        outer = annotation.attributions[at.parent]
        if not vouches(outer):
            break
        seen.add(outer.id)
        at = outer
    return at.id


def vouches(attribution: Attribution) -> bool:
    """Whether a named source confirms the content of this attribution."""
    return attribution.source_type in NAMED and attribution.cue_lemma in _endorsing()
