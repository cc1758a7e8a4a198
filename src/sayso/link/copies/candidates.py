"""Which texts are worth comparing: those that share the most runs of three words that few others have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from sayso.link.copies.texts import NONE, Numbers

# A text is compared with those that share with it the most runs of three words.
CANDIDATES = 8
# A run of words that more texts have than this leads to the first few of them only: it is a set phrase, or the texts
# are copies of each other, and then the first of them stand for all. So the work for a run does not grow with the pile.
HOLDERS, FIRST = 16, 6
# Fewer runs than this, or a smaller part of the shorter text, are what any two texts share.
SHARED, SHARED_PART = 4, 0.015
# Texts whose runs are counted at once, so that memory stays bounded.
BLOCK = 256


def candidates(runs: Sequence[Numbers]) -> list[tuple[int, int]]:
    """Return pairs of indices (lesser, greater) of texts, given as their different runs of words.

    Time is linear in the number of runs but for sorting them: each run of a text leads to at most ``HOLDERS`` others.
    """
    lengths = np.array([len(r) for r in runs], dtype=np.int64)
    texts = np.repeat(np.arange(len(runs)), lengths)
    keys = np.concatenate([NONE, *runs])
    order = np.argsort(keys, kind="stable")
    keys, texts = keys[order], texts[order]
    starts, sizes = _groups(keys)
    rows = np.flatnonzero(sizes > 1)
    rows = rows[np.argsort(texts[rows], kind="stable")]
    found: set[tuple[int, int]] = set()
    for low in range(0, len(runs), BLOCK):
        part = rows[slice(*np.searchsorted(texts[rows], [low, low + BLOCK]))]
        found.update(_best(*_meetings(texts, part, starts[part], sizes[part]), lengths))
    return sorted(found)


def _groups(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Return for each of the rising ``keys`` where its equals begin, and how many they are."""
    if not len(keys):
        return NONE, NONE
    begins = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    sizes = np.diff(np.r_[begins, len(keys)])
    return np.repeat(begins, sizes), np.repeat(sizes, sizes)


def _meetings(texts: Numbers, rows: Numbers, starts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return for the texts of ``rows`` each text that they meet in a run, and what the run weighs: rare ones more."""
    weights = (64 / np.log2(sizes)).astype(np.int64)
    reach = np.where(sizes <= HOLDERS, sizes, FIRST)
    found = [(NONE, NONE, NONE)]
    for step in range(HOLDERS):
        at = (reach > step) & (starts + step != rows)
        found.append((texts[rows[at]], texts[starts[at] + step], weights[at]))
    one, other, weight = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return one, other, weight


def _best(one: Numbers, other: Numbers, weight: Numbers, lengths: Numbers) -> Iterator[tuple[int, int]]:
    total = len(lengths)
    pairs, inverse = np.unique(one * total + other, return_inverse=True)
    counts = np.bincount(inverse, minlength=len(pairs))
    weights = np.bincount(inverse, weights=weight, minlength=len(pairs)).astype(np.int64)
    i, j = pairs // total, pairs % total
    enough = counts >= np.maximum(SHARED, SHARED_PART * np.minimum(lengths[i], lengths[j]))
    i, j = i[enough], j[enough]
    order = np.lexsort((j, -weights[enough], i))
    i, j = i[order], j[order]
    kept = np.arange(len(i)) - np.searchsorted(i, i, side="left") < CANDIDATES
    for left, right in zip(i[kept].tolist(), j[kept].tolist(), strict=True):
        yield min(left, right), max(left, right)
