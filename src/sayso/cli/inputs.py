"""What both commands do with their PATHs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sayso.cli.streams import complain
from sayso.errors import UsageError
from sayso.gather import gather
from sayso.model import Gathered


def gathered(paths: Sequence[str]) -> Gathered:
    """Read the articles in ``paths``. Raises UsageError for a path that is empty or does not exist.

    An empty path is what a shell makes of an unset variable; it must not mean the current folder.
    """
    if not all(paths):
        raise UsageError("one of the paths is empty")
    return gather(paths, stdin=sys.stdin.buffer if "-" in paths else None)


def tell_skipped(found: Gathered) -> None:
    """Name on standard error, a line each, what was not read."""
    for skipped in found.skipped:
        complain(f"skipped {skipped}", 0)
