"""``sayso verify``: check the spans of a saved brief again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sayso.brief.json import from_json
from sayso.brief.verify import Report, verify
from sayso.cli.inputs import gathered, tell_skipped
from sayso.cli.streams import write_out
from sayso.errors import UsageError, VerificationError
from sayso.model import Brief

SHOWN = 20


def run(file: str, paths: Sequence[str]) -> int:
    """Say how many spans of a saved brief hold; return 1 where something does not.

    Raises UsageError for a file or path that cannot be opened, VerificationError for one that is no saved brief.
    """
    brief = _load(file)
    articles = None
    if paths:
        found = gathered(paths)
        articles = found.articles
        tell_skipped(found)
    report = verify(brief, articles)
    write_out(_told(report, "the articles given" if paths else "the texts saved in the file"))
    return 0 if report.ok else 1


def _load(file: str) -> Brief:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from error
    try:
        return from_json(data)
    except VerificationError as error:
        raise VerificationError(f"{file}: {error}") from error


def _told(report: Report, against: str) -> str:
    lines = [f"{report.held} of {report.checked} spans hold in {against}."]
    lines += [str(failure) for failure in report.failures[:SHOWN]]
    left = len(report.failures) - SHOWN
    lines += [f"… and {left} more"] if left > 0 else []
    return "\n".join(lines) + "\n"
