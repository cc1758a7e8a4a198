"""Read and write the rows of the evaluation data: one JSON object a line, also gzipped."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.model import Article

Row = dict[str, Any]
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_rows(path: Path, *, needs_text: bool = True, key: str = "doc_id") -> list[Row]:
    """Read every row; each must have its own ``key`` and, but for ``needs_text`` False, a ``text``.

    Raises:
        UsageError: in one line, ``FILE:LINE: what is wrong``; also where the file is missing or no text at all.

    """
    return list(_checked(path, needs_text, key))


def read_pairs(path: Path) -> list[Row]:
    """Read the rows of a file of pairs; each must have the ids ``a`` and ``b``.

    Raises:
        UsageError: in one line, ``FILE:LINE: what is wrong``.

    """
    return [_pair(_object(line, f"{path}:{number}"), f"{path}:{number}") for number, line in _lines(path)]


def is_pairs(path: Path) -> bool:
    """Tell whether a file's first row is a pair of ids and not a text."""
    number, line = next(_lines(path), (0, "{}"))
    row = _object(line, f"{path}:{number}")
    return "a" in row and "b" in row and "text" not in row


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as JSON lines in UTF-8."""
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    try:
        with path.open("w", encoding="utf-8", newline="\n") as handle:
            handle.writelines(lines)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def article_of(row: Row) -> Article:
    """Make the article of a row, whose text stays as it is: the row's offsets count in it.

    Read are only ``doc_id``, ``text``, ``title``, ``outlet`` (or ``publisher``), ``url`` and the date of
    publication (``date``, ``dct`` or ``published``, ISO 8601; anything else counts as unknown).
    """
    # JSON can hold half a surrogate pair, which is no character; one replacement for one keeps all offsets.
    text = LONE_SURROGATE.sub("\ufffd", row["text"])
    return Article.make(
        text,
        str(row["doc_id"]),
        title=_words(row, "title"),
        outlet=_words(row, "outlet") or _words(row, "publisher"),
        published=_day(row, "date") or _day(row, "dct") or _day(row, "published"),
        url=_words(row, "url"),
    )


def _checked(path: Path, needs_text: bool, key: str) -> Iterator[Row]:
    seen: dict[str, int] = {}
    for number, line in _lines(path):
        row = _parse(line, f"{path}:{number}", needs_text, key)
        name = str(row[key])
        if name in seen:
            raise UsageError(f"{path}:{number}: {key} {name!r} stands in line {seen[name]} already")
        seen[name] = number
        yield row


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    opener: Any = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as handle:
            for number, line in enumerate(handle, start=1):
                if line.strip():
                    yield number, line
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text ({error.reason})") from error
    except (OSError, EOFError) as error:
        raise UsageError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def _parse(line: str, where: str, needs_text: bool, key: str) -> Row:
    row = _object(line, where)
    if not isinstance(row.get(key), str | int):
        raise UsageError(f"{where}: no {key}")
    if needs_text and not isinstance(row.get("text"), str):
        raise UsageError(f"{where}: no text (a string is wanted in the field 'text')")
    return row


def _pair(row: Row, where: str) -> Row:
    if not all(isinstance(row.get(key), str | int) for key in "ab"):
        raise UsageError(f"{where}: no pair of ids (the fields 'a' and 'b' are wanted)")
    return row


def _object(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: not a JSON object ({error})") from error
    if not isinstance(row, dict):
        raise UsageError(f"{where}: not a JSON object but {type(row).__name__}")
    return row


def _words(row: Row, key: str) -> str | None:
    value = row.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _day(row: Row, key: str) -> date | None:
    value = row.get(key)
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
