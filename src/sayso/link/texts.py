"""An article as copies are looked for in it: its own words, without quotations and page furniture."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sayso.data.loading import table
from sayso.model import Annotation

WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
QUOTED = re.compile(
    r"“[^“”\n]*(?:”|$)|«[^«»\n]*»|„[^„“”\n]*[“”]|\"[^\"\n]*(?:\"|$)|‘[^‘\n]{12,}?’(?=[\s.,;:)]|$)", re.MULTILINE
)
PIECE = re.compile(r"[^\n]+?(?:[.!?][\"”’)]?(?=[ \t]|$)|$)", re.MULTILINE)
FURNITURE_WORDS = 40
QUOTE_WORDS = 5


@dataclass(frozen=True)
class Text:
    """One article's words. ``words[i]`` stands at ``places[i]`` (start, end); "" breaks a run of words."""

    annotation: Annotation
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    quotations: frozenset[tuple[str, ...]]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Return the lines of the article that are not blank, trimmed."""
        return tuple(line for raw in self.annotation.article.text.splitlines() if (line := raw.strip()))

    def word(self, i: int) -> str:
        """Return the word at ``i``, "" at a break or beyond the end."""
        return self.words[i] if i < len(self.words) else ""

    @staticmethod
    def grams_of(line: str, n: int = 5) -> list[tuple[str, ...]]:
        """Return the runs of ``n`` words of a line."""
        words = plain_words(line)
        return list(zip(*(words[k:] for k in range(n)), strict=False))

    def grams(self, n: int) -> dict[tuple[str, ...], int]:
        """Return each run of ``n`` words with the index at which it first begins."""
        found: dict[tuple[str, ...], int] = {}
        for i, gram in enumerate(zip(*(self.words[k:] for k in range(n)), strict=False)):
            if "" not in gram:
                found.setdefault(gram, i)
        return found

    @cached_property
    def fives(self) -> dict[tuple[str, ...], int]:
        """Return the runs of five words."""
        return self.grams(5)

    @cached_property
    def threes(self) -> dict[tuple[str, ...], int]:
        """Return the runs of three words."""
        return self.grams(3)


def text_of(annotation: Annotation) -> Text:
    """Cut an article into its own words; time is linear in its length."""
    text = annotation.article.text
    quoted = [m.span() for m in QUOTED.finditer(text)]
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for low, high in _own(quoted, text):
        for found in WORD.finditer(text, low, high):
            words.append(found.group().lower().replace("’", "'"))
            places.append(found.span())
        words.append("")
        places.append((high, high))
    said = (tuple(w.lower() for w in WORD.findall(text[s:e])) for s, e in quoted)
    return Text(annotation, tuple(words), tuple(places), frozenset(q for q in said if len(q) >= QUOTE_WORDS))


def plain_words(text: str) -> tuple[str, ...]:
    """Return all words of a text in lower case, quotations included: texts with equal ones are identical."""
    return tuple(w.lower().replace("’", "'") for w in WORD.findall(text))


def _own(quoted: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Go through the ranges of each line that are neither quoted nor page furniture."""
    starts = [s for s, _ in quoted]
    for low, high in _lines(text):
        for start, end in quoted[bisect_left(starts, low) :]:
            if start >= high:
                break
            yield low, start
            low = end
        yield low, high


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Go through the lines, cut where a sentence of page furniture stands in them."""
    low = 0
    for piece in PIECE.finditer(text):
        start, end = piece.span()
        furniture = _is_furniture(piece.group())
        if furniture or "\n" in text[low:start]:
            yield low, start
            low = end if furniture else start
    yield low, len(text)


def _is_furniture(piece: str) -> bool:
    return len(piece) < 400 and bool(_furniture().search(piece.lower())) and len(piece.split()) <= FURNITURE_WORDS


@lru_cache(maxsize=1)
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(row[0]) for row in table("boilerplate")))
