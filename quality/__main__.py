"""``python -m quality``: measure sayso on the evaluation data and compare the scores with the floors."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from quality.floors import Floors, fallen, raised
from quality.measures import HERE, PROJECT, Scores, Task, load_tasks, measure, pick
from quality.report import report
from sayso.errors import SaysoError

WHERE = "SAYSO_EVAL"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the measures; 1 where a score fell below its floor or a task failed."""
    parser = argparse.ArgumentParser(prog="python -m quality", description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--only", action="append", metavar="TASK", help="measure this task only (nothing is written)")
    given = parser.parse_args(argv)
    evaluation = Path(os.environ.get(WHERE) or PROJECT.parent / "shared" / "eval")
    if not (evaluation / "scorers").is_dir():
        print(f"quality: skipped, no evaluation data beside the checkout (set {WHERE} to their folder)")
        return 0
    tasks = [t for t in load_tasks(evaluation) if not given.only or t.name in given.only]
    scores, failed = _measure_all(tasks, evaluation)
    floors = _read_floors()
    if given.lift:
        floors = raised(floors, scores, tasks)
        _write_json(HERE / "floors.json", floors)
    if not given.only:
        _write_json(HERE / "scores.json", scores)
        (HERE / "report.md").write_text(report(tasks, scores, floors), encoding="utf-8")
    below = fallen(floors, scores)
    print("\n".join([*(f"below its floor: {line}" for line in below), *failed]) or "quality: no score below its floor")
    return 1 if below or failed else 0


def _measure_all(tasks: Sequence[Task], evaluation: Path) -> tuple[dict[str, Scores], list[str]]:
    scores: dict[str, Scores] = {}
    failed: list[str] = []
    for task in tasks:
        try:
            scores[task.name] = measure(task, evaluation.resolve())
        except SaysoError as error:
            failed.append(f"{task.name} was not measured: {error}")
            continue
        _show(task, scores[task.name])
    return scores, failed


def _show(task: Task, scores: Scores) -> None:
    for path in task.measures:
        score = pick(scores, path)
        print(f"{task.name:12} {path:36} {'-' if score is None else f'{score:.4f}'}", flush=True)


def _read_floors() -> Floors:
    path = HERE / "floors.json"
    floors: Floors = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def _write_json(path: Path, value: Mapping[str, object]) -> None:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False, sort_keys=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
