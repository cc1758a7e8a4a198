"""Engines that really run: DuckDB in this process, and Spark on two cores of this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from sayso.engine import Engine, EngineName, open_engine

NEEDED = {EngineName.DUCKDB: "duckdb", EngineName.SPARK: "pyspark"}
# A Java that is about to end again need not compile everything as well as it can: half the time of these tests.
os.environ.setdefault("PYSPARK_SUBMIT_ARGS", '--driver-java-options "-XX:TieredStopAtLevel=1" pyspark-shell')


def why_not(name: EngineName) -> str | None:
    """Return why an engine cannot run here, in words."""
    for module in ("ibis", NEEDED[name]):
        if find_spec(module) is None:
            return f"{module} is not installed: `make test` installs it"
    if name is EngineName.SPARK and not _java():
        return "Spark needs Java 17, and there is no java on the path nor under JAVA_HOME"
    return None


def _java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return (Path(home) / "bin" / "java").is_file() if home else shutil.which("java") is not None


@pytest.fixture(scope="session", params=list(EngineName))
def name(request: pytest.FixtureRequest) -> EngineName:
    """Return the name of each engine that can run here; the others are skipped, with the reason."""
    given = EngineName(request.param)
    if reason := why_not(given):
        pytest.skip(reason)
    return given


@pytest.fixture(scope="session")
def engine(name: EngineName) -> Iterator[Engine]:
    """Start the engine once for all tests."""
    with open_engine(name, "local[2]") as opened:
        yield opened
