"""Whether a text tells what another tells, sentence after sentence in the same order, in other words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.link.copies.pieces import QUOTED, Range, pieces
from sayso.link.copies.rewording import STEM, common_words

ENDS = '.!?”"’)'
WORD = re.compile(r"[^\W_]+")
# Fewer telling words than this make a sentence that could stand in any text.
LEAST = 3
# Two sentences tell the same where they share this part of the telling words of the shorter one.
ALIKE = 0.35
# A word that more sentences have is what the whole text is about; so time stays linear in very long texts.
EVERYWHERE = 64


@dataclass(frozen=True, slots=True)
class Outline:
    """The telling words (content words cut to five letters, names, numbers) of each sentence, quotations left out.

    ``places`` are the sentences' places in the text, ``holders`` the sentences that have a word, ``size`` how many
    telling words there are.
    """

    sentences: tuple[frozenset[str], ...]
    places: tuple[Range, ...]
    holders: Mapping[str, tuple[int, ...]]
    size: int


def outline(text: str) -> Outline:
    """Return the outline of an article's text."""
    ended = [(s, e) for s, e in pieces(text) if text[e - 1] in ENDS]
    told = [(frozenset(_telling(QUOTED.sub(" ", text[s:e]))), (s, e)) for s, e in ended]
    found = [(words, place) for words, place in told if len(words) >= LEAST]
    holders: dict[str, list[int]] = {}
    for i, (words, _) in enumerate(found):
        for word in words:
            holders.setdefault(word, []).append(i)
    size = sum(len(words) for words, _ in found)
    rows = {w: tuple(r) for w, r in holders.items()}
    return Outline(tuple(w for w, _ in found), tuple(p for _, p in found), rows, size)


@dataclass(frozen=True, slots=True)
class Retelling:
    """Which sentences of one text another tells in the same order.

    ``share`` is the part of the text's telling words that stand in them, ``pairs`` the sentences of both by their
    number in the outline, rising in both, ``matched`` how many sentences have a like one at all, in whatever order.
    """

    share: float
    pairs: tuple[tuple[int, int], ...]
    matched: int


def retelling(a: Outline, b: Outline) -> Retelling:
    """Align the sentences of ``a`` with those of ``b``.

    The order is a longest rising sequence, so a text that moves one paragraph keeps the rest.
    """
    pairs = [(i, j) for i, words in enumerate(a.sentences) if (j := _likest(words, b)) is not None]
    kept = rising(pairs)
    told = sum(len(a.sentences[i] & b.sentences[j]) for i, j in kept)
    return Retelling(told / a.size if a.size else 0.0, tuple(kept), len(pairs))


def stem(word: str) -> str | None:
    """Return what a word in lower case counts as in an outline, None where it tells nothing in most texts."""
    if word[0].isdigit() or (len(word) > 3 and word not in common_words()):
        return word[:STEM] if word.isalpha() else word
    return None


def _telling(text: str) -> list[str]:
    found = []
    for word in WORD.findall(text):
        told = stem(word.lower()) or (word.lower() if len(word) > 1 and word.isupper() else None)
        if told:
            found.append(told)
    return found


def _likest(words: frozenset[str], other: Outline) -> int | None:
    """Return the sentence most like one, the first of equals, None where none is like enough.

    Only the likest counts: with a second choice, independent reports (BASIL) fall into order too.
    """
    held = (other.holders.get(word, ()) for word in words)
    shared = Counter(j for rows in held if len(rows) <= EVERYWHERE for j in rows)
    parts = ((n / min(len(words), len(other.sentences[j])), -j) for j, n in shared.items() if n >= LEAST)
    part, j = max(parts, default=(0.0, 0))
    return -j if part >= ALIKE else None


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
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
