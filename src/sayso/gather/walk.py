"""Find the files that are meant by the paths given."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import UsageError
from sayso.gather.registry import endings, known_endings
from sayso.model import Skipped

# README.md, CHANGELOG.md, CONVENTIONS.md …: by custom notes about a folder, not part of what it holds.
NOTE = re.compile(r"(?:[A-Z][A-Z_-]{3,}\.(?:md|markdown)|(?:README|LICEN[CS]E|COPYING|CHANGELOG)\.te?xt)")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: ``name`` is relative to the folder given, ``kind`` the module that reads it."""

    path: Path
    name: str
    kind: str


def find(given: Path) -> Iterator[Found | Skipped]:
    """Yield the files under ``given`` (a file or a folder), sorted by name, and what is left out.

    Raises:
        UsageError: there is nothing at that path.
    """
    if not os.path.lexists(given):
        raise UsageError(f"no such file or folder: {given}")
    if given.is_dir():
        yield from _folder(given)
    elif kind := endings().get(given.suffix.lower()):
        yield Found(given, given.name, kind)
    elif given.is_fifo():  # the shell's <(command)
        yield Found(given, given.name, "")
    elif not given.exists():
        yield _lost(given.name)
    else:
        what = f"files ending in {given.suffix}" if given.suffix else "files without an ending"
        yield Skipped(given.name, f"{what} are not read", f"read are {known_endings()}")


def _folder(folder: Path) -> Iterator[Found | Skipped]:
    seen = list(_walk(folder, "", {_identity(folder)}))
    others = Counter(f.path.suffix or "no ending" for f in seen if isinstance(f, Found) and not f.kind)
    kept = [f for f in seen if isinstance(f, Skipped) or f.kind]
    if not kept:
        yield Skipped(str(folder), "nothing readable in this folder", f"read are {known_endings()}")
    elif others:
        kinds = ", ".join(sorted(others))
        yield Skipped(
            str(folder), f"files of other kinds left out: {others.total()} ({kinds})", f"read are {known_endings()}"
        )
    yield from kept


def _walk(folder: Path, prefix: str, visited: set[tuple[int, int]]) -> Iterator[Found | Skipped]:
    """Yield the files below ``folder``; a folder that a link leads back to is entered once."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Skipped(prefix or str(folder), f"cannot be opened: {reason(error)}", "check its permissions")
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry, f"{prefix}{entry.name}", visited)


def _entry(entry: Path, name: str, visited: set[tuple[int, int]]) -> Iterator[Found | Skipped]:
    try:
        is_folder, is_file = entry.is_dir(), entry.is_file()
    except OSError as error:  # a link that leads to itself
        yield Skipped(name, f"cannot be opened: {reason(error)}")
        return
    if is_folder:
        if (identity := _identity(entry)) not in visited:
            visited.add(identity)
            yield from _walk(entry, f"{name}/", visited)
    elif not is_file:
        yield _lost(name) if entry.is_symlink() else Skipped(name, "not a regular file")
    elif NOTE.fullmatch(entry.name):
        yield Skipped(name, "taken for a note about the folder", "name the file itself to have it read")
    else:
        yield Found(entry, name, endings().get(entry.suffix.lower(), ""))


def unique(found: Iterable[Found]) -> list[Found]:
    """Return each file once, however often and by whatever path it was given; the longest name wins."""
    best: dict[str, Found] = {}
    for file in found:
        key = os.path.realpath(file.path)
        if key not in best or (-len(file.name), file.name, str(file.path)) < _rank(best[key]):
            best[key] = file
    return list(best.values())


def reason(error: OSError) -> str:
    """Return what the operating system says, in lower case."""
    return (error.strerror or type(error).__name__).lower()


def _rank(file: Found) -> tuple[int, str, str]:
    return -len(file.name), file.name, str(file.path)


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _lost(name: str) -> Skipped:
    return Skipped(name, "a link that leads nowhere", "check what it points to")
