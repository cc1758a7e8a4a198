"""The scores as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quality.floors import Floors
from quality.measures import Scores, Task, pick

HEAD = """# Quality

Written by `make quality`; all that the scorers print is in `scores.json`. Baselines are those known from the
evaluation data's own page. `disagreements.found`, `relations.found`, `questions.found` and `brief.covered` rise with
the number listed, so the counts stand below. The seed articles are few: one item moves a score of `korea` a lot.

| task | measure | score | baseline | floor |
|---|---|---|---|---|
"""
LISTS = ("disagreements", "relations", "questions", "timeline", "copies")


def report(tasks: Iterable[Task], scores: Mapping[str, Scores], floors: Floors) -> str:
    """Return the report in Markdown."""
    run = [t for t in tasks if t.name in scores]
    rows = [row for task in run for row in _rows(task, scores[task.name], floors.get(task.name, {}))]
    notes = [note for task in run for note in _counts(task.name, scores[task.name])]
    return HEAD + "\n".join(rows) + "\n\n" + "\n".join(notes) + "\n"


def _rows(task: Task, scores: Scores, floors: Mapping[str, float]) -> Iterator[str]:
    for path, baseline in task.measures.items():
        yield f"| {task.name} | {path} | {_number(pick(scores, path))} | {baseline} | {_number(floors.get(path))} |"


def _counts(name: str, scores: Scores) -> Iterator[str]:
    listed = [f"{key} {own['pred']} ({own['gold']} in gold)" for key in LISTS if (own := scores.get(key))]
    if listed:
        brief = scores.get("brief") or {}
        yield f"- {name}, number listed: {', '.join(listed)}; brief lines {brief.get('lines', 0)}."


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}".removeprefix("0")
