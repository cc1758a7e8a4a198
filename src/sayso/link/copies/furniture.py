"""Lines that two texts share because one page template prints them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import numpy as np

from sayso.link.copies.texts import NONE, Numbers, View, Vocabulary, plain_words

# Longer equal ends are text: a new lead put on top of what another wrote.
LONGEST = 80
ENDS = (".", "!", "?", "”", '"', ".”")


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that are not blank, trimmed."""
    return tuple(line for raw in text.splitlines() if (line := raw.strip()))


def shared_furniture(x: Sequence[str], y: Sequence[str], shorter: int, vocabulary: Vocabulary) -> Numbers:
    """Return the runs of three words of those lines of two texts that look like a template's.

    These are a few equal lines at the foot of both texts, and equal lines without a sentence's end at the head.
    Where they are most of the shorter text (so many runs of words) they are the text itself.
    """
    foot = _equal(x[::-1], y[::-1])
    head = [line for line in _equal(x, y) if not line.endswith(ENDS)]
    lines = [*foot, *head]
    if not lines or sum(len(line.split()) for line in lines) > LONGEST:
        return NONE
    runs = np.unique(np.concatenate([_runs(line, vocabulary) for line in lines]))
    return runs if 2 * len(runs) < shorter else NONE


def _runs(line: str, vocabulary: Vocabulary) -> Numbers:
    numbers = vocabulary.numbers(plain_words(line))
    return View(numbers, np.ones(max(len(numbers) - 1, 0), dtype=bool)).runs


def _equal(left: Sequence[str], right: Sequence[str]) -> list[str]:
    return [a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))]
