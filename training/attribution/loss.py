"""What the network is taught: cross entropy of each head, over the words that a window knows the answer for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.attribution.examples import NONE, Example
from training.attribution.model import Scores

IGNORE = -100
Targets = dict[str, Tensor]


def targets(parts: Sequence[tuple[Example, int, int]], most: int) -> Targets:
    """Return the answers for windows (example, start, stop), padded to ``most`` words."""
    rows = len(parts)
    word = np.full((rows, most, 5), IGNORE, dtype=np.float32)
    owner, inner, first, last = (np.full((rows, most), IGNORE, dtype=np.int64) for _ in range(4))
    for r, (example, s, e) in enumerate(parts):
        owner[r, : e - s] = np.where(example.known[s:e], _owners(example.owner, s, e), IGNORE)
        if example.has_nested:
            inner[r, : e - s] = _owners(example.inner, s, e)
        word[r, : e - s] = _words(example, s, e)
        for anchor, who in example.source.items():
            if s <= anchor < e:
                first[r, anchor - s], last[r, anchor - s] = _source(who, s, e)
    made = {"word": word, "owner": owner, "inner": inner, "first": first, "last": last}
    return {name: torch.from_numpy(value) for name, value in made.items()}


def loss(scores: Scores, wanted: Targets) -> Tensor:
    """Return the weighted sum of the heads' losses; the weights make each head's share about the same."""
    known = wanted["word"] != IGNORE
    each = functional.binary_cross_entropy_with_logits(scores.word, wanted["word"].clamp(min=0), reduction="none")
    each = (each * known).sum(dim=(0, 1)) / known.sum(dim=(0, 1)).clamp(min=1)
    words = (each * each.new_tensor([4.0, 2.0, 1.0, 2.0, 2.0])).sum()
    owner = _choice(scores.owner, wanted["owner"])
    inner = _choice(scores.inner, wanted["inner"])
    source = _choice(scores.first, wanted["first"]) + _choice(scores.last, wanted["last"])
    return words + 2 * owner + inner + 0.5 * source


def _choice(scores: Tensor, wanted: Tensor) -> Tensor:
    flat, answers = scores.flatten(0, 1), wanted.flatten()
    known = answers != IGNORE
    return functional.cross_entropy(flat[known], answers[known]) if bool(known.any()) else scores.sum() * 0


def _owners(owner: np.ndarray, s: int, e: int) -> np.ndarray:
    own = owner[s:e]
    inside = (own >= s) & (own < e)
    return np.where(own == NONE, 0, np.where(inside, own - s + 1, IGNORE))


def _words(example: Example, s: int, e: int) -> np.ndarray:
    n = e - s
    out = np.zeros((n, 5), dtype=np.float32)
    for anchor in example.source:
        if s <= anchor < e:
            out[anchor - s, int(anchor in example.nested)] = 1
    if not example.has_nested:
        out[:, 1] = IGNORE
    out[:, 2] = example.cue[s:e]
    before = np.concatenate(([NONE], example.owner))[s:e]
    own = example.owner[s:e]
    out[:, 3] = (own != before) & (own != NONE)
    out[:, 4] = (own != before) & (before != NONE)
    out[~example.known[s:e]] = IGNORE
    return out


def _source(who: tuple[int, int] | None, s: int, e: int) -> tuple[int, int]:
    if who is None:
        return 0, 0
    inside = s <= who[0] and who[1] < e
    return (who[0] - s + 1, who[1] - s + 1) if inside else (IGNORE, IGNORE)
