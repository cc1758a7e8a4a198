"""The same candidates as in ``matching``, as joins: tables in, a table out, on any engine.

Nearness in meaning is a product of matrices and no join: its pairs come in as a table, with those of variants and of
one number.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from sayso.compare.matching import COMMON, FEW, Item, neighbours, numbered, variants
from sayso.engine import Engine
from sayso.engine.base import Relation, columns


def candidates_on(engine: Engine, claims: Sequence[Item]) -> list[tuple[int, int]]:
    """Return what ``candidates`` returns, worked out by an engine."""
    terms = ((i, term) for i, item in enumerate(claims) for term in item.terms)
    spans = ((i, item.ref.article, s.start, s.end) for i, item in enumerate(claims) for s in item.claim.spans)
    tables = (
        columns({"claim": "int64", "term": "string"}, terms),
        columns({"left": "int64", "right": "int64"}, sorted(neighbours(claims) | variants(claims) | numbered(claims))),
        columns({"claim": "int64", "article": "string", "start": "int64", "end": "int64"}, spans),
    )
    return sorted(engine.rows(pairs(*(engine.take(table) for table in tables))))


def pairs(terms: Relation, near: Relation, places: Relation) -> Relation:
    """Return (left, right) of claims that may say the same, but not of the same words.

    terms: (claim, term), each once; near: (left, right) that are near in meaning; places: (claim, article, start, end).
    """
    return ibis.union(worded(terms), near, distinct=True).anti_join(same_words(places), ["left", "right"])


def worded(terms: Relation) -> Relation:
    """Return (left, right) of claims that share terms which few have: several, or one where there are hardly more."""
    held = terms.mutate(holders=terms.count().over(group_by="term"))
    held = held.filter(held.holders <= COMMON)
    met = held.select("term", left="claim").join(held.select("term", right="claim"), "term")
    shared = met.filter(met.left < met.right).group_by("left", "right").agg(shared=lambda t: t.count())
    sizes = terms.group_by("claim").agg(size=lambda t: t.count())
    both = shared.join(sizes.select(left="claim", size_of_left="size"), "left")
    both = both.join(sizes.select(right="claim", size_of_right="size"), "right")
    few = ibis.least(both.size_of_left, both.size_of_right) <= FEW
    return both.filter((both.shared >= 2) | few).select("left", "right")


def same_words(places: Relation) -> Relation:
    """Return (left, right) of claims whose words overlap."""
    left = places.select("article", left="claim", start="start", end="end")
    right = places.select("article", right="claim", start_of_right="start", end_of_right="end")
    met = left.join(right, "article")
    over = (met.left < met.right) & (met.start < met.end_of_right) & (met.start_of_right < met.end)
    return met.filter(over).select("left", "right").distinct()
