"""Claims that rest on a source without a name."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.flags.page import Found, Page
from sayso.model import Attribution, SourceType, Span

WHY = "no name stands behind this"
WHY_FIGURE = "no name stands behind this figure"


def unnamed(page: Page) -> Iterator[Found]:
    """Yield source and cue of each attribution to an unnamed source that no named source passes on."""
    figures = {f.attribution for f in page.note.figures if f.value is not None}
    for attribution in page.note.attributions:
        if attribution.source_type == SourceType.UNNAMED and attribution.source and not _passed_on(page, attribution):
            span = _words(attribution)
            yield Found("unnamed source", span[0], span[1], WHY_FIGURE if attribution.id in figures else WHY)


def _passed_on(page: Page, attribution: Attribution) -> bool:
    parent = attribution.parent
    named = (SourceType.PERSON, SourceType.ORGANISATION)
    return parent is not None and page.note.attributions[parent].source_type in named


def _words(attribution: Attribution) -> tuple[int, int]:
    """Return source and cue as one range where they stand side by side, else the source."""
    source = attribution.source[0]
    near = [c for c in attribution.cue if _gap(source, c) <= 2]
    spans = [source, *near]
    return min(s.start for s in spans), max(s.end for s in spans)


def _gap(a: Span, b: Span) -> int:
    return max(a.start, b.start) - min(a.end, b.end)
