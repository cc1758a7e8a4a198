"""Find quoted words in an article: the hand-written annotation names words, never offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sayso.errors import SaysoError

END = re.compile(r"[.!?][”’\"']?(?= +[“\"A-Z])")
OPEN, CLOSE = "“", "”"


class GoldError(SaysoError):
    """Quoted words that do not stand where the annotation says, or stand there more than once."""


@dataclass(frozen=True)
class Quoted:
    """An article's text in sentences, in which words are looked up; ``name`` is for messages."""

    name: str
    text: str
    sentences: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, name: str, text: str) -> Quoted:
        """Cut the text into sentences: at line ends, and after a full stop that is not inside a quotation."""
        return cls(name, text, tuple(_split(text)))

    def find(self, words: str, sentence: int) -> dict[str, Any]:
        """Return the span of ``words`` in the sentence.

        ``"7|words"`` looks in sentence 7 instead, ``"words#2"`` takes the second place where they stand.

        Raises:
            GoldError: the words do not stand there, or more than once and no number says which is meant.

        """
        head, bar, tail = words.partition("|")
        if bar and head.isdigit():
            words, sentence = tail, int(head)
        words, number = _numbered(words)
        start, end = self._sentence(sentence, words)
        places = [m.start() for m in re.finditer(_whole(words), self.text[start:end])]
        if number is None and len(places) != 1:
            raise GoldError(f"{self.name}, sentence {sentence}: {words!r} stands there {len(places)} times")
        if number is not None and number > len(places):
            raise GoldError(f"{self.name}, sentence {sentence}: {words!r} has no place number {number}")
        return self.span(start + places[(number or 1) - 1], words, sentence)

    def find_all(self, words: str) -> list[dict[str, Any]]:
        """Return every place where ``words`` stand in the article (at least one, else GoldError)."""
        places = [m.start() for m in re.finditer(_whole(words), self.text)]
        if not places:
            raise GoldError(f"{self.name}: {words!r} does not stand in the article")
        return [self.span(at, words, self._index(at)) for at in places]

    def span(self, start: int, words: str, sentence: int) -> dict[str, Any]:
        """Return a span in the format of the gold."""
        return {"text": words, "start": start, "end": start + len(words), "sentence": sentence}

    def _sentence(self, number: int, words: str) -> tuple[int, int]:
        if number >= len(self.sentences):
            raise GoldError(f"{self.name}: there is no sentence {number} (looking for {words!r})")
        return self.sentences[number]

    def _index(self, offset: int) -> int:
        return next(i for i, (start, end) in enumerate(self.sentences) if start <= offset < end)


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether the sentence is a line of its own that does not end like a sentence."""
    alone = (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")
    return alone and text[end - 1] not in '.!?:”"'


def _split(text: str) -> list[tuple[int, int]]:
    out = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in END.finditer(text, line.start(), line.end()):
            so_far = text[line.start() : stop.end()]
            if so_far.count(OPEN) <= so_far.count(CLOSE):
                out.append((start, stop.end()))
                start = stop.end() + 1
        out.append((start, line.end()))
    return out


def _numbered(words: str) -> tuple[str, int | None]:
    found = re.fullmatch(r"(.+)#(\d)", words, re.DOTALL)
    return (found[1], int(found[2])) if found else (words, None)


def _whole(words: str) -> str:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return before + re.escape(words) + after
