"""Which figures of a series a brief draws, and under which names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sayso.model import BriefArticle, Citation, FigureRow, Series


def drawn_of(series: Series, listed: Collection[Citation], articles: Sequence[BriefArticle]) -> Series:
    """Return a series with the figures that the brief lists (all, where it lists none of them).

    An article without an outlet goes by its number, as in the lines.
    """
    kept = [row for row in series.rows if row.citation in listed] or series.rows
    numbers = {a.name: f"article {a.number}" for a in articles if not a.outlet}
    return replace(series, rows=tuple(_renamed(row, numbers) for row in kept))


def _renamed(row: FigureRow, numbers: dict[str, str]) -> FigureRow:
    return replace(row, who=tuple(replace(w, name=numbers.get(w.name, w.name)) for w in row.who))
