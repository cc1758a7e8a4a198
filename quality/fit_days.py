"""``python -m quality.fit_days DOCS GOLD``: fit the weights of sayso.compare.salience, and try them.

Logistic regression of "is in the timeline" on the features of a day, each timeline with the same weight. The score of
"leave one topic out" is of weights that never saw a date of the topic they are tried on; "equal" fits nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quality.rows import read_rows
from quality.tasks.timeline import read_topics, read_wanted
from sayso.compare.salience import WEIGHTS, Features, features_of

PENALTY = 0.03
Numbers = NDArray[np.float64]


class Case(NamedTuple):
    """One timeline: its candidate days in order, their features (days, features), and which are in it (0 or 1)."""

    topic: str
    days: list[date]
    features: Numbers
    inside: Numbers
    wanted: int


def read_cases(docs: Path, gold: Path) -> list[Case]:
    """Return the timelines of the topics that have articles, with their true dates."""
    topics = read_topics(docs)
    rows = read_rows(gold, needs_text=False, key="timeline_id")
    dates = {str(row["timeline_id"]): {day[:10] for day in row["dates"]} for row in rows}
    made = []
    for want in read_wanted(gold):
        found: Mapping[date, Features] = features_of(topics.get(want.topic, ()), want.first, want.last)
        days = sorted(found)
        if days:
            inside = np.array([d.isoformat() in dates[want.timeline] for d in days], float)
            made.append(Case(want.topic, days, np.array([found[d] for d in days]), inside, want.dates))
    return made


def fit(cases: Sequence[Case]) -> Numbers:
    """Return the weights of the features (Newton's method), none below 0, as shares of one."""
    columns = np.vstack([np.c_[c.features, np.ones(len(c.days))] for c in cases])
    truth = np.concatenate([c.inside for c in cases])
    weight = np.concatenate([np.full(len(c.days), 1 / len(c.days)) for c in cases])
    ridge = np.diag([PENALTY] * (columns.shape[1] - 1) + [1e-6])
    found = np.zeros(columns.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-columns @ found))
        slope = columns.T @ (weight * (chance - truth)) + ridge @ found
        found = found - np.linalg.solve((columns.T * (weight * chance * (1 - chance))) @ columns + ridge, slope)
    shares = np.maximum(found[:-1], 0)
    return np.asarray(shares / shares.sum())


def date_f1(case: Case, weights: Numbers) -> float:
    """Return the date F1 of the days that score highest."""
    top = np.argsort(-(case.features @ weights), kind="stable")[: case.wanted]
    return float(2 * case.inside[top].sum() / (len(top) + case.wanted))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the scores and the weights."""
    parser = argparse.ArgumentParser(prog="python -m quality.fit_days", description=__doc__)
    parser.add_argument("docs", type=Path)
    parser.add_argument("gold", type=Path)
    given = parser.parse_args(argv)
    cases = read_cases(given.docs, given.gold)
    left_out = {t: fit([c for c in cases if c.topic != t]) for t in {c.topic for c in cases}}
    trials = {
        "leave one topic out": [date_f1(c, left_out[c.topic]) for c in cases],
        "equal": [date_f1(c, np.full(len(WEIGHTS), 1 / len(WEIGHTS))) for c in cases],
        "shipped": [date_f1(c, np.array(WEIGHTS)) for c in cases],
        "fitted on all": [date_f1(c, fit(cases)) for c in cases],
    }
    for name in Features._fields:
        alone = np.array([float(name == other) for other in Features._fields])
        trials[f"{name} alone"] = [date_f1(c, alone) for c in cases]
    for name, scores in trials.items():
        print(f"{name}: {np.mean(scores):.4f}")
    print({t: [round(float(x), 3) for x in w] for t, w in sorted(left_out.items())})
    print(Features(*(round(float(x), 3) for x in fit(cases))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
