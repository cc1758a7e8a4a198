"""How the lines of a section belong together: which are parts of which, and which need no citation of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Brief, Line, Section


def numbered(section: Section, brief: Brief) -> tuple[Line, ...]:
    """Return a section's lines; those of the list of articles begin with the article's number."""
    if section.key != "articles" or len(section.lines) != len(brief.articles):
        return section.lines
    pairs = zip(section.lines, brief.articles, strict=True)
    return tuple(replace(line, label=f"{article.number} {line.label}".strip()) for line, article in pairs)


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
