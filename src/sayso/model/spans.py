"""Where words stand: spans in an article's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of Unicode code points in one article's text, with the words that stand there.

    ``article.text[start:end] == text`` always holds; ``sayso verify`` checks it.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Span:
        """Cut the span out of ``source``."""
        return cls(start, end, source[start:end])

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this range."""
        return self.start <= other.start and other.end <= self.end

    def holds_in(self, source: str) -> bool:
        """Whether ``source`` still has these words at this place."""
        return 0 <= self.start < self.end <= len(source) and source[self.start : self.end] == self.text


def hull(spans: Iterable[Span], source: str) -> Span:
    """Return the smallest single span over all of ``spans`` (at least one)."""
    given = list(spans)
    return Span.of(source, min(s.start for s in given), max(s.end for s in given))


def any_overlap(left: Iterable[Span], right: Iterable[Span]) -> bool:
    """Whether any span of one side overlaps any span of the other."""
    others = list(right)
    return any(a.overlaps(b) for a in left for b in others)
