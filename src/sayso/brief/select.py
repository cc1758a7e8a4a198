"""Choose and arrange what the brief shows: ranked by what matters, each thing once, every line with its citations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from sayso.brief.articles import article_section, brief_articles
from sayso.brief.asked import question_lines
from sayso.brief.budget import QUOTAS, shares
from sayso.brief.days import in_time, timeline_lines
from sayso.brief.figures import figure_lines
from sayso.brief.said import said_lines
from sayso.brief.sections import (
    care_lines,
    confirmed_lines,
    differ_lines,
)
from sayso.brief.standing import actor_lines
from sayso.brief.title import story_title
from sayso.brief.used import Used
from sayso.model import Brief, Comparison, Line, Section

Maker = Callable[[Comparison, Used], Iterator[list[Line]]]

# Section key, heading, and what makes its entries.
SECTIONS: tuple[tuple[str, str, Maker], ...] = (
    ("confirmed", "What is confirmed, and by whom", confirmed_lines),
    ("figures", "Figures", figure_lines),
    ("differ", "Where accounts differ", differ_lines),
    ("says", "Who says what", said_lines),
    ("timeline", "Timeline", timeline_lines),
    ("actors", "Actors and relations", actor_lines),
    ("questions", "Open questions", question_lines),
    ("care", "Handle with care", care_lines),
)


def select(comparison: Comparison, full: bool = False, as_of: date | None = None) -> Brief:
    """Return the brief of a story: short by default, with everything where ``full``."""
    articles = brief_articles(comparison)
    most = {} if full else _most(comparison)
    used = Used(full)
    sections = [article_section(articles)]
    for key, title, make in SECTIONS:
        used.closed = False
        entries = make(comparison, used)
        shown = list(entries if full else islice(entries, most[key]))
        shown = in_time(shown, comparison.timeline) if key == "timeline" else shown
        used.closed = True
        more = sum(1 for _ in entries)
        lines = tuple(line for entry in shown for line in entry)
        if lines:
            sections.append(Section(key, title, lines, more))
    return Brief(
        title=story_title(comparison),
        articles=articles,
        sections=tuple(sections),
        series=comparison.series,
        skipped=comparison.skipped,
        as_of=as_of.isoformat() if as_of else None,
        full=full,
    )


def _most(comparison: Comparison) -> dict[str, int]:
    """Return how many entries each section of the short brief shows."""
    used = Used(False)
    lengths = {}
    for key, _, make in SECTIONS:
        lengths[key] = [len(entry) for entry in islice(make(comparison, used), QUOTAS[key].most)]
    return shares(lengths, len(comparison.articles))
