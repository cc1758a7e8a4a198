"""Which figures a brief draws: for each head of its figures, those of the lines below it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.brief.chart import Chart, chart, colours
from sayso.brief.layout import parts_of
from sayso.model import Brief, BriefArticle, Citation, FigureRow, Section, Series


def charts_of(section: Section, brief: Brief) -> Mapping[int, Chart]:
    """Return the charts of a section by the place of the line that heads them, with one colour a source in all."""
    shown = dict(_shown(section, brief))
    palette = colours(list(shown.values()))
    made = ((place, chart(series, palette)) for place, series in shown.items())
    return {place: drawn for place, drawn in made if drawn}


def _shown(section: Section, brief: Brief) -> Iterator[tuple[int, Series]]:
    for place, (line, parts) in enumerate(zip(section.lines, parts_of(section.lines), strict=True)):
        listed = {citation for part in parts for citation in part.citations}
        # Two series may be called the same ("people"), so the lines below say which of them it is.
        found = next((s for s in brief.series if s.label == line.text and _lists(s, listed)), None)
        if found and line.level == 0:
            yield place, _drawn(found, listed, brief.articles)


def _lists(series: Series, listed: Collection[Citation]) -> bool:
    return any(row.citation in listed for row in series.rows)


def _drawn(series: Series, listed: Collection[Citation], articles: Sequence[BriefArticle]) -> Series:
    """Return the listed figures of a series; an article without an outlet goes by its number, as in the lines."""
    numbers = {a.name: f"article {a.number}" for a in articles if not a.outlet}
    return replace(series, rows=tuple(_renamed(row, numbers) for row in series.rows if row.citation in listed))


def _renamed(row: FigureRow, numbers: Mapping[str, str]) -> FigureRow:
    return replace(row, who=tuple(replace(w, name=numbers.get(w.name, w.name)) for w in row.who))
