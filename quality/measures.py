"""What is measured: the tasks of measures.toml, each run through its scorer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.predict import predict
from quality.rows import write_rows
from sayso.errors import SaysoError

HERE = Path(__file__).parent
PROJECT = HERE.parent
Scores = dict[str, Any]


# How far below the measured score a raised floor lies, so that small honest changes pass.
MARGIN = 0.005


@dataclass(frozen=True)
class Task:
    """One set of data to measure on; ``measures`` maps a dotted path in the scores to the baseline known for it.

    ``gold`` is given where a task is told something of it; else the data are the gold, or the scorer knows it.
    """

    name: str
    predict: str
    data: Path
    scorer: str
    measures: dict[str, str]
    margin: float = MARGIN
    fast: bool = False
    gold: Path | None = None


def load_tasks(evaluation: Path) -> list[Task]:
    """Return the tasks of measures.toml, with their data under ``evaluation`` or under the project."""
    given = tomllib.loads((HERE / "measures.toml").read_text(encoding="utf-8"))["task"]
    roots = {"eval": evaluation, "project": PROJECT}
    return [_task(one, roots[one["in"]]) for one in filled(given)]


def _task(one: dict[str, Any], root: Path) -> Task:
    return Task(
        one["name"],
        one["predict"],
        root / one["input"],
        one["scorer"],
        one["measures"],
        one.get("margin", MARGIN),
        one.get("fast", False),
        root / one["gold"] if "gold" in one else None,
    )


def filled(tasks: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the tasks, each with what it does not state itself from the one before that it is ``like``."""
    whole: dict[str, dict[str, Any]] = {}
    for task in tasks:
        whole[task["name"]] = {**(whole[task["like"]] if "like" in task else {}), **task}
    return list(whole.values())


def measure(task: Task, evaluation: Path) -> Scores:
    """Predict, score, and return all that the scorer prints, rounded to four digits.

    Raises:
        SaysoError: the scorer does not take the predictions.

    """
    with tempfile.TemporaryDirectory(prefix="sayso-quality-") as folder:
        predicted = Path(folder) / "predicted.jsonl"
        write_rows(predicted, predict(task.predict, task.data, task.fast, task.gold))
        own = task.scorer.startswith("quality.")
        module = task.scorer if own else f"scorers.{task.scorer}"
        command = [sys.executable, "-m", module, str((task.gold or task.data).resolve()), str(predicted)]
        where = PROJECT if own else evaluation
        # A scorer of ours may ask one of the evaluation data's.
        seen = os.pathsep.join(filter(None, (str(evaluation.resolve()), os.environ.get("PYTHONPATH"))))
        env = os.environ | ({"PYTHONPATH": seen} if own else {})
        done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise SaysoError(f"{module} failed on {task.name}: {last}")
    scores: Scores = rounded(json.loads(done.stdout))
    return scores


def pick(scores: Scores, path: str) -> float | None:
    """Return the score at a dotted path; None where the gold has nothing to measure it by."""
    value: Any = scores
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return float(value) if isinstance(value, int | float) else None


def rounded(value: Any) -> Any:
    """Return the same structure with its fractions rounded to four digits."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return [rounded(v) for v in value] if isinstance(value, list) else value
