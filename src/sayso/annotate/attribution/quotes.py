"""Where the quotations are: from mark to mark, over several paragraphs where each opens with a mark again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotate.view import View

MARKS = re.compile(r"[\"“”„«»]|\n+|``|''")
MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>|[\w-]=\"[^\"\n<>]{0,200}\">?")  # the marks in it quote nothing
SINGLE = re.compile(r"(?<![\w'’.,!?])['‘](?=\w)([^\n\"“”‘]{2,300}?)['’](?![\w'’])")
OPENING, CLOSING, EITHER = {"“", "„", "«", "``"}, {"”", "»"}, {'"', "''"}


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its characters, its tokens (both with the marks), whether it has single marks."""

    start: int
    end: int
    first: int
    stop: int
    single: bool = False


def read_quotes(view: View) -> list[Quote]:
    """Return the quotations in the order of the text; they do not overlap."""
    ranges = list(_double(view.text))
    singles = [m.span() for m in SINGLE.finditer(view.text) if " " in m.group()]
    made = [_quote(view, s, e, False) for s, e in ranges]
    made += [_quote(view, s, e, True) for s, e in singles if not _inside(ranges, s, e)]
    return sorted((q for q in made if q.first < q.stop), key=lambda q: q.start)


def _double(text: str) -> Iterator[tuple[int, int]]:
    """Pair the marks paragraph by paragraph; a paragraph left open goes on where the next one opens with a mark."""
    opened: int | None = None
    depth = 0
    for match in _marks(text):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":
            if opened is None:
                continue
            if _opens(text, match.end()):
                depth = 0
                continue
            if _closes_next(text, match.end()):
                continue
            if _stands_alone(text, opened):
                yield opened, len(text[:at].rstrip())
            opened, depth = None, 0
        elif opened is None:
            if mark not in CLOSING and _can_open(text, match.end()):
                opened, depth = at, 1
        elif mark in OPENING or (mark in EITHER and text[at - 1 : at] == "\n"):
            depth += 1
        else:
            depth -= 1
            if depth <= 0 or mark in EITHER:
                yield opened, match.end()
                opened, depth = None, 0
    if opened is not None and _stands_alone(text, opened):
        yield opened, len(text.rstrip())


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Yield the quotation marks and breaks of a text, those inside the remains of markup left out."""
    markup = MARKUP.finditer(text)
    skip = next(markup, None)
    for match in MARKS.finditer(text):
        while skip is not None and skip.end() <= match.start():
            skip = next(markup, None)
        if skip is None or match.start() < skip.start():
            yield match


def _opens(text: str, at: int) -> bool:
    return text[at : at + 1] in ('"', "“", "„", "«") and text[at + 1 : at + 2] not in ("", " ", "\n")


def _closes_next(text: str, at: int) -> bool:
    """Whether the first mark of the paragraph at ``at`` closes what an earlier paragraph opened."""
    end = text.find("\n", at)
    found = MARKS.search(text, at, end if end >= 0 else len(text))
    if found is None or found.group() in OPENING:
        return False
    before, after = text[found.start() - 1], text[found.end() : found.end() + 1]
    return not before.isspace() and (not after or not after.isalnum())


def _can_open(text: str, after: int) -> bool:
    return after < len(text) and not text[after].isspace()


def _stands_alone(text: str, at: int) -> bool:
    """Whether an unclosed mark still opens a quotation: at the start of a paragraph, or after a colon or comma."""
    before = text[max(0, at - 3) : at].rstrip(" ")
    return not before or before[-1] in "\n:,"


def _inside(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_left(ranges, (start, end))
    return any(s < end and start < e for s, e in ranges[max(0, i - 1) : i + 1])


def _quote(view: View, start: int, end: int, single: bool) -> Quote:
    first = bisect_left(view.end, start + 1)
    return Quote(start, end, first, bisect_left(view.start, end), single)
