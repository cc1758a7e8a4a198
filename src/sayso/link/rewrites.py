"""Whether a text tells what another tells, sentence after sentence in the same order, in other words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.data.loading import table
from sayso.link.texts import QUOTED
from sayso.model import Annotation

WORD = re.compile(r"[^\W_]+")
STEM = 5
# Fewer telling words than this make a sentence that could stand in any text.
LEAST = 3
# Two sentences tell the same where they share this part of the telling words of the shorter one.
ALIKE = 0.35


@dataclass(frozen=True, slots=True)
class Outline:
    """The telling words (content words cut to five letters, names, numbers) of each sentence, quotations left out.

    ``holders`` are the sentences that have a word, ``size`` how many telling words there are.
    """

    sentences: tuple[tuple[int, frozenset[str]], ...]
    holders: Mapping[str, tuple[int, ...]]
    size: int


def outline(annotation: Annotation) -> Outline:
    """Return the outline of an article."""
    found = []
    for sentence in (s for s in annotation.sentences if not s.heading):
        words = frozenset(_telling(QUOTED.sub(" ", sentence.span.text)))
        if len(words) >= LEAST:
            found.append((sentence.id, words))
    holders: dict[str, list[int]] = {}
    for i, (_, words) in enumerate(found):
        for word in words:
            holders.setdefault(word, []).append(i)
    size = sum(len(words) for _, words in found)
    return Outline(tuple(found), {w: tuple(rows) for w, rows in holders.items()}, size)


@dataclass(frozen=True, slots=True)
class Retelling:
    """Which sentences of one text another tells in the same order.

    ``share`` is the part of the text's telling words that stand in them, ``pairs`` the sentence ids of both,
    rising in both, ``matched`` how many sentences have a like one at all, in whatever order.
    """

    share: float
    pairs: tuple[tuple[int, int], ...]
    matched: int


def retelling(a: Outline, b: Outline) -> Retelling:
    """Align the sentences of ``a`` with those of ``b``.

    The order is a longest rising sequence, so a text that moves one paragraph keeps the rest.
    """
    pairs = [(i, j) for i, (_, words) in enumerate(a.sentences) if (j := _likest(words, b)) is not None]
    kept = _rising(pairs)
    told = sum(len(a.sentences[i][1] & b.sentences[j][1]) for i, j in kept)
    ids = tuple((a.sentences[i][0], b.sentences[j][0]) for i, j in kept)
    return Retelling(told / a.size if a.size else 0.0, ids, len(pairs))


def _telling(text: str) -> list[str]:
    common = _common()
    found = []
    for word in WORD.findall(text):
        low = word.lower()
        if word[0].isdigit() or (len(word) > 3 and low not in common) or (len(word) > 1 and word.isupper()):
            found.append(low[:STEM] if low.isalpha() else low)
    return found


def _likest(words: frozenset[str], other: Outline) -> int | None:
    """Return the sentence most like one, the first of equals, None where none is like enough.

    Only the likest counts: with a second choice, independent reports (BASIL) fall into order too.
    """
    shared = Counter(j for word in words for j in other.holders.get(word, ()))
    parts = ((n / min(len(words), len(other.sentences[j][1])), -j) for j, n in shared.items() if n >= LEAST)
    part, j = max(parts, default=(0.0, 0))
    return -j if part >= ALIKE else None


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest run of pairs, in order, whose second members rise (patience sorting)."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for k, (_, j) in enumerate(pairs):
        place = bisect_left(ends, j)
        ends[place : place + 1] = [j]
        at[place : place + 1] = [k]
        before.append(at[place - 1] if place else None)
    kept: list[tuple[int, int]] = []
    k_now: int | None = at[-1] if at else None
    while k_now is not None:
        kept.append(pairs[k_now])
        k_now = before[k_now]
    return kept[::-1]


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(word for row in table("common_words") for word in row)
