"""Sentences: the parser's, kept apart at line breaks, kept together inside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from sayso.model import Annotation, Sentence, Span

BREAK = re.compile(r"\n\s*")
END = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
OPENING, CLOSING = "“«„", "”»"


@Language.component("sayso_line_breaks")
def start_at_line_breaks(doc: Doc) -> Doc:
    """Tell the parser that a new line starts a sentence, so that no heading runs into the text below it."""
    after = False
    for token in doc:
        if after and not token.is_space:
            token.is_sent_start = True
        after = "\n" in token.text or (after and token.is_space)
    return doc


def read_sentences(doc: Doc, annotation: Annotation) -> tuple[Sentence, ...]:
    """Return the sentences in order; blanks around them belong to none."""
    text = doc.text
    made: list[Sentence] = []
    paragraphs = [m.end() for m in BREAK.finditer(text)]
    for start, end in _ranges(doc):
        number = bisect_right(paragraphs, start)
        made.append(Sentence(len(made), Span.of(text, start, end), number, _is_heading(text, start, end)))
    return tuple(made)


def sentence_at(sentences: Sequence[Sentence], offset: int) -> int:
    """Return the id of the sentence that holds ``offset`` or, between two, of the one before (0 where none is)."""
    return max(bisect_right(sentences, offset, key=lambda s: s.span.start) - 1, 0)


def _ranges(doc: Doc) -> Iterator[tuple[int, int]]:
    held: tuple[int, int] | None = None
    for sent in doc.sents:
        words = sent.text
        start = sent.start_char + len(words) - len(words.lstrip())
        end = sent.start_char + len(words.rstrip())
        if start >= end:
            continue
        if held and _joins(doc.text, held, start):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _joins(text: str, before: tuple[int, int], start: int) -> bool:
    if "\n" in text[before[1] : start]:
        return False
    line = text[text.rfind("\n", 0, before[1]) + 1 : before[1]]
    inside = line.count('"') % 2 == 1 if '"' in line else _depth(line) > 0
    return inside or text[start].islower() or not text[start].isalnum() and text[start] in CLOSING


def _depth(line: str) -> int:
    return sum(line.count(c) for c in OPENING) - sum(line.count(c) for c in CLOSING)


def _is_heading(text: str, start: int, end: int) -> bool:
    alone = text[:start].rstrip(" \t").endswith("\n") or not text[:start].strip()
    last = "\n" in text[end : end + 3] or not text[end:].strip()
    words = text[start:end]
    return alone and last and len(words.split()) <= 16 and not re.search(r"[.,;][\"'”’)\]]*$", words)
