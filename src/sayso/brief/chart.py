"""The figures of one series over time, as shapes that the template draws.

Across run the dates in their order, with more room between two the further they lie apart; figures of one date
stand side by side, undated ones in a column of their own. Positions across are percentages, so that the chart
fills any width; heights are pixels from the top.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from sayso.brief.clean import one_line
from sayso.brief.scale import Scale, number, scale_for
from sayso.compare import edtf
from sayso.model import Bound, Citation, FigureRow, Mode, Series, SourceType

TOP = 34.0  # room above the axis' top, for arrows and labels
TALL, LOW = 170.0, 104.0  # length of the axis; the second where there is little to tell apart
FEW = 3
BAND = 8.0  # least half height of the band of an "about"
ARROW = 24.0
ABOUT = 0.1  # half width of the band of an "about" that names no interval, as a share of the value
SLOT, COLUMN, INTERVAL = 54.0, 58.0, 92.0  # room for a figure, for a date, for an interval of dates
STRETCH = 0.3  # room between the dates, as a share of the room they take
NARROWEST = 0.68  # how far that room may be squeezed before the chart scrolls
COLOURS = 8
UNNAMED = "unnamed sources (not one voice)"
OPEN_UP = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
OPEN_DOWN = frozenset({Bound.UP_TO, Bound.LESS_THAN})
SIGNS = {Bound.AT_LEAST: "≥ ", Bound.MORE_THAN: "> ", Bound.UP_TO: "≤ ", Bound.LESS_THAN: "< ", Bound.ABOUT: "~"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: ``y`` its point, ``high`` and ``low`` the ends of what it means, of a shape the template knows."""

    x: float
    y: float
    high: float
    low: float
    shape: str
    label: str
    label_y: float
    low_label: str
    colour: str
    hollow: bool
    title: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Column:
    """One date (or the undated): where its room starts, its middle and width, and its name on up to three rows."""

    start: float
    middle: float
    width: float
    names: tuple[str, ...]
    undated: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the template needs to draw one series.

    ``room`` is the least width in steps of 25 pixels, ``base`` how far down the foot of the axis is.
    """

    id: int
    label: str
    description: str
    marks: tuple[Mark, ...]
    columns: tuple[Column, ...]
    ticks: tuple[tuple[float, str], ...]
    legend: tuple[tuple[str, str], ...]
    shapes: tuple[str, ...]
    log: bool
    room: int
    base: float
    left_out: int


def source_of(row: FigureRow) -> str:
    """Return the name under which a figure's source stands in the legend."""
    named = [w.name for w in row.who if w.type is not SourceType.UNNAMED]
    return one_line(", ".join(named)) if named else UNNAMED


def colours(series: Sequence[Series]) -> dict[str, str]:
    """Give each source one colour over all charts, those with most figures first; grey for unnamed and for the rest."""
    counts: dict[str, int] = {}
    for row in (r for s in series for r in s.rows if drawable(r)):
        counts[source_of(row)] = counts.get(source_of(row), 0) + 1
    named = sorted((n for n in counts if n != UNNAMED), key=lambda n: -counts[n])
    return {UNNAMED: "u"} | {name: str(i) if i < COLOURS else "u" for i, name in enumerate(named)}


def drawable(row: FigureRow) -> bool:
    """Whether a figure has a number to draw."""
    return any(v is not None and math.isfinite(v) for v in (row.value, row.low, row.high))


def chart(series: Series, palette: Mapping[str, str]) -> Chart | None:
    """Lay out one series; None where it has no two figures that differ."""
    rows = [r for r in series.rows if drawable(r)]
    if len({(_extent(r), _shape(r)) for r in rows}) < 2:
        return None
    plot = TALL if len(rows) > FEW else LOW
    scale = scale_for([v for r in rows for v in _extent(r)])
    columns, places, total = _across(rows)
    marks = tuple(_mark(row, x, scale, plot, palette) for row, x in places)
    return Chart(
        id=series.id,
        label=one_line(series.label),
        description=_description(series, rows, scale.log),
        marks=marks,
        columns=columns,
        ticks=tuple((_down(scale.share(t), plot), number(t)) for t in scale.ticks),
        legend=_legend(rows, palette),
        shapes=tuple(s for s in ("exact", "least", "most", "about", "between") if any(m.shape == s for m in marks)),
        log=scale.log,
        room=math.ceil(NARROWEST * total / 25),
        base=TOP + plot,
        left_out=len(series.rows) - len(rows),
    )


def _point(row: FigureRow) -> float:
    given = [v for v in (row.value, row.low, row.high) if v is not None and math.isfinite(v)]
    return given[0]


def _extent(row: FigureRow) -> tuple[float, float]:
    """Return the lowest and highest value to be drawn; an open end ends at the point (an arrow shows it is open)."""
    point = _point(row)
    low = row.low if row.low is not None and math.isfinite(row.low) else point
    high = row.high if row.high is not None and math.isfinite(row.high) else point
    shape = _shape(row)
    if shape == "about" and low == high:
        return point - abs(point) * ABOUT, point + abs(point) * ABOUT
    return (low, high) if shape in ("about", "between") else (point, point)


def _shape(row: FigureRow) -> str:
    if row.bound in OPEN_UP or (row.value is None and row.high is None):
        return "least"
    if row.bound in OPEN_DOWN or (row.value is None and row.low is None):
        return "most"
    if row.bound is Bound.BETWEEN or row.value is None:
        return "between"
    return "about" if row.bound is Bound.ABOUT else "exact"


def _down(share: float, plot: float) -> float:
    return round(TOP + plot * (1 - share), 1)


def _mark(row: FigureRow, x: float, scale: Scale, plot: float, palette: Mapping[str, str]) -> Mark:
    shape = _shape(row)
    extent = _extent(row)
    bottom, top = (_down(scale.share(v), plot) for v in extent)
    point = _down(scale.share(_point(row)), plot)
    if shape == "about":
        top, bottom = min(top, point - BAND), max(bottom, point + BAND)
    high, low = (point - ARROW if shape == "least" else top), (point + ARROW if shape == "most" else bottom)
    label = number(extent[1]) if shape == "between" else SIGNS.get(row.bound, _sign(shape)) + number(_point(row))
    return Mark(
        x=x,
        y=point,
        high=high,
        low=low,
        shape=shape,
        label=label,
        label_y=point + 17 if shape == "least" else min(high, point - 4) - 5,
        low_label=number(extent[0]) if shape == "between" else "",
        colour=palette.get(source_of(row), "u"),
        hollow=row.copied or row.mode is not Mode.ASSERTED,
        title=_title(row),
        citation=row.citation,
    )


def _sign(shape: str) -> str:
    return {"least": "≥ ", "most": "≤ "}.get(shape, "")


def _title(row: FigureRow) -> str:
    """Say in words what a mark shows, for a pointer that rests on it and for a screen reader."""
    manner = "" if row.mode is Mode.ASSERTED else row.mode.value
    who = ", ".join(w.name for w in row.who)
    basis = f"{edtf.spoken(row.as_of)}{' (of publication)' if row.basis == 'published' else ''}"
    return "; ".join(one_line(p) for p in (row.words, who, basis, manner, "copied" if row.copied else "") if p)


def _across(rows: Sequence[FigureRow]) -> tuple[tuple[Column, ...], list[tuple[FigureRow, float]], float]:
    """Return the columns, each row with its place in percent, and the width in pixels at which all have room."""
    ordered = sorted(rows, key=lambda r: (r.as_of is None, edtf.sort_key(r.as_of), r.as_of or ""))
    groups = [(as_of, list(given)) for as_of, given in groupby(ordered, key=lambda r: r.as_of)]
    widths = [max(len(given) * SLOT, _named_width(as_of)) for as_of, given in groups]
    gaps = _gaps([as_of for as_of, _ in groups], STRETCH * sum(widths))
    total = sum(widths) + sum(gaps)
    columns, places, at = [], [], 0.0
    for (as_of, given), width, gap in zip(groups, widths, gaps, strict=True):
        at += gap
        columns.append(_column(as_of, at, width, total))
        places += [(row, _percent(at + width * (i + 0.5) / len(given), total)) for i, row in enumerate(given)]
        at += width
    return tuple(columns), places, total


def _percent(part: float, total: float) -> float:
    return round(100 * part / total, 2)


def _column(as_of: str | None, at: float, width: float, total: float) -> Column:
    middle, start, share = (_percent(p, total) for p in (at + width / 2, at, width))
    return Column(start, middle, share, _names(as_of), as_of is None)


def _gaps(dates: Sequence[str | None], room: float) -> list[float]:
    """Return the room before each column, shared out by the days between; none where a day is not known."""
    days = [_days(a, b) for a, b in pairwise(dates)]
    return [0.0, *(room * d / sum(days) if sum(days) else 0.0 for d in days)]


def _days(first: str | None, then: str | None) -> int:
    start, end = edtf.bounds(first)[0], edtf.bounds(then)[0]
    try:
        return max((date.fromisoformat(end) - date.fromisoformat(start)).days, 0) if start and end else 0
    except ValueError:
        return 0


def _named_width(as_of: str | None) -> float:
    return INTERVAL if as_of and "/" in as_of else COLUMN


def _names(as_of: str | None) -> tuple[str, ...]:
    """Return a date on rows of few letters: "since", day and month, year; an interval's two ends; or "undated"."""
    if not as_of:
        return ("undated",)
    short = " ".join(w[:3] if w in edtf.MONTHS else w for w in edtf.spoken(as_of).split(" "))
    if " – " in short:
        return tuple(short.replace(" – ", " –\n").split("\n"))
    first, _, rest = short.partition(" ")
    before, short = ((first,), rest) if rest and first.isalpha() and first.islower() else ((), short)
    head, _, year = short.rpartition(" ")
    return (*before, head, year) if head and year.isdigit() and len(year) == 4 else (*before, short)


def _legend(rows: Sequence[FigureRow], palette: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    names = sorted(dict.fromkeys(source_of(r) for r in rows), key=lambda n: (palette.get(n, "u") == "u", n == UNNAMED))
    return tuple((palette.get(name, "u"), name) for name in names)


def _description(series: Series, rows: Sequence[FigureRow], log: bool) -> str:
    scale = "logarithmic scale" if log else "linear scale"
    return f"{one_line(series.label)}, {len(rows)} figures, {scale}: " + ". ".join(_title(r) for r in rows) + "."
