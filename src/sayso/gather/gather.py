"""Read articles from files, folders and standard input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from sayso.errors import UsageError
from sayso.gather.decode import decode
from sayso.gather.draft import CannotReadError, Draft
from sayso.gather.finish import finish
from sayso.gather.registry import reader
from sayso.gather.sniff import sniff
from sayso.gather.walk import Found, find, reason, unique
from sayso.model import Article, Gathered, Skipped

LARGEST = 25_000_000
STDIN = "stdin"


@dataclass(frozen=True, slots=True)
class _Read:
    """A draft with the name that it goes by and a longer one that no other has."""

    draft: Draft
    name: str
    place: str


def gather(paths: Sequence[str | Path], stdin: IO[bytes] | None = None) -> Gathered:
    """Read the articles in ``paths``: files, folders (with all below them, hidden files left out) and "-".

    Args:
        paths: .txt, .md, .html or .jsonl files or folders of them; "-" reads ``stdin`` (text, HTML or JSON lines).
        stdin: the stream behind "-", as bytes.

    Returns:
        The articles by date of publication (undated last) and name, and a line for each input that was not read.

    Raises:
        UsageError: a path that does not exist, no path at all, or "-" without a stream.
    """
    if not paths:
        raise UsageError("nothing to read: give files, folders or - for standard input")
    given = [find(Path(p)) for p in dict.fromkeys(map(str, paths)) if p != "-"]
    found = [f for files in given for f in files]
    read = [r for f in unique(f for f in found if isinstance(f, Found)) for r in _file(f)]
    if "-" in map(str, paths):
        read += _stream(stdin)
    articles, refused = _finish([r for r in read if isinstance(r, _Read)])
    skipped = {s for s in [*found, *read, *refused] if isinstance(s, Skipped)}
    return Gathered(
        tuple(sorted(articles, key=lambda a: (a.published or date.max, a.name))),
        tuple(sorted(skipped, key=lambda s: (s.name, s.reason))),
    )


def _file(file: Found) -> list[_Read | Skipped]:
    try:
        if file.path.stat().st_size > LARGEST:
            raise _too_large()
        with file.path.open("rb") as stream:
            data = _limited(stream)
        return list(_drafts(data, file.kind or None, file.name, str(file.path)))
    except CannotReadError as error:
        return [error.skipped(file.name)]
    except OSError as error:
        return [Skipped(file.name, f"cannot be opened: {reason(error)}", "check its permissions")]


def _stream(stdin: IO[bytes] | None) -> list[_Read | Skipped]:
    if stdin is None:
        raise UsageError("- stands for standard input, but there is none")
    try:
        return list(_drafts(_limited(stdin), None, STDIN, "-"))
    except CannotReadError as error:
        return [error.skipped(STDIN)]


def _limited(stream: IO[bytes]) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large()
    if not data.strip():
        raise CannotReadError("empty")
    return data


def _too_large() -> CannotReadError:
    return CannotReadError(f"larger than {LARGEST // 1_000_000} MB", "split it into smaller files")


def _drafts(data: bytes, kind: str | None, name: str, place: str) -> Iterator[_Read | Skipped]:
    text = decode(data)
    for item in reader(kind or sniff(text))(text):
        if isinstance(item, Skipped):
            yield Skipped(f"{name}:{item.name}", item.reason, item.advice)
        elif item.row is None:
            yield _Read(item, name, place)
        else:
            yield _Read(item, item.id or f"{name}:{item.row}", f"{place}:{item.row}")


def _finish(read: list[_Read]) -> tuple[list[Article], list[Skipped]]:
    """Make the articles; where two would have the same name, both go by the place where they were found."""
    used = Counter(r.name for r in read)
    articles, skipped = [], []
    for one in read:
        name = one.name if used[one.name] == 1 else one.place
        try:
            articles.append(finish(one.draft, name))
        except CannotReadError as error:
            skipped.append(error.skipped(name))
    return articles, skipped
