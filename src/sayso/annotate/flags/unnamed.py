"""Claims that rest on a source without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotate.flags.page import Found, Page
from sayso.data.loading import toml
from sayso.model import Attribution, SourceType, Span

NAMED = (SourceType.PERSON, SourceType.ORGANISATION)
RELATIVE, POINTING = ("who", "which", "that", "whose"), ("the", "this", "that", "these", "those")
PLURAL_REPORTS = re.compile(r"\b(?:reports|sources)\b", re.IGNORECASE)
BY_NAME = re.compile(r"\bby (?:\w+ ){0,3}[A-Z]")
NAME_INSIDE = re.compile(r"\s[A-Z]")
WHY = "no name stands behind this"
WHY_FIGURE = "no name stands behind this figure"


def unnamed(page: Page) -> Iterator[Found]:
    """Yield source and cue of attributions to an unnamed source, at most one a sentence.

    Left out are sources that a named one passes on, groups that speak of themselves ("voters"), and sources
    that the article names elsewhere ("the governor", "a Gallup poll").
    """
    figures = {f.attribution for f in page.note.figures if f.value is not None}
    flagged: set[int] = set()
    for attribution in sorted(page.note.attributions, key=lambda a: (a.sentence, a.id not in figures, a.id)):
        if attribution.sentence not in flagged and _nameless(attribution) and not _passed_on(page, attribution):
            flagged.add(attribution.sentence)
            yield Found("unnamed source", *_words(attribution), WHY_FIGURE if attribution.id in figures else WHY)


def _nameless(attribution: Attribution) -> bool:
    kinds: dict[str, list[str]] = toml("flagged_sources")["subtypes"]
    if attribution.source_type != SourceType.UNNAMED or not attribution.source:
        return False
    words, subtype = attribution.source[0].text, attribution.source_subtype
    first = words.split()[0].lower()
    if first in RELATIVE or (first in POINTING and not PLURAL_REPORTS.search(words)):
        return False
    if subtype in kinds["always"]:
        return not BY_NAME.search(words)
    return subtype in kinds["unless_named"] and not NAME_INSIDE.search(words)


def _passed_on(page: Page, attribution: Attribution) -> bool:
    parent = attribution.parent
    return parent is not None and page.note.attributions[parent].source_type in NAMED


def _words(attribution: Attribution) -> tuple[int, int]:
    """Return source and cue as one range where they stand side by side, else the source."""
    source = attribution.source[0]
    spans = [source, *(c for c in attribution.cue if _gap(source, c) <= 2)]
    return min(s.start for s in spans), max(s.end for s in spans)


def _gap(a: Span, b: Span) -> int:
    return max(a.start, b.start) - min(a.end, b.end)
