"""Choose and arrange what the brief shows: ranked by what matters, each thing once, every line with its citations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sayso.brief.articles import article_section, brief_articles
from sayso.brief.figures import figure_lines
from sayso.brief.sections import (
    actor_lines,
    care_lines,
    confirmed_lines,
    differ_lines,
    question_lines,
    said_lines,
    timeline_lines,
)
from sayso.brief.title import story_title
from sayso.brief.used import Used
from sayso.model import Brief, Comparison, Line, Section

Maker = Callable[[Comparison, Used], list[list[Line]]]

# Section key, heading, what makes its entries, and how many entries the short brief shows.
SECTIONS: tuple[tuple[str, str, Maker, int], ...] = (
    ("confirmed", "What is confirmed, and by whom", confirmed_lines, 4),
    ("figures", "Figures", figure_lines, 3),
    ("differ", "Where accounts differ", differ_lines, 5),
    ("says", "Who says what", said_lines, 6),
    ("timeline", "Timeline", timeline_lines, 7),
    ("actors", "Actors and relations", actor_lines, 5),
    ("questions", "Open questions", question_lines, 5),
    ("care", "Handle with care", care_lines, 4),
)


def select(comparison: Comparison, full: bool = False, as_of: date | None = None) -> Brief:
    """Return the brief of a story: short by default, with everything where ``full``."""
    articles = brief_articles(comparison)
    used = Used(full)
    sections = [article_section(articles)]
    for key, title, make, most in SECTIONS:
        entries = make(comparison, used)
        shown = entries if full else entries[:most]
        lines = tuple(line for entry in shown for line in entry)
        if lines:
            sections.append(Section(key, title, lines, len(entries) - len(shown)))
    return Brief(
        title=story_title(comparison),
        articles=articles,
        sections=tuple(sections),
        series=comparison.series,
        skipped=comparison.skipped,
        as_of=as_of.isoformat() if as_of else None,
        full=full,
    )
