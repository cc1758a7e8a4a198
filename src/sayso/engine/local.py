"""DuckDB, in memory and in this process."""

from __future__ import annotations

from itertools import count

from sayso.engine.base import Columns, Engine, Relation, Row, arrow, extra, listed


class Local(Engine):
    """An engine on DuckDB. Raises EngineError where the extra ``duckdb`` is not installed."""

    def __init__(self) -> None:
        extra("duckdb", "duckdb")
        self._ibis = extra("ibis", "duckdb").duckdb.connect()
        self._numbers = count()

    def take(self, columns: Columns) -> Relation:
        """Take a table in and return it as an Ibis table."""
        name = f"taken_{next(self._numbers)}"
        # Ibis's own way in writes SQL that newer releases of sqlglot spell wrongly.
        self._ibis.con.register(name, arrow(columns))
        return self._ibis.table(name)

    def rows(self, relation: Relation) -> list[Row]:
        """Run an Ibis expression over tables taken in and return its rows, in no set order."""
        return listed(self._ibis.to_pyarrow(relation))

    def close(self) -> None:
        """Forget all tables."""
        self._ibis.disconnect()
