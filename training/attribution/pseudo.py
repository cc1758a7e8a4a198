"""More to learn from: articles that nobody annotated, as a first network reads them (Xie et al. 2020, self-training).

What the first network is unsure of is not taught.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from sayso.annotate.attribution.trained.decode import Scored, Settings, chances, decode, log_softmax
from sayso.annotate.attribution.trained.windows import Window
from training.attribution.examples import NONE, Example
from training.attribution.model import Reader
from training.attribution.read import scores

SURE = 0.8  # chance of its owner (or of nobody) from which a word is taught
DOUBT = (0.2, 0.8)  # chances of being a cue between which a word is not


def labelled(teacher: Reader, given: Iterable[Example], settings: Settings) -> Iterator[Example]:
    """Yield each example with the answers of ``teacher`` in the place of its own."""
    for example in given:
        yield _labelled(example, scores(teacher, example), settings)


def _labelled(example: Example, scored: list[tuple[Window, Scored]], settings: Settings) -> Example:
    n = len(example.pieces)
    owner, cue, known = np.full(n, NONE), np.zeros(n, dtype=np.int64), np.zeros(n, dtype=bool)
    source: dict[int, tuple[int, int] | None] = {}
    for window, one in scored:
        core = slice(window.core - window.start, window.end - window.start)
        anchors = chances(one.word[:, 0])
        sure = np.exp(log_softmax(one.owner).max(axis=1)) >= SURE
        known[window.core : window.end] = (sure & ((anchors < DOUBT[0]) | (anchors > DOUBT[1])))[core]
        for read in decode(one, settings):
            anchor = window.start + read.anchor
            if not window.core <= anchor < window.end:
                continue
            for s, e in read.content:
                owner[window.start + s : window.start + e] = anchor
            cue[window.start + read.cue[0] : window.start + read.cue[1]] = 1
            source[anchor] = (window.start + read.source[0], window.start + read.source[1] - 1) if read.source else None
    return replace(example, owner=owner, cue=cue, source=source, known=known)
