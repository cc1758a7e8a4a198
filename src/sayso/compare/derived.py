"""The most conservative figure of each day, as conflict data sets give it, beside the rows and never in their place.

The rule is the one by which ACLED codes reports that contradict each other: the lowest number that a source commits
itself to. A number that only bounds from above ("up to 400") commits to none. Forecasts, denials and copies are left
out; what comes on top of another count stands in a row of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from sayso.compare.disagreements.figures import disjoint
from sayso.model import Bound, Derived, FigureRow, Mode, Series

ABOVE = (Bound.UP_TO, Bound.LESS_THAN)


def derive(series: Series) -> tuple[Derived, ...]:
    """Return one derived figure for each date of the series on which a number is committed to."""
    days: dict[str | None, list[FigureRow]] = defaultdict(list)
    for row in series.rows:
        if row.mode is Mode.ASSERTED and not row.copied and (row.value is not None or row.low is not None):
            days[row.as_of].append(row)
    return tuple(made for day, rows in days.items() if (made := _of_day(day, rows)))


def _of_day(day: str | None, rows: Sequence[FigureRow]) -> Derived | None:
    given = [(least(row), row) for row in rows]
    committed = [(low, row) for low, row in given if low is not None]
    if not committed:
        return None
    value = min(low for low, _ in committed)
    tops = [row.high for row in rows]
    high = max((t for t in tops if t is not None), default=None) if None not in tops else None
    disputed = any(disjoint(a, b) for a, b in combinations(rows, 2))
    low_rows = tuple(row.citation for low, row in committed if low == value)
    return Derived(day, value, high, disputed, len(rows), low_rows)


def least(row: FigureRow) -> float | None:
    """Return the lowest number that a row commits to; None where it only bounds from above."""
    if row.bound in ABOVE:
        return None
    return row.low if row.bound is Bound.BETWEEN else row.value if row.value is not None else row.low
