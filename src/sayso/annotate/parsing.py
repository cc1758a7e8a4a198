"""Parse texts of any length: a long one in pieces, so that memory stays bounded and spaCy's own limit is not met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

TOGETHER = 16  # pieces parsed at a time; a parse needs about 10 kB of memory a character
LONGEST = 20_000  # characters of a piece
BREAKS = ("\n\n", "\n", ". ", " ")  # where a text is cut, the best first


def parsed(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Yield one parsed document a text, in their order; ``doc.text`` is the text to the letter."""
    stream = ((piece, end == len(text)) for text in texts for piece, end in pieces(text))
    parts: list[Doc] = []
    for doc, is_last in nlp.pipe(stream, as_tuples=True, batch_size=TOGETHER):
        parts.append(doc)
        if is_last:
            yield parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)
            parts = []


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[str, int]]:
    """Yield the pieces of ``text``, at most ``longest`` characters each, with where each ends; "" is one piece."""
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start, start + longest)
        yield text[start:end], end
        start = end
    yield text[start:], len(text)


def _cut(text: str, start: int, most: int) -> int:
    """Return the last break of the best kind in the second half of [start, most); ``most`` where there is none."""
    for mark in BREAKS:
        at = text.rfind(mark, (start + most) // 2, most)
        if at >= 0:
            return at + len(mark)
    return most
