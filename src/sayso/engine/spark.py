"""Spark, on this machine or on the machines of a master; wants Java 17 or newer."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO, Any

from sayso.engine.base import Columns, Engine, Relation, Row, arrow, extra, listed
from sayso.errors import EngineError

# All cores of this machine.
LOCAL = "local[*]"
# Nothing is shown in a browser, and a run on one machine is not reached from outside.
SETTINGS = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
ALONE = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
# What Java puts before what is wrong: a thread, and the class of the exception.
CLASS = re.compile(r'^(Exception in thread "[^"]*" )?([\w.$]+(Exception|Error): )?')
JAVA = "Spark needs Java 17 or newer: install it (Debian: openjdk-17-jre-headless) or set JAVA_HOME"


class Spark(Engine):
    """An engine on Spark. A session that runs already in this process is used as it is, and left running.

    Raises EngineError where the extra ``spark`` is not installed, Java is missing, or Spark does not start.
    """

    def __init__(self, master: str = LOCAL) -> None:
        sessions = extra("pyspark.sql", "spark").SparkSession
        ibis = extra("ibis", "spark")
        running = sessions.getActiveSession()
        self._session = running or _start(sessions.builder, master)
        self._ours = running is None
        self._ibis = ibis.pyspark.connect(self._session)
        self._taken: list[str] = []
        self._numbers = count()

    def take(self, columns: Columns) -> Relation:
        """Take a table in and return it as an Ibis table."""
        name = f"sayso_{id(self)}_{next(self._numbers)}"
        self._session.createDataFrame(arrow(columns)).createOrReplaceTempView(name)
        self._taken.append(name)
        return self._ibis.table(name)

    def rows(self, relation: Relation) -> list[Row]:
        """Run an Ibis expression over tables taken in and return its rows, in no set order."""
        return listed(self._session.sql(self._ibis.compile(relation)).toArrow())

    def close(self) -> None:
        """Drop what was taken in, and stop Spark where it was started here."""
        for name in self._taken:
            self._session.catalog.dropTempView(name)
        if self._ours:
            self._session.stop()


def _start(builder: Any, master: str) -> Any:
    if not _java():
        raise EngineError(JAVA)
    # Workers run the Python that we run in, not whichever is first on the path.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    local = master.startswith("local")
    settings = SETTINGS | (ALONE if local else {})
    with _hushed() as said:
        try:
            session = builder.master(master).appName("sayso").config(map=settings).getOrCreate()
        except Exception as error:  # py4j and pyspark raise many kinds, from a Java that is too old to a bad master
            raise EngineError(f"Spark does not start on {master}: {_reason(error, said)}") from error
    if local:
        # By default 200 parts, of which one machine with small tables has no use.
        session.conf.set("spark.sql.shuffle.partitions", session.sparkContext.defaultParallelism)
    return session


def _java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return (Path(home) / "bin" / "java").is_file() if home else shutil.which("java") is not None


@contextmanager
def _hushed() -> Iterator[IO[bytes]]:
    """Keep what Java says on standard error, for as long as it runs, in a file: a complaint is to be one line."""
    sys.stderr.flush()
    with tempfile.TemporaryFile() as said:
        kept = os.dup(2)
        os.dup2(said.fileno(), 2)
        try:
            yield said
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def _reason(error: Exception, said: IO[bytes]) -> str:
    """Return the line that says why: Java's own where it ended, else the error's first."""
    said.seek(0)
    lines = [line.strip() for line in said.read().decode("utf-8", "replace").splitlines()]
    causes = [line for line in lines if "Error" in line or "Exception" in line]
    first = (causes or [str(error).strip()])[0].split("\n")[0]
    return CLASS.sub("", first) or type(error).__name__
