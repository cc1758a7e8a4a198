"""Run a network in training's own framework over examples, as the shipped one is run over articles."""

from __future__ import annotations

from collections.abc import Iterator

import torch

from sayso.annotate.attribution.trained.decode import Read, Scored, Settings, decode
from sayso.annotate.attribution.trained.windows import Window, batch, windows
from training.attribution.examples import Example
from training.attribution.model import Reader
from training.attribution.train import forward

TOGETHER = 8


def scores(reader: Reader, example: Example) -> list[tuple[Window, Scored]]:
    """Return the windows of an example with the scores of each."""
    reader.eval()
    made = windows(example.pieces, example.features.sentence)
    out: list[tuple[Window, Scored]] = []
    for at in range(0, len(made), TOGETHER):
        some = made[at : at + TOGETHER]
        with torch.no_grad():
            word, *pairs = forward(reader, batch([(example.pieces, example.features, w.start, w.stop) for w in some]))
        for r, w in enumerate(some):
            n = w.stop - w.start
            out.append((w, Scored(word[r, :n].numpy(), *(p[r, :n, : n + 1].numpy() for p in pairs))))
    return out


def reads(scored: list[tuple[Window, Scored]], settings: Settings) -> Iterator[tuple[int, Read]]:
    """Yield each reading of an article with the word that its window starts at."""
    for window, one in scored:
        for read in decode(one, settings):
            if window.core <= window.start + read.anchor < window.end:
                yield window.start, read
