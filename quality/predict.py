"""``python -m quality.predict TASK INPUT [GOLD] -o PRED``: predictions in the format of a task's scorer.

INPUT is a .jsonl or .jsonl.gz file of rows with ``doc_id`` and ``text`` (factuality: and ``predicates``), or for korea
a folder of .txt articles on one story; resolution takes either, of which it reads the articles that its gold knows;
relations takes rows, of which it does the same;
copies also takes pairs of ids (NAME_pairs.jsonl) beside their texts (NAME_docs.jsonl), actors its gold (.toml), of
which the texts and the places asked about are read. timeline alone takes GOLD too,
of which only each timeline's topic, first and last date and number of dates are read. Only what a reader of the
articles would see is used; gold fields of a row are never looked at. ``--fast`` reads attributions by the rules alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from quality.rows import Row, article_of, read_rows, write_rows
from quality.tasks import attribution, events, figures, times
from quality.tasks.actors import predict_actors
from quality.tasks.copies import predict_pairs
from quality.tasks.factuality import predict_file
from quality.tasks.korea import predict_folder
from quality.tasks.relations import predict_relations
from quality.tasks.resolution import predict_sources
from quality.tasks.stories import predict_stories, predict_undated
from quality.tasks.timeline import predict_days
from sayso.annotate import annotate_all
from sayso.errors import SaysoError, UsageError
from sayso.model import Annotation, Article

TASKS: dict[str, Callable[[Row, Annotation], Row]] = {
    "attribution": attribution.predict,
    "nested_attribution": attribution.predict_nested,
    "figures": figures.predict,
    "times": times.predict,
    "events": events.predict,
}
# These read the file or folder themselves.
WHOLE_TASKS: dict[str, Callable[[Path], Iterable[Row]]] = {
    "korea": predict_folder,
    "resolution": predict_sources,
    "relations": predict_relations,
    "factuality": predict_file,
    "stories": predict_stories,
    "stories_undated": predict_undated,
    "copies": predict_pairs,
    "actors": predict_actors,
}
# These are told something of the gold, as their protocol has it.
TOLD_TASKS: dict[str, Callable[[Path, Path], Iterable[Row]]] = {"timeline": predict_days}
NAMES = (*TASKS, *WHOLE_TASKS, *TOLD_TASKS)


def predict(task: str, source: Path, fast: bool = False, gold: Path | None = None) -> Iterator[Row]:
    """Return the predicted rows of ``task`` for the file or folder ``source``; ``fast``: by the rules alone.

    Raises:
        UsageError: unknown task, or an input that is not of the task's shape, in one line.

    """
    if task in NAMES and (gold is not None) != (task in TOLD_TASKS):
        raise UsageError(f"{task}: " + ("GOLD is missing (timeline DOCS GOLD)" if gold is None else "takes no GOLD"))
    if fast and task not in TASKS:
        raise UsageError(f"{task}: takes no --fast (there are {', '.join(TASKS)})")
    if gold is not None:
        yield from TOLD_TASKS[task](source, gold)
    elif task in WHOLE_TASKS:
        yield from WHOLE_TASKS[task](source)
    elif task in TASKS:
        rows = read_rows(source)
        yield from (TASKS[task](row, annotation) for row, annotation in zip(rows, _annotated(rows, fast), strict=True))
    else:
        raise UsageError(f"{task}: no such task (there are {', '.join(NAMES)})")


def _annotated(rows: Sequence[Row], fast: bool) -> list[Annotation]:
    """Annotate the rows; one that cannot be read is said to be so and stays empty, which costs its score only."""

    def note(article: Article, problem: Exception) -> None:
        print(f"{article.name}: could not be read: {type(problem).__name__}: {problem}", file=sys.stderr)

    articles = [article_of(row) for row in rows]
    read = {annotation.article.id: annotation for annotation in annotate_all(articles, note, fast)}
    return [read.get(article.id, Annotation(article)) for article in articles]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 2 where the input is not of the task's shape."""
    parser = argparse.ArgumentParser(prog="python -m quality.predict", description=__doc__)
    parser.add_argument("task", choices=NAMES)
    parser.add_argument("input", type=Path, help="rows (.jsonl, .jsonl.gz), or for korea a folder of .txt")
    parser.add_argument("gold", type=Path, nargs="?", help="timeline only: the reference timelines (.jsonl)")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="PRED", help="where the rows go (.jsonl)")
    parser.add_argument("--fast", action="store_true", help="read attributions by the rules alone")
    given = parser.parse_args(argv)
    try:
        write_rows(given.output, list(predict(given.task, given.input, given.fast, given.gold)))
    except SaysoError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
