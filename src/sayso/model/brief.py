"""The report on a story: sections of lines, every line citing spans."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.article import Skipped
from sayso.model.spans import Span
from sayso.model.story import Citation, Series


@dataclass(frozen=True, slots=True)
class Line:
    """One line: fixed phrases and cited words, and where the words stand.

    ``label`` is a short tag before the text (a date, a type, a source); ``note`` a fixed phrase after it;
    ``level`` 0 for a line of its own, 1 for one that belongs to the line above; ``warn`` marks a caution.
    """

    text: str
    citations: tuple[Citation, ...]
    label: str = ""
    note: str = ""
    level: int = 0
    warn: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading. ``more`` counts what the short brief leaves out."""

    key: str
    title: str
    lines: tuple[Line, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class BriefArticle:
    """An article as the brief shows it; ``number`` is what the citations [number:sentence] name."""

    number: int
    id: str
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    window: str | None
    window_basis: str
    url: str | None
    text: str
    sentences: tuple[Span, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The report: articles, sections, the figures behind the chart, and what was skipped.

    ``since`` is the earlier day of a report on what changed, and None in any other.
    """

    title: str
    articles: tuple[BriefArticle, ...]
    sections: tuple[Section, ...]
    series: tuple[Series, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    as_of: str | None = None
    full: bool = False
    format: str = field(default="sayso-brief-1")
    since: str | None = None
