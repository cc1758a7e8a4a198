"""Where the relational steps of linking run: DuckDB in this process, or Spark on this machine or many.

Neither is needed: without an engine the same steps run in Python and give the same.
"""

from __future__ import annotations

from enum import StrEnum

from sayso.engine.base import Engine
from sayso.engine.local import Local
from sayso.engine.spark import LOCAL, Spark
from sayso.errors import EngineError

__all__ = ["LOCAL", "Engine", "EngineName", "open_engine"]


class EngineName(StrEnum):
    """The engines there are; each is an extra of the same name."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def open_engine(name: str, master: str = LOCAL) -> Engine:
    """Start an engine, "duckdb" or "spark"; ``master`` is Spark's, as in "spark://host:7077".

    Raises:
        EngineError: no such engine, its extra is not installed, Java is missing, or Spark does not start.

    """
    if name not in list(EngineName):
        raise EngineError(f'no engine is called "{name}": take one of {", ".join(EngineName)}')
    return Local() if name == EngineName.DUCKDB else Spark(master)
