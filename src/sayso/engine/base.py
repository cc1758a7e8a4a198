"""What an engine does: take tables in, run an Ibis expression, give rows out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from types import TracebackType
from typing import Any, Self

from sayso.errors import EngineError

# An Ibis table expression. Ibis is optional, so nothing here is typed by it.
Relation = Any
Row = tuple[Any, ...]
# Columns by name, each with its Arrow type ("int64", "string" …) and its values; None is unknown.
Columns = Mapping[str, tuple[str, Iterable[Any]]]


class Engine(ABC):
    """Where relational steps run. The steps are functions from tables to a table and know of no engine.

    An engine is its own context manager; what it took in is gone when it is closed.
    """

    @abstractmethod
    def take(self, columns: Columns) -> Relation:
        """Take a table in and return it as an Ibis table."""

    @abstractmethod
    def rows(self, relation: Relation) -> list[Row]:
        """Run an Ibis expression over tables taken in and return its rows, in no set order."""

    @abstractmethod
    def close(self) -> None:
        """Give back memory and processes."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def columns(schema: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> Columns:
    """Return rows as columns; ``schema`` gives each column's name and Arrow type, in the order of a row."""
    made = list(rows)
    return {name: (kind, [row[k] for row in made]) for k, (name, kind) in enumerate(schema.items())}


def arrow(given: Columns) -> Any:
    """Return columns as a pyarrow table."""
    pa = import_module("pyarrow")
    made = {name: pa.array(values, type=kind) for name, (kind, values) in given.items()}
    return pa.table(made)


def listed(table: Any) -> list[Row]:
    """Return the rows of a pyarrow table."""
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def extra(module: str, name: str) -> Any:
    """Import a library of the optional extra ``name``. Raises EngineError where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise EngineError(f"the engine {name} is not installed: pip install 'sayso[{name}]'") from error
