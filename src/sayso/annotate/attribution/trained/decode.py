"""From scores to attributions: the best path over who owns each word, then the source of each cue.

The path is found as in a linear-chain model (Viterbi 1967) whose states are the likely cues of the window and
"nobody"; what a change of state costs comes from the scores for where contents begin and end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Range = tuple[int, int]


class Scored(NamedTuple):
    """Logits of one window, as ``training.attribution.model.Scores`` gives them, without the batch axis."""

    word: Floats
    owner: Floats
    inner: Floats
    first: Floats
    last: Floats


@dataclass(frozen=True, slots=True)
class Settings:
    """How scores are read; chosen on articles kept out of training (``python -m training.attribution.tune``).

    ``likely`` is the least chance of a word to be looked at as a cue, ``least`` that of an attribution to stand;
    ``border`` weighs the begins and ends against the owners, ``source`` is added to the score of having no source.
    """

    likely: float = 0.1
    least: float = 0.4
    border: float = 0.5
    source: float = 0.0
    longest_source: int = 60


@dataclass(frozen=True, slots=True)
class Read:
    """An attribution in the words of a window; ``chance`` is how likely it is one."""

    anchor: int
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    chance: float


def decode(scored: Scored, settings: Settings) -> list[Read]:
    """Return the attributions of a window, none inside another."""
    anchors = chances(scored.word[:, 0])
    own = log_softmax(scored.owner)
    likely = np.flatnonzero(anchors >= settings.likely)
    reads: list[Read] = []
    while likely.size:
        path = _path(own[:, np.concatenate(([0], likely + 1))], scored.word, settings.border)
        chance = [_chance(anchors[j], own[path == k + 1, j + 1]) for k, j in enumerate(likely)]
        weak = [k for k, c in enumerate(chance) if c < settings.least]
        if not weak:
            for k, j in enumerate(likely):
                reads.append(_read(scored, int(j), np.flatnonzero(path == k + 1), chance[k], settings))
            break
        likely = np.delete(likely, weak)
    return reads


def chances(logits: Floats) -> Floats:
    """Return the logistic function of ``logits``."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float32)


def log_softmax(logits: Floats) -> Floats:
    """Return log probabilities over the last axis."""
    moved = logits - logits.max(axis=-1, keepdims=True)
    return np.asarray(moved - np.log(np.exp(moved).sum(axis=-1, keepdims=True)), dtype=np.float32)


def _chance(anchor: float, owned: Floats) -> float:
    """Return the mean of both chances, that of the cue and that of its words; 0 where it owns none."""
    return float(np.sqrt(anchor * np.exp(owned).mean())) if owned.size else 0.0


def _path(own: Floats, word: Floats, weight: float) -> npt.NDArray[np.int64]:
    """Return the best state of each word; state 0 is nobody. ``own`` is [words, states], log probabilities."""
    stay, swap, leave, enter = _costs(word, weight)
    n, states = own.shape
    same = np.arange(states)
    back = np.empty((n, states), dtype=np.int64)
    best = own[0] + np.where(same > 0, enter[0], stay[0])
    for i in range(1, n):
        other = int(best[1:].argmax()) + 1
        top, none = best[other], best[0]
        change, origin = top + swap[i], other
        if none + enter[i] > change:
            change, origin = none + enter[i], 0
        kept = best + stay[i]
        back[i] = np.where(kept >= change, same, origin)
        best = np.maximum(kept, change)
        best[0], back[i, 0] = max((kept[0], 0), (top + leave[i], other))
        best = best + own[i]
    path = np.empty(n, dtype=np.int64)
    path[-1] = int(best.argmax())
    for i in range(n - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def _costs(word: Floats, weight: float) -> tuple[list[float], ...]:
    """Return what it adds at each word to stay in a state, to go from cue to cue, from one to nobody, and back."""
    begins, ends = _log(word[:, 3]), _log(word[:, 4])
    on, off = _log(-word[:, 3]), _log(-word[:, 4])
    return tuple((weight * way).tolist() for way in (on + off, begins + ends, on + ends, begins + off))


def _log(logits: Floats) -> Floats:
    return np.asarray(-np.logaddexp(0, -logits), dtype=np.float32)


def _read(scored: Scored, anchor: int, owned: npt.NDArray[np.int64], chance: float, settings: Settings) -> Read:
    cue = scored.word[:, 2] > 0
    first = last = anchor
    while first > 0 and cue[first - 1]:
        first -= 1
    while last + 1 < len(cue) and cue[last + 1]:
        last += 1
    breaks = np.flatnonzero(np.diff(owned) > 1)
    edges = zip([0, *(breaks + 1)], [*breaks, len(owned) - 1], strict=True)
    content = tuple((int(owned[a]), int(owned[b]) + 1) for a, b in edges)
    return Read(anchor, (first, last + 1), _source(scored, anchor, settings), content, chance)


def _source(scored: Scored, anchor: int, settings: Settings) -> Range | None:
    first, last = log_softmax(scored.first[anchor]), log_softmax(scored.last[anchor])
    n = len(first) - 1
    pairs = first[1:, None] + last[None, 1:]
    span = np.arange(n)[None, :] - np.arange(n)[:, None]
    pairs = np.where((span >= 0) & (span < settings.longest_source), pairs, -np.inf)
    at = int(pairs.argmax())
    start, stop = divmod(at, n)
    none = float(first[0] + last[0]) + settings.source
    return None if none > float(pairs[start, stop]) else (start, stop + 1)
