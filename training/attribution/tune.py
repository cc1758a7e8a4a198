"""Choose how scores are read (``Settings``) on articles kept out of training."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

from sayso.annotate.attribution.trained.decode import Scored, Settings
from sayso.annotate.attribution.trained.windows import Window
from training.attribution.examples import Example
from training.attribution.read import reads

LIKELY, LEAST, BORDER, SOURCE = (0.03, 0.1), (0.25, 0.35, 0.45), (0.25, 0.5, 1.0), (-1.5, 0.0, 1.5)
Scorings = list[tuple[Example, list[tuple[Window, Scored]]]]
Words = frozenset[int]


def tuned(given: Scorings) -> Settings:
    """Return the settings with the highest mean of the two headline F1 scores (contents; with source) on ``given``."""
    tried = (Settings(likely=a, least=b, border=c, source=d) for a, b, c, d in product(LIKELY, LEAST, BORDER, SOURCE))
    return max(tried, key=lambda settings: quality(given, settings))


def quality(given: Scorings, settings: Settings) -> float:
    """Return the mean F1 of contents (IoU >= .5) and of contents with an overlapping source."""
    hits = sourced = gold = predicted = 0
    for example, scored in given:
        right = list(_gold(example))
        found = list(_predicted(scored, settings))
        gold, predicted = gold + len(right), predicted + len(found)
        for i, j in _matched([c for c, _ in right], [c for c, _ in found]):
            hits += 1
            sourced += bool(right[i][1] & found[j][1]) or not (right[i][1] or found[j][1])
    return (hits + sourced) / max(gold + predicted, 1)


def _gold(example: Example) -> Iterable[tuple[Words, Words]]:
    for anchor, who in example.source.items():
        if anchor not in example.nested:
            content = frozenset(i for i, own in enumerate(example.owner) if own == anchor)
            yield content, frozenset(range(who[0], who[1] + 1) if who else ())


def _predicted(scored: list[tuple[Window, Scored]], settings: Settings) -> Iterable[tuple[Words, Words]]:
    for start, read in reads(scored, settings):
        content = frozenset(start + i for s, e in read.content for i in range(s, e))
        yield content, frozenset(range(start + read.source[0], start + read.source[1]) if read.source else ())


def _matched(gold: Sequence[Words], found: Sequence[Words]) -> list[tuple[int, int]]:
    """Match contents one to one, the best overlap first."""
    at: dict[int, list[int]] = {}
    for j, words in enumerate(found):
        for w in words:
            at.setdefault(w, []).append(j)
    pairs: list[tuple[float, int, int]] = []
    for i, words in enumerate(gold):
        for j in {j for w in words for j in at.get(w, ())}:
            share = len(words & found[j]) / len(words | found[j])
            if share >= 0.5:
                pairs.append((-share, i, j))
    used: tuple[set[Any], set[Any]] = (set(), set())
    out = []
    for _, i, j in sorted(pairs):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            out.append((i, j))
    return out
