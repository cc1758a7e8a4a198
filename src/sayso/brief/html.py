"""The brief as one HTML file that needs nothing else: no network, no font, no script but its own few lines.

Its Content-Security-Policy allows the one style sheet and the one script in it by their SHA-256 hashes and
nothing besides, so markup that an article smuggled in could not run even if escaping failed.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.brief.chart import Chart
from sayso.brief.charted import charts_of
from sayso.brief.clean import one_line
from sayso.brief.layout import numbered, parts_of, repeated
from sayso.brief.passages import Passage, paragraphs
from sayso.compare import edtf
from sayso.model import Brief, BriefArticle, Citation, Line, Section


@dataclass(frozen=True, slots=True)
class Cite:
    """A link to cited words: the article's number, the sentence's from 1, and the citation's number in the file."""

    article: int
    sentence: int
    number: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A line with its links, the lines that belong to it and, for figures, their chart."""

    line: Line
    cites: tuple[Cite, ...]
    quiet: bool
    parts: tuple[Entry, ...]
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its entries."""

    section: Section
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article with its text cut at the borders of what is cited from it."""

    article: BriefArticle
    date: str
    link: str | None
    titled: bool
    paragraphs: list[list[Passage]]


class Index:
    """Numbers the citations, equal ones once, as lines and marks ask for them."""

    def __init__(self, brief: Brief) -> None:
        self._articles = {a.id: a.number for a in brief.articles}
        self._numbers: dict[Citation, int] = {}

    def cite(self, citation: Citation) -> Cite | None:
        """Return the link for a citation; None where its article is not in the brief."""
        article = self._articles.get(citation.article)
        if article is None:
            return None
        return Cite(article, citation.sentence + 1, self._numbers.setdefault(citation, len(self._numbers) + 1))

    def cites(self, citations: Sequence[Citation]) -> tuple[Cite, ...]:
        """Return the links for several citations, each once."""
        return tuple(dict.fromkeys(c for c in map(self.cite, citations) if c))

    def by_article(self) -> Mapping[str, Mapping[int, Citation]]:
        """Return the citations asked for so far by article id, each with its number."""
        found: dict[str, dict[int, Citation]] = defaultdict(dict)
        for citation, number in self._numbers.items():
            found[citation.article][number] = citation
        return found


def to_html(brief: Brief) -> str:
    """Return the brief as a complete HTML document."""
    index = Index(brief)
    parts = [_part(section, brief, index) for section in brief.sections if section.lines or section.more]
    cited = index.by_article()
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            parts=parts,
            sources=[_source(article, cited.get(article.id, {})) for article in brief.articles],
            index=index,
            style=_asset("style.css"),
            script=_asset("script.js"),
            style_hash=_hash("style.css"),
            script_hash=_hash("script.js"),
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("sayso.brief"),
        # Everything that these templates write is HTML, whatever the ending of a template's name.
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["one_line"] = one_line
    return made


@lru_cache(maxsize=4)
def _asset(name: str) -> Markup:
    return Markup(files("sayso.brief").joinpath("templates", name).read_text(encoding="utf-8"))


def _hash(name: str) -> str:
    """Return the CSP source of an inline element with exactly this content (CSP Level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(_asset(name).encode("utf-8")).digest()).decode("ascii")


def _part(section: Section, brief: Brief, index: Index) -> Part:
    lines = numbered(section, brief)
    charts = charts_of(section, brief) if section.key == "figures" else {}
    return Part(section, tuple(_entries(lines, charts, index)))


def _entries(lines: Sequence[Line], charts: Mapping[int, Chart], index: Index) -> Iterator[Entry]:
    """Nest each line's parts below it; ``charts`` are by the place of their line."""
    after = 0
    for place, (line, below) in enumerate(zip(lines, parts_of(lines), strict=True)):
        if place < after:
            continue
        after = place + 1 + len(below)
        drawn = charts.get(place)
        if drawn:
            index.cites([mark.citation for mark in drawn.marks])
        parts = tuple(_entries(below, {}, index))
        yield Entry(line, index.cites(line.citations), repeated(line, below), parts, drawn)


def _source(article: BriefArticle, cited: Mapping[int, Citation]) -> Source:
    if article.published:
        when = edtf.spoken(article.published)
    elif article.window:
        when = f"no date given; its text implies: {edtf.spoken(article.window)}"
    else:
        when = "no date given"
    titled = bool(article.title) and one_line(article.text.split("\n", 1)[0]) == one_line(article.title or "")
    return Source(article, when, _safe(article.url), titled, paragraphs(article, cited))


def _safe(url: str | None) -> str | None:
    """Return an address that a link may have: http or https and a host; others (javascript:, data:) are only shown."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
