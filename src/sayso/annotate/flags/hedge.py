"""Hedges in the outlet's own voice: "reportedly", "it is believed that", two modals in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from sayso.annotate.flags.page import Found, Page
from sayso.annotate.flags.phrases import Hit

WHY = "the outlet says it without saying who stands behind it"
WHY_TWICE = "hedged more than once in one sentence"
NAMED = 2
NEAR = 25  # characters


def hedges(page: Page) -> Iterator[Found]:
    """Yield hedges, one a sentence; a single "may" or "could" is none, it takes two side by side."""
    hits = (h for h in page.hits["hedge"] if not page.quoted[h.start] and page.sourced[h.start] != NAMED)
    for number, group in groupby(hits, key=lambda h: page.sentence_at(h.start)):
        start = page.sentences[number].span.start
        # A capital in mid-sentence is a name or the month: "May".
        yield from _in_sentence(page, [h for h in group if h.start == start or page.text[h.start].islower()])


def _in_sentence(page: Page, hits: list[Hit]) -> Iterator[Found]:
    if full := next((h for h in hits if h.entry.weight >= 1), None):
        yield Found("hedge", full.start, full.end, WHY)
    elif twice := next((pair for pair in pairwise(hits) if _stacked(page, *pair)), None):
        yield Found("hedge", twice[0].start, twice[1].end, WHY_TWICE)


def _stacked(page: Page, first: Hit, second: Hit) -> bool:
    """Whether the second hedge weakens the first again: side by side, and not "may or may not"."""
    near = second.start - first.end <= NEAR and not page.sourced[first.start]
    return near and first.entry.words != second.entry.words
