"""An article's text cut at every border of a cited span, so that spans may overlap and each can be lit alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import BriefArticle, Citation, Span

_PARAGRAPH = re.compile(r"[^\n]+")
_NOT_HTML = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with no border inside, and the numbers of the citations that cover them."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces of one sentence within one paragraph; ``first`` where the sentence begins here."""

    sentence: int
    first: bool
    pieces: tuple[Piece, ...]


def paragraphs(article: BriefArticle, cited: Mapping[int, Citation]) -> list[list[Passage]]:
    """Return the article's text, paragraph by paragraph; all but line breaks is there, character for character.

    ``cited`` are the citations of this article by the numbers that lines name them by; spans that lie outside
    the text are left out (verify reports them).
    """
    spans = [(number, s) for number, c in cited.items() for s in c.spans if 0 <= s.start < s.end <= len(article.text)]
    borders = _borders(article, spans)
    covering = _covering(borders, spans)
    starts = [s.start for s in article.sentences]
    seen: set[int] = set()
    made = []
    for found in _PARAGRAPH.finditer(article.text):
        inner = borders[bisect_right(borders, found.start()) : bisect_left(borders, found.end())]
        pieces = _pieces(article.text, [found.start(), *inner, found.end()], covering)
        made.append(list(_passages(pieces, starts, seen)))
    return made


def _borders(article: BriefArticle, spans: Iterable[tuple[int, Span]]) -> list[int]:
    ends = {at for _, s in spans for at in (s.start, s.end)}
    ends |= {s.start for s in article.sentences}
    ends |= {at for m in _PARAGRAPH.finditer(article.text) for at in m.span()}
    return sorted(ends)


def _covering(borders: Sequence[int], spans: Iterable[tuple[int, Span]]) -> Mapping[int, tuple[int, ...]]:
    """Return, for each border, the citations that cover what begins there."""
    covering: dict[int, list[int]] = defaultdict(list)
    places = {at: i for i, at in enumerate(borders)}
    for number, span in spans:
        for at in borders[places[span.start] : places[span.end]]:
            covering[at].append(number)
    return {at: tuple(sorted(set(numbers))) for at, numbers in covering.items()}


def _pieces(text: str, cuts: Sequence[int], covering: Mapping[int, tuple[int, ...]]) -> Iterator[tuple[int, Piece]]:
    for start, stop in pairwise(cuts):
        yield start, Piece(_NOT_HTML.sub("\ufffd", text[start:stop]), covering.get(start, ()))


def _passages(pieces: Iterable[tuple[int, Piece]], starts: Sequence[int], seen: set[int]) -> Iterator[Passage]:
    """Put together the pieces of each sentence; what stands before the first sentence is counted with it."""
    groups: dict[int, list[Piece]] = {}
    for start, piece in pieces:
        groups.setdefault(max(bisect_right(starts, start) - 1, 0), []).append(piece)
    for sentence, given in groups.items():
        yield Passage(sentence + 1, sentence not in seen, tuple(given))
        seen.add(sentence)
