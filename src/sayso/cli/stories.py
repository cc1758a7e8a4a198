"""``sayso stories``: gather, group, list."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from sayso.brief.stories import to_json, to_text
from sayso.cli.inputs import gathered, tell_skipped
from sayso.cli.streams import check_target, complain, write_file, write_out
from sayso.engine import LOCAL, open_engine
from sayso.stories import group

NOTHING_READ = 1


def run(
    paths: Sequence[str], kind: str, output: Path | None, full: bool, engine: str | None = None, master: str = LOCAL
) -> int:
    """Write the stories of the articles in ``paths``; return 1 where nothing could be read.

    ``engine`` is where candidates are looked for; the stories are the same.

    Raises:
        UsageError: a path that does not exist or a file that cannot be written.
        EngineError: the engine cannot be had.

    """
    if output is not None:
        check_target(output)
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
    return 0
