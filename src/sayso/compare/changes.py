"""What a later picture of a story has that an earlier one had not.

Both pictures are the same function of the articles, so nothing is kept between them: what is new rests on a new
article and does not match anything of the earlier picture. Nothing is taken back: what was said stays said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.model import Changes, Citation, Comparison, Disagreement, FigureRow, Mode, Question, Series

Place = tuple[str, int]


def find_changes(before: Comparison, after: Comparison) -> Changes:
    """Compare the pictures of one story as of two days; the articles of ``before`` are some of those of ``after``."""
    known = {article.id for article in before.articles}
    claims = {ref for account in before.accounts for ref in account.claims}
    moved = [_news(series, known) for series in after.series]
    return Changes(
        before=before,
        after=after,
        articles=tuple(a.id for a in after.articles if a.id not in known),
        accounts=tuple(
            a for a in after.accounts if claims.isdisjoint(a.claims) and not {r.article for r in a.claims} <= known
        ),
        moved=tuple(s for s in moved if s and s.rows[0].citation.article in known),
        series=tuple(s for s in moved if s and s.rows[0].citation.article not in known),
        disagreements=tuple(d for d in after.disagreements if _is_new(d, before, known)),
        timeline=tuple(e for e in after.timeline if not _in(e.citations, known)),
        settled=tuple(q for q in after.questions if _in(q.citations, known) and _newly_settled(q, known)),
        questions=tuple(q for q in after.questions if not _in(q.citations, known)),
    )


def _in(citations: Iterable[Citation], known: set[str]) -> bool:
    """Whether one of the citations is of an article that was known."""
    return any(citation.article in known for citation in citations)


def _newly_settled(question: Question, known: set[str]) -> bool:
    return bool(question.settled_by) and not _in(question.settled_by, known)


def _news(series: Series, known: set[str]) -> Series | None:
    """Return the last number that was known, first, and the new ones; None where there is no new number.

    A number that was stated goes before one that was feared or forecast. A new article that gives a number with the
    bound that it had before is no news, nor is a copied passage.
    """
    given = [row for row in series.rows if row.value is not None and not row.copied]
    old = [row for row in given if row.citation.article in known]
    said = {_number(row) for row in old}
    new = [row for row in given if row.citation.article not in known and _number(row) not in said]
    stated = [row for row in old if row.mode is Mode.ASSERTED] or old
    return replace(series, rows=(*stated[-1:], *new)) if new else None


def _number(row: FigureRow) -> tuple[object, ...]:
    return (row.value, row.bound)


def _is_new(one: Disagreement, before: Comparison, known: set[str]) -> bool:
    """Whether a disagreement has a side that only new articles give, and is none that was there before."""
    sides = [side.citations for side in one.sides]
    if all(_in(cited, known) for cited in sides):
        return False
    places = [_places(cited) for cited in sides]
    return not any(other.type == one.type and _same(places, other) for other in before.disagreements)


def _same(places: list[set[Place]], other: Disagreement) -> bool:
    """Whether two sides of one disagreement stand in the same sentences as two of the other."""
    theirs = [_places(side.citations) for side in other.sides]
    return sum(any(mine & side for side in theirs) for mine in places) > 1


def _places(citations: Iterable[Citation]) -> set[Place]:
    return {(citation.article, citation.sentence) for citation in citations}
