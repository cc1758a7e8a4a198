"""``sayso brief``: gather, read, compare, select, render."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from sayso import pipeline
from sayso.brief.render import render
from sayso.brief.select import select
from sayso.brief.text import NARROWEST, to_text
from sayso.cli.inputs import gathered, tell_skipped
from sayso.cli.streams import check_target, complain, write_file, write_out
from sayso.model import Brief
from sayso.stories import of_one_story

NOTHING_READ = 1
PIPED_WIDTH = 100
# Fewer articles than this are read before a progress bar would have been understood.
BAR_FROM = 8


def run(
    paths: Sequence[str],
    kind: str,
    output: Path | None,
    day: date | None,
    full: bool,
    story: str | None = None,
    fast: bool = False,
) -> int:
    """Write the brief on the story ``story`` of the articles in ``paths``; return 1 where nothing could be read.

    Raises UsageError for a path that does not exist, a file that cannot be written, or where it is open which
    story is meant.
    """
    if output is not None:
        check_target(output)
    found = gathered(paths)
    found = pipeline.as_of(found, day) if day else found
    found = of_one_story(found, story)
    tell_skipped(found)
    if not found.articles:
        return complain(f"no article was published by {day}" if day else "nothing could be read", NOTHING_READ)
    with progress(len(found.articles)) as tell:
        compared = pipeline.read_story(found, tell, fast)
    write_brief(select(compared, full=full, as_of=day), kind, output)
    return 0


def write_brief(brief: Brief, kind: str, output: Path | None) -> None:
    """Write a brief to a file, or to standard output as its kind and the terminal want it."""
    if output:
        write_file(output, render(brief, kind))
    elif kind == "text":
        write_out(to_text(brief, *_terminal()))
    else:
        write_out(render(brief, kind), "utf-8")


def _terminal() -> tuple[int, bool]:
    """Return the width to fill and whether to colour (a terminal, and https://no-color.org is not set)."""
    if not sys.stdout.isatty():
        return PIPED_WIDTH, False
    width = shutil.get_terminal_size((PIPED_WIDTH, 40)).columns
    return max(width, NARROWEST), not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextmanager
def progress(total: int) -> Iterator[pipeline.Progress | None]:
    """Show a bar on standard error while many articles are read; nothing where no one is watching."""
    if total < BAR_FROM or not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda done, _of: bar.update(task, completed=done)
