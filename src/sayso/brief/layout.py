"""How the lines of a section belong together: which are parts of which, and which need no citation of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.brief.articles import listed
from sayso.model import Brief, BriefArticle, Line, Section


def numbered(section: Section, brief: Brief) -> tuple[Line, ...]:
    """Return a section's lines with articles by their numbers: each article's own line begins with its number.

    In all other lines an article that names no outlet goes by its number, as a file's name says little.
    """
    own = listed(brief.articles)
    if section.key == "articles" and len(section.lines) >= len(own):
        return (*map(_numbered, section.lines, own), *section.lines[len(own) :])
    return tuple(_by_number(line, brief.articles) for line in section.lines)


def _by_number(line: Line, articles: Sequence[BriefArticle]) -> Line:
    label, note = line.label, line.note
    for article in articles:
        if not article.outlet and (article.name in label or article.name in note):
            short = f"article {article.number}"
            label, note = (re.sub(rf"(?<!\S){re.escape(article.name)}(?!\w)", short, s) for s in (label, note))
    return replace(line, label=label, note=note)


def _numbered(line: Line, article: BriefArticle) -> Line:
    name = article.outlet or article.name
    if not line.label.startswith(f"{name}, "):
        return replace(line, label=f"{article.number} {line.label}".strip())
    when = line.label.removeprefix(f"{name}, ")
    return replace(line, label=f"{article.number} {name}", note="; ".join(filter(None, (when, line.note))))


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put a head without a label and its only part on one line."""
    made: list[Line] = []
    for line, parts in zip(lines, parts_of(lines), strict=True):
        if made and made[-1] is _ONLY_PART:
            made.pop()
        elif len(parts) == 1 and not line.label and not line.note and repeated(line, parts):
            made += [replace(parts[0], text=f"{line.text}: {parts[0].text}", level=line.level), _ONLY_PART]
        else:
            made.append(line)
    return tuple(made)


_ONLY_PART = Line("", ())


def parts_of(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """Return, for each line, the lines that follow it on a deeper level."""
    found: list[Sequence[Line]] = []
    for start, line in enumerate(lines, start=1):
        end = start
        while end < len(lines) and lines[end].level > line.level:
            end += 1
        found.append(lines[start:end])
    return found


def repeated(line: Line, parts: Sequence[Line]) -> bool:
    """Whether all that a line cites is cited by its parts, so that saying it twice would be noise."""
    below = {citation for part in parts for citation in part.citations}
    return bool(parts) and below.issuperset(line.citations)
