"""The entries on figures: a thing that is counted a head, its figures in time order below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.brief.phrases import bounded, conservative, dated, joined, manner, names
from sayso.brief.used import Used
from sayso.model import Bound, Certainty, Comparison, FigureRow, Line, Series

ROWS = 3  # figures that the short brief shows of one series
CITED = 4  # citations of one figure that it shows
SMALL = 10  # a lone count below this is left to the full brief

Rows = list[FigureRow]


def figure_lines(comparison: Comparison, used: Used) -> Iterator[list[Line]]:
    """Return each thing that is counted, with its figures in the order of their dates."""
    yield from (_entry(series, used) for series in comparison.series if used.full or _telling(series))


def _telling(series: Series) -> bool:
    """Whether a series is more than a passing "two allies"."""
    rows = _voices(series)
    return bool(rows) and (bool(series.unit) or len(rows) > 1 or max(r.value or r.high or 0 for r in rows) >= SMALL)


def _voices(series: Series) -> Rows:
    given = (r for r in series.rows if not r.copied)
    return [r for r in given if r.value is not None or r.bound is Bound.BETWEEN]


def _entry(series: Series, used: Used) -> list[Line]:
    groups = [[r] for r in series.rows] if used.full else _by_number(_voices(series))
    shown = groups if used.full else _spread(groups)
    for group in shown:
        used.add(row.citation for row in group)
    more = len(groups) - len(shown)
    lines = [figure_line(group) for group in shown]
    if len(lines) == 1 and not more and not used.full:
        return [replace(lines[0], text=f"{series.label}: {lines[0].text}", level=0)]
    cited = tuple(dict.fromkeys(c for line in lines for c in line.citations))
    note = joined(f"{more} more" if more else "", conservative(series))
    return [Line(series.label, cited, note=note), *lines]


def _by_number(rows: Sequence[FigureRow]) -> list[Rows]:
    """Join the rows that give one number with one bound, in the order of their first dates."""
    groups: dict[object, Rows] = {}
    for row in rows:
        groups.setdefault((row.value, row.low, row.high, row.bound), []).append(row)
    return list(groups.values())


def _spread(groups: list[Rows]) -> list[Rows]:
    """Keep, in their order, the first and the last, the largest, and those that most give."""
    if len(groups) <= ROWS:
        return groups
    places = range(len(groups))
    largest = max(places, key=lambda i: (groups[i][0].value or groups[i][0].high or 0.0, -i))
    often = sorted(places, key=lambda i: (-len({r.citation.article for r in groups[i]}), i))
    kept = list(dict.fromkeys([0, len(groups) - 1, largest, *often]))[:ROWS]
    return [groups[i] for i in sorted(kept)]


def figure_line(group: Rows) -> Line:
    """Show a sourced row before the same number in an outlet's voice, as headlines give it."""
    ordered = sorted(group, key=_is_outlets)
    lead = _lead(group)
    who = [w for row in ordered for w in row.who]
    manners = joined(manner(lead.mode, Certainty.CERTAIN), lead.scope or "", "a copied passage" if lead.copied else "")
    cited = tuple(dict.fromkeys(row.citation for row in ordered))[:CITED]
    when = dated(group[0].as_of, group[0].basis)
    return Line(bounded(lead), cited, when, joined(names(who), manners), level=1, warn=lead.copied)


def _lead(group: Rows) -> FigureRow:
    return min(group, key=_is_outlets)


def _is_outlets(row: FigureRow) -> bool:
    return all(who.is_outlet for who in row.who)
