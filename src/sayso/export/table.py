"""A sequence of flat frozen records that shows itself as a table and becomes a data frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from enum import Enum
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from sayso.errors import UsageError

if TYPE_CHECKING:
    import pandas
    import polars

Row = TypeVar("Row")

WIDTH, CELL, SHOWN, SHOWN_HTML = 110, 44, 10, 20


class Table(Sequence[Row], Generic[Row]):
    """Records of one class, as immutable as a tuple; a slice of a table is a table.

    >>> from sayso.export.records import SkippedRecord
    >>> Table("skipped", SkippedRecord, [SkippedRecord("a.bin", "binary file", "")])
    skipped: 1 row
    name   reason       advice
    a.bin  binary file
    """

    __slots__ = ("_kind", "_name", "_rows")

    def __init__(self, name: str, kind: type[Row], rows: Sequence[Row]) -> None:
        self._name, self._kind, self._rows = name, kind, tuple(rows)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the records' fields, those of most use first."""
        return tuple(f.name for f in fields(self._kind))  # type: ignore[arg-type]

    def rows(self) -> list[dict[str, Any]]:
        """Return a dictionary a record: strings, numbers, lists and None only, as JSON and data frames take them."""
        return [{name: _plain(getattr(row, name)) for name in self.columns} for row in self._rows]

    def to_pandas(self) -> pandas.DataFrame:
        """Return a pandas data frame. Raises UsageError where pandas is not installed."""
        frame: pandas.DataFrame = _extra("pandas").DataFrame(self.rows(), columns=list(self.columns))
        return frame

    def to_polars(self) -> polars.DataFrame:
        """Return a Polars data frame. Raises UsageError where Polars is not installed."""
        made = _extra("polars").DataFrame
        frame: polars.DataFrame = (
            made(self.rows(), infer_schema_length=None) if self._rows else made(schema=list(self.columns))
        )
        return frame

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Table[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Table[Row]:
        if isinstance(index, slice):
            return Table(self._name, self._kind, self._rows[index])
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and (self._kind, self._rows) == (other._kind, other._rows)

    def __hash__(self) -> int:
        return hash((self._kind, self._rows))

    def __repr__(self) -> str:
        grid = [self.columns, *(self._cells(row) for row in self._rows[:SHOWN])]
        widths = _fitting([max(map(len, column)) for column in zip(*grid, strict=True)])
        lines = ["  ".join(c.ljust(w) for c, w in zip(cells, widths, strict=False)).rstrip() for cells in grid]
        return "\n".join([self._head(), *(lines if self._rows else []), *self._left(SHOWN)])

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in self._cells(row))}</tr>"
            for row in self._rows[:SHOWN_HTML]
        )
        notes = "".join(f"<p>{escape(line)}</p>" for line in self._left(SHOWN_HTML))
        return f"<p>{escape(self._head())}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{notes}"

    def _head(self) -> str:
        return f"{self._name}: {len(self)} row{'' if len(self) == 1 else 's'}"

    def _left(self, shown: int) -> list[str]:
        return [f"… {len(self) - shown} more"] if len(self) > shown else []

    def _cells(self, row: Row) -> tuple[str, ...]:
        return tuple(_cell(getattr(row, name)) for name in self.columns)


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return [_plain(v) for v in value] if isinstance(value, tuple) else value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.6g}" if abs(value) < 1 else f"{value:,.10g}"
    shown = ", ".join(map(_cell, value)) if isinstance(value, tuple) else str(_plain(value))
    flat = " ".join(shown.split())
    return flat if len(flat) <= CELL else flat[: CELL - 1] + "…"


def _fitting(widths: Sequence[int]) -> list[int]:
    """Return the widths of as many columns, from the first, as fit a line."""
    kept: list[int] = []
    for width in widths:
        if kept and sum(kept) + 2 * len(kept) + width > WIDTH:
            break
        kept.append(width)
    return kept


def _extra(name: str) -> Any:
    """Import an optional library only when it is asked for: sayso itself does without it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(f"to_{name}() needs {name}: pip install 'sayso[{name}]'") from error
