"""Sentences: the parser's, kept apart at line breaks, kept together inside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from sayso.model import Annotation, Sentence, Span

BREAK = re.compile(r"\n\s*")
OPENING, CLOSING = "“«„", "”»"
LONGEST = 2000  # characters; an unbalanced quotation mark must not swallow the rest of its paragraph


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
    """Return the sentences in order; blanks around them belong to none. Time is linear in the text."""
    text = annotation.article.text
    made: list[Sentence] = []
    paragraphs = [0, *(m.end() for m in BREAK.finditer(text))]
    for start, end in _joined(text, paragraphs, _pieces(doc, text)):
        number = bisect_right(paragraphs, start) - 1
        heading = start == _first(text, paragraphs[number]) and _is_heading(text, start, end)
        made.append(Sentence(len(made), Span.of(text, start, end), number, heading))
    return tuple(made)


def sentence_at(sentences: Sequence[Sentence], offset: int) -> int:
    """Return the id of the sentence that holds ``offset`` or, between two, of the one before (0 where none is)."""
    return max(bisect_right(sentences, offset, key=lambda s: s.span.start) - 1, 0)


def _pieces(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Cut where the parser does, without the blanks at either end."""
    for sent in doc.sents:
        last = doc[sent.end - 1]
        start, end = doc[sent.start].idx, last.idx + len(last)
        words = text[start:end]
        left, right = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if left < right:
            yield left, right


def _joined(text: str, paragraphs: Sequence[int], pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join what the parser cut inside a quotation, or before a small letter."""
    held: tuple[int, int] | None = None
    marks, paragraph = _Marks(), -1
    for start, end in pieces:
        number = bisect_right(paragraphs, start)
        if held and number == paragraph and end - held[0] <= LONGEST and (marks.open() or _goes_on(text[start])):
            held = (held[0], end)
        else:
            if held:
                yield held
            held = (start, end)
        if number != paragraph:
            marks, paragraph = _Marks(), number
        marks.read(text[start:end])
    if held:
        yield held


class _Marks:
    """The quotation marks of a paragraph so far."""

    def __init__(self) -> None:
        self.straight = self.depth = 0

    def read(self, words: str) -> None:
        """Count the marks among further words."""
        self.straight += words.count('"')
        self.depth += sum(words.count(c) for c in OPENING) - sum(words.count(c) for c in CLOSING)

    def open(self) -> bool:
        """Whether a quotation has begun that has not ended."""
        return self.straight % 2 == 1 or self.depth > 0


def _goes_on(first: str) -> bool:
    return first.islower() or first in CLOSING


def _first(text: str, start: int) -> int:
    """Return where the words of a paragraph begin."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _is_heading(text: str, start: int, end: int) -> bool:
    words, after = text[start:end], text[end : end + 3]
    alone = "\n" in after or (not after.strip() and end + 3 >= len(text))
    return alone and len(words.split()) <= 16 and not re.search(r"[.,;][\"'”’)\]]*$", words)
