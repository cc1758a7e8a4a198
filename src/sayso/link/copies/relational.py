"""The same candidates as in ``candidates``, as joins and windows: a table in, a table out, on any engine."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import numpy as np

from sayso.engine import Engine
from sayso.engine.base import Relation
from sayso.link.copies.candidates import CANDIDATES, FIRST, HOLDERS, SHARED, SHARED_PART
from sayso.link.copies.texts import NONE, Numbers

# Logarithms differ between engines in the last digit. A weight is a whole number, and (up to ten million holders) only
# powers of two come so near to one from below.
NEARLY = 1e-9


def candidates_on(engine: Engine, runs: Sequence[Numbers]) -> list[tuple[int, int]]:
    """Return what ``candidates`` returns, worked out by an engine."""
    texts = np.repeat(np.arange(len(runs)), [len(r) for r in runs])
    table = engine.take({"text": ("int64", texts), "run": ("int64", np.concatenate([NONE, *runs]))})
    return sorted(engine.rows(pairs(table)))


def pairs(runs: Relation) -> Relation:
    """Return (left, right) of texts, each with those that it shares the most with. runs: (text, run), each once."""
    best = nearest(enough(shared(meetings(placed(runs))), lengths(runs)))
    return best.select(left=ibis.least(best.text, best.other), right=ibis.greatest(best.text, best.other)).distinct()


def lengths(runs: Relation) -> Relation:
    """Return (text, length) in runs."""
    return runs.group_by("text").agg(length=lambda t: t.count())


def placed(runs: Relation) -> Relation:
    """Return (text, run, place, holders) of the runs that several texts have: the text's place among them."""
    rows = runs.mutate(
        place=ibis.row_number().over(group_by="run", order_by="text"), holders=runs.count().over(group_by="run")
    )
    return rows.filter(rows.holders > 1)


def meetings(rows: Relation) -> Relation:
    """Return (text, other, weight), a row for each run that leads from one text to another."""
    leaders = rows.filter((rows.holders <= HOLDERS) | (rows.place < FIRST)).select("run", other="text")
    met = rows.select("text", "run", weight=weight(rows.holders)).join(leaders, "run")
    return met.filter(met.text != met.other)


def weight(holders: Relation) -> Relation:
    """Return what a run weighs that so many texts have: rare ones more."""
    return (64 / holders.cast("float64").log2() + NEARLY).floor().cast("int64")


def shared(met: Relation) -> Relation:
    """Return (text, other, runs, weight): what two texts have in common."""
    return met.group_by("text", "other").agg(runs=lambda t: t.count(), weight=lambda t: t.weight.sum())


def enough(found: Relation, sizes: Relation) -> Relation:
    """Keep those that share more than any two texts do."""
    both = found.join(sizes, "text").join(sizes.select(other="text", length_of_other="length"), "other")
    least = SHARED_PART * ibis.least(both.length, both.length_of_other).cast("float64")
    return both.filter(both.runs >= SHARED, both.runs.cast("float64") >= least)


def nearest(found: Relation) -> Relation:
    """Keep for each text those that it shares the most with."""
    rank = ibis.row_number().over(group_by="text", order_by=[found.weight.desc(), found.other])
    return found.mutate(rank=rank).filter(lambda t: t.rank < CANDIDATES)
