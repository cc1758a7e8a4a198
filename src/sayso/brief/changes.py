"""The report on what changed: a brief whose sections hold only what is new, with the citations of any brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from sayso.brief.articles import article_section, brief_articles, listed
from sayso.brief.asked import question_lines
from sayso.brief.confirm import confirmed
from sayso.brief.days import in_time, timeline_lines
from sayso.brief.figures import SMALL, figure_line
from sayso.brief.phrases import joined
from sayso.brief.said import said_lines
from sayso.brief.sections import confirmed_lines, differ_lines
from sayso.brief.title import story_title
from sayso.brief.used import Used
from sayso.model import Account, Brief, BriefArticle, Changes, Line, Section, Series

Entries = Iterable[list[Line]]
Maker = Callable[[Changes, Used], Entries]


def select_changes(changes: Changes, first: date, last: date, full: bool = False) -> Brief:
    """Return what changed after ``first`` and by ``last``: short by default, with everything where ``full``."""
    articles = brief_articles(changes.after)
    used = Used(full)
    sections = [_articles(changes, article_section(articles), listed(articles))]
    for key, title, make, most in SECTIONS:
        entries = list(make(changes, used))
        shown = entries if full else entries[:most]
        shown = in_time(shown, changes.timeline) if key == "timeline" else shown
        if shown:
            lines = tuple(line for entry in shown for line in entry)
            sections.append(Section(key, title, lines, len(entries) - len(shown)))
    if not changes.articles:
        said = f"no article was published after {first} and by {last}"
        sections.append(Section("nothing", "Nothing new", (Line(said, ()),)))
    return Brief(
        title=story_title(changes.after),
        articles=articles,
        sections=tuple(sections),
        series=(*changes.moved, *changes.series),
        skipped=changes.after.skipped,
        as_of=last.isoformat(),
        since=first.isoformat(),
        full=full,
    )


def _articles(changes: Changes, section: Section, own: Sequence[BriefArticle]) -> Section:
    """Mark the new articles of those with a line of their ``own``; the others stand there since lines may cite them."""
    rows = zip(section.lines, own, strict=False)
    marked = (replace(x, note=joined("new", x.note)) if a.id in changes.articles else x for x, a in rows)
    return replace(section, lines=(*marked, *section.lines[len(own) :]))


def _moved(changes: Changes, _used: Used) -> Entries:
    return [_figures(series, known=1) for series in changes.moved]


def _first_figures(changes: Changes, used: Used) -> Entries:
    return [_figures(series, known=0) for series in changes.series if used.full or _telling(series)]


def _telling(series: Series) -> bool:
    return bool(series.unit) or len(series.rows) > 1 or max(r.value or 0 for r in series.rows) >= SMALL


def _figures(series: Series, known: int) -> list[Line]:
    """Return the head and a line for each number, those that were known before marked as such."""
    groups: dict[object, list[int]] = {}
    for place, row in enumerate(series.rows):
        groups.setdefault((place < known, row.value, row.bound), []).append(place)
    lines = [(group[0] < known, figure_line([series.rows[i] for i in group])) for group in groups.values()]
    marked = [replace(x, note=joined("before" if old else "new", x.note)) if known else x for old, x in lines]
    cited = tuple(dict.fromkeys(c for line in marked for c in line.citations[:1]))
    return [Line(series.label, cited), *marked]


def _differ(changes: Changes, _used: Used) -> Entries:
    """Return each new disagreement with its sides, which is what a reader of changes looks for."""
    denials_first = sorted(changes.disagreements, key=lambda d: d.type != "denial")
    return differ_lines(replace(changes.after, disagreements=tuple(denials_first)), Used(full=True))


def _settled(changes: Changes, _used: Used) -> Entries:
    return question_lines(replace(changes.after, questions=changes.settled), Used(full=True))


def _confirmed(changes: Changes, used: Used) -> Entries:
    before = {ref for _, _, refs in confirmed(changes.before) for ref in refs}
    found: list[Account] = []
    for account, _, refs in confirmed(changes.after):
        if before.isdisjoint(refs) and any(ref.article in changes.articles for ref in refs):
            found.append(account)
    return confirmed_lines(replace(changes.after, accounts=tuple(found)), used)


def _said(changes: Changes, used: Used) -> Entries:
    return said_lines(replace(changes.after, accounts=changes.accounts), used)


def _timeline(changes: Changes, used: Used) -> Entries:
    return timeline_lines(replace(changes.after, timeline=changes.timeline), used)


def _questions(changes: Changes, used: Used) -> Entries:
    return question_lines(replace(changes.after, questions=changes.questions), used)


# Section key, heading, what makes its entries, and how many entries the short report shows.
SECTIONS: tuple[tuple[str, str, Maker, int], ...] = (
    ("figures", "Figures that moved", _moved, 4),
    ("differ", "New denials and disagreements", _differ, 4),
    ("settled", "Questions settled", _settled, 5),
    ("confirmed", "Newly confirmed, and by whom", _confirmed, 4),
    ("says", "New claims, and whose they are", _said, 8),
    ("first", "Things counted for the first time", _first_figures, 3),
    ("timeline", "New in the timeline", _timeline, 5),
    ("questions", "New open questions", _questions, 5),
)
