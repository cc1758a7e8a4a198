"""What to call a story: words of one of its articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.link.stories.reading import Reading
from sayso.link.stories.words import stems
from sayso.model import Span

LINE = re.compile(r"\S[^\n]*")
SENTENCE = re.compile(r".*?[.!?][”\"’)]*(?=\s|$)")
LONGEST = 110
NO_HEADLINE = (".", ",", ";", "")


def title(readings: Sequence[Reading]) -> tuple[str, Span]:
    """Return the id of an article and the words of it that name the story best.

    These are the headline that holds most of what the articles share; where none has a headline, an opening.
    """
    shared = _shared(readings)
    openings = [_opening(reading) for reading in readings]
    ranked = [(not headline, -_told(s.text, shared), i, s) for i, (s, headline) in enumerate(openings)]
    best = min(ranked, key=lambda row: row[:3])
    return readings[best[2]].article.id, best[3]


def _shared(readings: Sequence[Reading]) -> dict[str, float]:
    """Return how much each word weighs over all articles."""
    total: dict[str, float] = {}
    for reading in readings:
        for word, weight in reading.words.items():
            total[word] = total.get(word, 0.0) + weight
    return total


def _opening(reading: Reading) -> tuple[Span, bool]:
    """Return the first line, and whether it can be a headline.

    Of a long one it is the first sentence, or as many words as a title may have.
    """
    text = reading.article.text
    line = LINE.search(text)
    start, end = line.span() if line else (0, len(text))
    if end - start <= LONGEST:
        return Span.of(text, start, start + len(text[start:end].rstrip())), text[:end].rstrip()[-1:] not in NO_HEADLINE
    sentence = SENTENCE.match(text, start, end)
    if sentence and sentence.end() - start <= LONGEST:
        return Span.of(text, *sentence.span()), False
    blank = text.rfind(" ", start, start + LONGEST)
    return Span.of(text, start, blank if blank > start else start + LONGEST), False


def _told(words: str, shared: dict[str, float]) -> float:
    """Return how much of what the articles share stands in a title, long ones with a handicap."""
    found = stems(words)
    return round(sum(shared.get(word, 0.0) for word in dict.fromkeys(found)) / (4 + len(found)), 9)
