"""What all flag readers look at: words, quotations and whose voice is heard where."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc

from sayso.annotate.flags.phrases import Hit, Word, find_phrases, words_of
from sayso.model import Annotation, Sentence, SourceType

QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|(?<!\w)‘[^‘’\n]*(?:’\w[^‘’\n]*)*’(?!\w)")


class Found(NamedTuple):
    """A flag before it has a number."""

    type: str
    start: int
    end: int
    why: str
    other: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """An article with what the flag readers share.

    ``hits`` are the listed phrases by flag, ``starts`` the sentences' offsets.
    ``quoted`` and ``sourced`` hold one byte a character: 1 where the words stand in quotation marks, and where
    they are the content of an attribution with a source (1: any, 2: one with a name).
    """

    doc: Doc
    text: str
    note: Annotation
    words: tuple[Word, ...]
    hits: dict[str, list[Hit]]
    starts: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]
    quoted: bytes
    sourced: bytes

    @classmethod
    def of(cls, doc: Doc, note: Annotation) -> Page:
        """Look at an article once for all flag readers."""
        text = note.article.text
        words, quotes = words_of(text), tuple(m.span() for m in QUOTED.finditer(text))
        starts = tuple(s.span.start for s in note.sentences)
        masks = _mask(len(text), quotes), _sourced(note, len(text))
        return cls(doc, text, note, words, find_phrases(words), starts, quotes, *masks)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The article's sentences."""
        return self.note.sentences

    def sentence_at(self, offset: int) -> int:
        """Return the id of the sentence that holds ``offset`` (0 where there is none)."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def in_own_voice(self, offset: int) -> bool:
        """Whether the outlet itself speaks at ``offset``: not in quotation marks, not said by a source."""
        return not self.quoted[offset] and not self.sourced[offset]


def _mask(length: int, ranges: tuple[tuple[int, int], ...]) -> bytes:
    mask = bytearray(length)
    for start, end in ranges:
        mask[start:end] = b"\1" * (end - start)
    return bytes(mask)


def _sourced(note: Annotation, length: int) -> bytes:
    mask = bytearray(length)
    named = (SourceType.PERSON, SourceType.ORGANISATION)
    for attribution in sorted(note.attributions, key=lambda a: a.source_type in named):
        if attribution.source:
            value = bytes([2 if attribution.source_type in named else 1])
            for span in attribution.content:
                mask[span.start : span.end] = value * len(span)
    return bytes(mask)
