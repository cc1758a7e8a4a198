"""Windows over an article: runs of whole sentences that fit the encoder, and the arrays that it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.annotate.attribution.trained.features import SIZES, Features, Numbers
from sayso.meaning.pieces import FIRST, LAST, PAD

Pieces = Sequence[tuple[int, ...]]
LONGEST = 384  # pieces, the two marks around them counted in
OVERLAP = 96  # pieces that two neighbouring windows share, so that each sees what stands around its own


@dataclass(frozen=True, slots=True)
class Window:
    """Words [start, stop), of which [core, end) are read from this window and the rest is context."""

    start: int
    stop: int
    core: int
    end: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What the encoder takes, padded: pieces and their features [b, t], words' first pieces [b, w], codes [b, w, w]."""

    ids: Numbers
    mask: Numbers
    features: Numbers
    first: Numbers
    words: Numbers
    codes: Numbers

    def named(self) -> dict[str, Numbers]:
        """Return the arrays by the names of the graph's inputs."""
        return {
            "ids": self.ids,
            "mask": self.mask,
            "features": self.features,
            "first": self.first,
            "words": self.words,
            "codes": self.codes,
        }


def cut(pieces: Pieces, sentence: Numbers, longest: int = LONGEST, opening: int | None = None) -> list[tuple[int, int]]:
    """Return ranges of words that follow each other, cut before a sentence where one fits; the first at most
    ``opening`` pieces long.
    """
    out, start, size = [], 0, 0
    most = (opening or longest) - 2
    last_break = 0
    for i, own in enumerate(pieces):
        if i and sentence[i] != sentence[i - 1]:
            last_break = i
        while size + len(own) > most and i > start:  # again where what is left behind a break is still too long
            stop = last_break if last_break > start else i
            out.append((start, stop))
            start, most = stop, longest - 2
            size = sum(len(p) for p in pieces[start:i])
        size += len(own)
    return [*out, (start, len(pieces))] if pieces else []


def windows(pieces: Pieces, sentence: Numbers, longest: int = LONGEST, overlap: int = OVERLAP) -> list[Window]:
    """Return windows whose cores cover all words once; each has up to half of ``overlap`` of context on either side."""
    made, half = [], overlap // 2
    for core, end in cut(pieces, sentence, longest - overlap):
        start = _step(pieces, sentence, core, -1, half)
        stop = _step(pieces, sentence, end, 1, half)
        made.append(Window(start, stop, core, end))
    return made


def _step(pieces: Pieces, sentence: Numbers, at: int, way: int, most: int) -> int:
    """Go from the border ``at`` over words as long as they are at most ``most`` pieces."""
    size = 0
    while 0 < at < len(pieces) if way > 0 else at > 0:
        size += len(pieces[at if way > 0 else at - 1])
        if size > most:
            break
        at += way
    return at


def batch(parts: Sequence[tuple[Pieces, Features, int, int]], with_rules: bool | Sequence[bool] = True) -> Batch:
    """Lay windows (pieces and features of the article, start, stop) into padded arrays."""
    sizes = [sum(len(p) for p in pieces[s:e]) + 2 for pieces, _, s, e in parts]
    rows, longest, most = len(parts), max(sizes), max(e - s for _, _, s, e in parts)
    ids = np.full((rows, longest), PAD, dtype=np.int64)
    mask = np.zeros((rows, longest), dtype=np.int64)
    seen = np.zeros((rows, longest, len(SIZES)), dtype=np.int64)
    first = np.zeros((rows, most), dtype=np.int64)
    words = np.zeros((rows, most), dtype=np.int64)
    codes = np.zeros((rows, most, most), dtype=np.int64)
    for r, (pieces, features, s, e) in enumerate(parts):
        ruled = with_rules if isinstance(with_rules, bool) else with_rules[r]
        counts = np.array([len(p) for p in pieces[s:e]])
        ids[r, : sizes[r]] = [FIRST, *(n for p in pieces[s:e] for n in p), LAST]
        mask[r, : sizes[r]] = 1
        own = features.words[s:e]
        if not ruled:
            own = own.copy()
            own[:, -1] = 0
        seen[r, 1 : sizes[r] - 1] = np.repeat(own, counts, axis=0)
        first[r, : e - s] = 1 + np.concatenate(([0], np.cumsum(counts)[:-1]))
        words[r, : e - s] = 1
        codes[r, : e - s, : e - s] = features.codes(s, e, ruled)
    return Batch(ids, mask, seen, first, words, codes)
