"""Sentences as they can be told without a parse, and which of them are somebody's speech or page furniture."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.data.loading import table

Range = tuple[int, int]

# A piece ends with a sentence or a line; a line that goes on in lower case was broken at a fixed width.
PIECE = re.compile(
    r"\S(?:[^\n]|\n(?=[a-z]))*?"
    r"(?:(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)[.!?]+[\"”’)\]]*(?=\s|$)|(?=\n(?![a-z]))|$)"
)
QUOTED = re.compile(
    r"“[^“”\n]*(?:”|$)|«[^«»\n]*»|„[^„“”\n]*[“”]|\"[^\"\n]*(?:\"|$)|‘[^‘\n]{12,}?’(?=[\s.,;:)]|$)", re.MULTILINE
)
# Outside quotation marks reporters do not speak of themselves: such a sentence is a statement, a post or a speech.
FIRST_PERSON = re.compile(
    r"\b(?:(?<!War )I(?:['’](?:m|ve|ll|d))?|[Mm]e|[Mm]y|[Mm]ine|[Ww]e(?:['’](?:re|ve|ll|d))?|[Oo]urs?|us|[Ll]et['’]s)\b"
)
# Whoever writes of himself; "we" may be the writer and the reader.
SELF = re.compile(r"\b(?:(?<!War )I(?:['’](?:m|ve|ll|d))?|[Mm]e|[Mm]y|[Oo]ur)\b")
# The foot or head of a post: "— Name (@handle)" below its words, "Name (@handle)" above them.
POST = re.compile(r"[^\n—]{2,60}\(@\w+\)|pic\.twitter\.com/")
FOOT = re.compile(r"\s*[—–-]")
FURNITURE_WORDS, FURNITURE_LETTERS = 40, 400
SIGNATURE_WORDS = 12
# A longer paragraph is not one statement; what follows a colon is looked at this many paragraphs deep.
STATEMENT_WORDS, BLOCKS = 80, 4
# A shorter line that ends with a colon is a label.
INTRODUCTION = 3


def pieces(text: str) -> list[Range]:
    """Return where each sentence (or line without an end) of ``text`` begins and ends, in linear time."""
    return [m.span() for m in PIECE.finditer(text)]


def quotations(text: str) -> list[Range]:
    """Return what stands in quotation marks; one that is never closed ends with its line."""
    return [m.span() for m in QUOTED.finditer(text)]


def statements(text: str, sentences: Iterable[Range], quoted: list[Range]) -> list[Range]:
    """Return what is speech without quotation marks: sentences in the first person, with the rest of their paragraph
    where it is short, and posts with their foot.
    """
    spoken = [(s, e) for s, e in sentences if FIRST_PERSON.search(_outside(text, s, e, quoted))]
    selves = [(s, e) for s, e in spoken if SELF.search(_outside(text, s, e, quoted))]
    return merged([*spoken, *_around(text, selves), *_posts(text)])


def blocks(text: str) -> list[Range]:
    """Return the paragraphs that follow one that ends with a colon: what an article quotes at length, or a list."""
    found = []
    left = 0
    for low, high in _lines(text):
        if left:
            found.append((low, high))
        left = BLOCKS if _introduces(text[low:high]) else left - 1 if left else 0
    return merged(found)


def _introduces(line: str) -> bool:
    """Whether what follows a line is quoted: it ends with a colon and is no label ("Advertisement:", "Read more:")."""
    return line.rstrip().endswith(":") and len(line.split()) >= INTRODUCTION


def furniture(text: str, sentences: Iterable[Range]) -> list[Range]:
    """Return the sentences that a page adds to its articles, by their phrases (data/boilerplate.tsv)."""
    return [(s, e) for s, e in sentences if _is_furniture(text[s:e])]


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges in order, those that touch made one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def outside(low: int, high: int, ranges: list[Range]) -> Iterator[Range]:
    """Go through what of ``low`` to ``high`` lies in none of ``ranges`` (in order, apart)."""
    at = max(bisect_left(ranges, (low, low)) - 1, 0)
    for start, end in ranges[at:]:
        if start >= high:
            break
        if end > low:
            if low < start:
                yield low, start
            low = end
    if low < high:
        yield low, high


def _outside(text: str, start: int, end: int, quoted: list[Range]) -> str:
    return " ".join(text[a:b] for a, b in outside(start, end, quoted))


def _lines(text: str) -> list[Range]:
    """Return the lines that are not blank."""
    found, low = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((low, low + len(line)))
        low += len(line)
    return found


def _around(text: str, spoken: list[Range]) -> Iterator[Range]:
    """Go through the short lines that have a sentence of ``spoken``."""
    starts = [s for s, _ in spoken]
    for low, high in _lines(text):
        at = bisect_left(starts, low)
        if at < len(starts) and starts[at] < high and len(text[low:high].split()) <= STATEMENT_WORDS:
            yield low, high


def _posts(text: str) -> Iterator[Range]:
    """Go through the lines with a post's foot or head; one on a line of its own takes the words it belongs to."""
    lines = _lines(text)
    for at, (low, high) in enumerate(lines):
        line = text[low:high]
        if not POST.search(line):
            continue
        alone = len(line.split()) <= SIGNATURE_WORDS
        above = alone and bool(FOOT.match(line))
        yield lines[max(at - above, 0)][0], lines[min(at + (alone and not above), len(lines) - 1)][1]


def _is_furniture(piece: str) -> bool:
    short = len(piece) < FURNITURE_LETTERS and len(piece.split()) <= FURNITURE_WORDS
    return short and bool(_phrases().search(piece.lower()))


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(row[0]) for row in table("boilerplate")))
