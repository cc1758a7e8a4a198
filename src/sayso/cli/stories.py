"""``sayso stories``: gather, group, list; with ``--briefs`` also read each story and write a brief on it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from sayso import pipeline
from sayso.brief.render import render
from sayso.brief.select import select
from sayso.brief.stories import to_json, to_text
from sayso.cli.brief import progress
from sayso.cli.inputs import gathered, tell_skipped
from sayso.cli.streams import check_target, complain, write_file, write_out
from sayso.engine import LOCAL, open_engine
from sayso.errors import UsageError
from sayso.model import Grouped
from sayso.stories import group

NOTHING_READ = 1


def run(
    paths: Sequence[str],
    kind: str,
    output: Path | None,
    full: bool,
    briefs: Path | None = None,
    fast: bool = False,
    engine: str | None = None,
    master: str = LOCAL,
) -> int:
    """Write the stories of the articles in ``paths``, and briefs on them; return 1 where nothing could be read.

    ``engine`` is where candidates are looked for; the stories are the same.

    Raises:
        UsageError: a path that does not exist or a file or folder that cannot be written.
        EngineError: the engine cannot be had.

    """
    if output is not None:
        check_target(output)
    if briefs is not None:
        _make_folder(briefs)
    # Opened first: what is missing is said before a large archive is read.
    with open_engine(engine, master) if engine else nullcontext() as opened:
        found = gathered(paths)
        tell_skipped(found)
        if not found.articles:
            return complain("nothing could be read", NOTHING_READ)
        grouped = group(found, opened)
    written = to_json(grouped) if kind == "json" else to_text(grouped, full)
    if output is not None:
        write_file(output, written)
    else:
        write_out(written, "utf-8" if kind == "json" else None)
    if briefs is not None:
        _write_briefs(grouped, briefs, "json" if kind == "json" else "html", full, fast)
    return 0


def _write_briefs(grouped: Grouped, folder: Path, kind: str, full: bool, fast: bool) -> None:
    """Write a brief for each story, under its id."""
    with progress(len(grouped.articles)) as tell:
        for story, compared in zip(grouped.stories, pipeline.read_stories(grouped, tell, fast), strict=True):
            write_file(folder / f"{story.id}.{kind}", render(select(compared, full=full), kind))


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {path}: {error.strerror}") from error
