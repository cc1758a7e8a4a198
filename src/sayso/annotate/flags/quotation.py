"""Quotations with nobody behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotate.flags.page import Found, Page

FEWEST_WORDS = 4
SIGNATURE = re.compile(r"\s{0,3}[-–—―]{1,2}\s?[A-Z]")
WHY = "a quotation with nobody behind it"


def orphans(page: Page) -> Iterator[Found]:
    """Yield quotations of a clause in paragraphs where nobody speaks; titles, headings and captions are none."""
    taken, sentences = _taken(page), page.sentences
    # Where somebody speaks in the same paragraph, a reader will take the words for theirs.
    heard = {sentences[a.sentence].paragraph for a in page.note.attributions}
    for start, end in page.quotes:
        free = sentences[page.sentence_at(start)].paragraph not in heard and not any(taken[start:end])
        if free and _is_clause(page, start, end) and not _signed(page.text, start, end):
            yield Found("orphan quotation", start, end, WHY)


def _signed(text: str, start: int, end: int) -> bool:
    """Whether a name stands at the quotation as in an interview or a list of voices: "Brandt: “…”", "“…” — Brandt"."""
    return text[max(start - 3, 0) : start].rstrip().endswith(":") or bool(SIGNATURE.match(text, end))


def _taken(page: Page) -> bytes:
    mask = bytearray(len(page.text))
    for attribution in page.note.attributions:
        for span in (*attribution.content, *attribution.source, *attribution.cue):
            mask[span.start : span.end] = b"\1" * len(span)
    return bytes(mask)


def _is_clause(page: Page, start: int, end: int) -> bool:
    """Whether the quotation has words enough, a verb, and is not written as a title (Each Word Capital)."""
    words = page.text[start + 1 : end - 1].split()
    if len(words) < FEWEST_WORDS or page.sentences[page.sentence_at(start)].heading:
        return False
    if sum(w[0].isupper() for w in words) > 0.5 * len(words):
        return False
    held = page.doc.char_span(start, end, alignment_mode="contract")
    return held is not None and any(t.pos_ in ("VERB", "AUX") and "Fin" in t.morph.get("VerbForm", []) for t in held)
