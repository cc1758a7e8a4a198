"""Floors: scores that may rise but never fall unremarked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quality.measures import Scores, Task, pick

Floors = dict[str, dict[str, float]]
# What the processor alone moves a score by: the networks' 8-bit sums are rounded in other ways where it has no VNNI.
# The same code scored up to .0018 below floors that were set on another machine (PolNeAR exact, UDS).
TOLERANCE = 0.004


def fallen(floors: Floors, scores: Mapping[str, Scores]) -> list[str]:
    """Name each score below its floor by more than ``TOLERANCE``, or no longer given; tasks not run are left out."""
    return [
        f"{task} {path}: {'not given' if score is None else f'{score:.4f}'}, floor {floor:.4f}"
        for task, own in floors.items()
        if task in scores
        for path, floor in own.items()
        if (score := pick(scores[task], path)) is None or score < floor - TOLERANCE
    ]


def raised(floors: Floors, scores: Mapping[str, Scores], tasks: Iterable[Task]) -> Floors:
    """Return the floors with each brought up to its score less the task's margin, where that is higher."""
    out = {task: dict(own) for task, own in floors.items()}
    for task in tasks:
        for path in task.measures:
            score = pick(scores.get(task.name, {}), path)
            old = floors.get(task.name, {}).get(path, 0.0)
            if score is not None:
                out.setdefault(task.name, {})[path] = max(old, round(score - task.margin, 4))
    return out
