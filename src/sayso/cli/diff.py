"""``sayso diff``: gather, read the story as of two days, select what is new, render."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sayso import pipeline
from sayso.brief.changes import select_changes
from sayso.cli.brief import NOTHING_READ, progress, write_brief
from sayso.cli.inputs import gathered, tell_skipped
from sayso.cli.streams import check_target, complain
from sayso.errors import UsageError
from sayso.stories import of_one_story


def run(
    paths: Sequence[str],
    kind: str,
    output: Path | None,
    days: tuple[date, date],
    full: bool,
    story: str | None = None,
    fast: bool = False,
) -> int:
    """Write what changed after the first of ``days`` and by the second; return 1 where nothing could be read.

    Raises UsageError for days in the wrong order, a path that does not exist, a file that cannot be written, or
    where it is open which story is meant.
    """
    first, last = days
    if first > last:
        raise UsageError(f"--from {first} is after --to {last}: give the earlier day first")
    if output is not None:
        check_target(output)
    found = of_one_story(pipeline.as_of(gathered(paths), last), story)
    tell_skipped(found)
    if not found.articles:
        return complain(f"no article was published by {last}", NOTHING_READ)
    with progress(len(found.articles)) as tell:
        changes = pipeline.read_changes(found, first, last, tell, fast)
    write_brief(select_changes(changes, first, last, full), kind, output)
    return 0
