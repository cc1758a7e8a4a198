"""``python -m quality.stories.tune BULK``: fit the weights on the part "tune" of the gold, and print how well they do.

A logistic regression over the pairs of labelled articles that share rare words (the candidates): with dates where
both are of one run of days, and once more, all against all, as if no date were known. What it finds is rounded in
``link/stories/features.py``. Two groups are joined where their mean likelihood is one half, "rather than not"; what
other values would give is printed (from .35 to .55 it hardly matters). BASIL is not looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np

from quality.rows import article_of, read_rows
from quality.stories.score import Label, read_gold, score
from sayso.link.stories import features as table
from sayso.link.stories import grouping
from sayso.link.stories.candidates import SHARED, candidates
from sayso.link.stories.clusters import clusters
from sayso.link.stories.features import WINDOW, Features, days_apart, features, scored
from sayso.link.stories.reading import Reading, read
from sayso.link.stories.words import cosine

RIDGE = 1.0
STEPS = [n / 100 for n in range(20, 81, 5)]
Pair = tuple[int, int]


def samples(readings: Sequence[Reading], labels: Sequence[Label]) -> tuple[list[Features], list[bool]]:
    """Return the features of the candidate pairs that the gold decides, and whether each is of one story."""
    found: list[Features] = []
    same: list[bool] = []
    for i, j in combinations(range(len(readings)), 2):
        a, b = readings[i], readings[j]
        if labels[i].leaves_open(labels[j]) or not _is_candidate(a, b):
            continue
        both = features(a, b)
        gap = days_apart(a, b)
        for one in (
            (both, both._replace(dates=0.0)) if gap is not None and gap <= WINDOW else (both._replace(dates=0.0),)
        ):
            found.append(one)
            same.append(labels[i].story == labels[j].story)
    return found, same


def _is_candidate(a: Reading, b: Reading) -> bool:
    return len(set(a.keys) & set(b.keys)) >= SHARED and cosine(a.plain, b.plain) >= table.MORE_THAN_NAMES


def fit(found: Sequence[Features], same: Sequence[bool]) -> tuple[Features, float]:
    """Return the weights and the bias (Newton's method, a small ridge on standardised features)."""
    x, y = np.array(found), np.array(same, dtype=float)
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    w = np.zeros(z.shape[1])
    ridge = RIDGE * np.diag([1.0] * x.shape[1] + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, z.T @ (p - y) + ridge @ w)
    weights = w[:-1] / spread
    return Features(*(float(v) for v in weights)), float(w[-1] - weights @ mean)


def measured(readings: Sequence[Reading], gold: Mapping[str, Label], least: float) -> dict[str, dict[str, float]]:
    """Return B-cubed by part, with the weights that are set now."""
    scores = scored(readings, candidates(readings))
    found = {readings[i].article.name: str(n) for n, g in enumerate(clusters(len(readings), scores, least)) for i in g}
    made: dict[str, dict[str, float]] = score(gold, found)
    return made


def main(source: Path) -> None:
    """Fit, set, measure and print."""
    gold = read_gold()
    dated = sorted((read(article_of(r)) for r in read_rows(source) if r["doc_id"] in gold), key=lambda r: r.order)
    undated = [replace(r, article=replace(r.article, published=None)) for r in dated]
    undated.sort(key=lambda r: r.order)
    kept = [r for r in dated if gold[r.article.name].part == "tune"]
    table.WEIGHTS, table.BIAS = fit(*samples(kept, [gold[r.article.name] for r in kept]))
    print({name: round(value, 2) for name, value in table.WEIGHTS._asdict().items()}, "bias", round(table.BIAS, 2))
    for least in STEPS:
        both = [measured(readings, gold, least) for readings in (dated, undated)]
        shown = [f"{part} {both[0][part]['f1']:.3f} {both[1][part]['f1']:.3f}" for part in ("tune", "check")]
        print(f"least {least:.2f}: with and without dates: {', '.join(shown)}")


if __name__ == "__main__":
    print("set now:", table.WEIGHTS, table.BIAS, grouping.LEAST)
    main(Path(sys.argv[1]))
