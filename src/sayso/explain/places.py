"""Find the words that are asked about."""

from __future__ import annotations

import re

from sayso.errors import UsageError
from sayso.model import Span

OFFSETS = re.compile(r"\s*(\d+)\s*:\s*(\d+)\s*")
MARKS = str.maketrans("’‘“”«»„", "''" + '"' * 5)
LISTED = 8


def locate(text: str, asked: str) -> Span:
    """Return where "START:END" (code points of ``text``, end exclusive) or quoted words stand.

    Words are looked for as they are, then without regard to case, line breaks and the kind of quotation marks.

    Raises:
        UsageError: nothing asked, offsets outside the text, words that are not there or stand in several places.
    """
    offsets = OFFSETS.fullmatch(asked)
    if offsets:
        return _between(text, int(offsets[1]), int(offsets[2]))
    if not asked.strip():
        raise UsageError("give the words to explain, or START:END")
    places = _exact(text, asked.strip()) or _loose(text, asked.strip())
    if not places:
        raise UsageError(f'"{asked.strip()}" does not stand in this article')
    if len(places) > 1:
        listed = ", ".join(f"{s}:{e}" for s, e in places[:LISTED]) + (" …" if len(places) > LISTED else "")
        raise UsageError(f'"{asked.strip()}" stands in {len(places)} places: give one of {listed}')
    return Span.of(text, *places[0])


def _between(text: str, start: int, end: int) -> Span:
    if not start < end <= len(text):
        raise UsageError(f"{start}:{end} is no place in this article: its text goes from 0 to {len(text)}")
    return Span.of(text, start, end)


def _exact(text: str, words: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in re.finditer(_whole(words, re.escape(words)), text)]


def _loose(text: str, words: str) -> list[tuple[int, int]]:
    # One character for one, so that the offsets stay those of the text.
    pattern = r"\s+".join(map(re.escape, words.translate(MARKS).split()))
    return [(m.start(), m.end()) for m in re.finditer(_whole(words, pattern), text.translate(MARKS), re.IGNORECASE)]


def _whole(words: str, pattern: str) -> str:
    """Let words begin and end where words of the text do."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return before + pattern + after
