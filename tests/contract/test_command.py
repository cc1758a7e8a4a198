"""``sayso stories --engine``: the same to the byte, and one line where an engine cannot be had."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.annotate import annotate_all
from sayso.cli import main
from sayso.engine import Engine, EngineName, open_engine
from sayso.errors import EngineError
from sayso.link import link
from tests.contract.conftest import why_not
from tests.contract.samples import ROOT, STORIES, bulk, examples

FOLDERS = [str(ROOT / "examples" / name) for name in STORIES]
spark = pytest.mark.skipif(bool(why_not(EngineName.SPARK)), reason=why_not(EngineName.SPARK) or "")


@pytest.mark.parametrize("shape", ["text", "json"])
def test_the_stories_are_the_same_to_the_byte(
    engine: Engine, name: EngineName, capsys: pytest.CaptureFixture[str], shape: str
) -> None:
    assert main(["stories", *FOLDERS, "--full", "--format", shape]) == 0
    python = capsys.readouterr()
    assert main(["stories", *FOLDERS, "--full", "--format", shape, "--engine", name]) == 0
    assert capsys.readouterr() == python
    assert python.out


def test_from_python_too(engine: Engine) -> None:
    assert sayso.group(*FOLDERS, engine=engine) == sayso.group(*FOLDERS)


def test_links_are_the_same(engine: Engine) -> None:
    articles = (*examples(), *bulk()[:20])
    annotations = list(annotate_all(articles, lambda article, problem: None, fast=True))
    assert link(annotations, engine) == link(annotations)


def test_a_closed_engine_leaves_another_ones_tables_alone(engine: Engine, name: EngineName) -> None:
    kept = engine.take({"number": ("int64", [1, 2, None]), "word": ("string", ["é", None, "船"])})
    with open_engine(name, "local[2]") as other:
        other.take({"number": ("int64", [3])})
    assert sorted(engine.rows(kept), key=str) == [(1, "é"), (2, None), (None, "船")]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso", "stories", *FOLDERS, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=os.environ | environment, check=False
    )


@spark
def test_a_run_on_spark_of_its_own_says_nothing_but_the_stories() -> None:
    found, python = run("--engine", "spark", "--master", "local[2]"), run()
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == python.stdout != ""


@spark
@pytest.mark.parametrize(
    ("script", "said"),
    [
        (None, "Spark needs Java 17 or newer: install it (Debian: openjdk-17-jre-headless) or set JAVA_HOME"),
        ("echo 'Error: no class of this version' >&2; exit 1", "local[*]: Error: no class of this version"),
    ],
    ids=["no Java", "a Java that fails"],
)
def test_without_a_java_that_works_one_line_says_what_to_do(tmp_path: Path, script: str | None, said: str) -> None:
    if script:
        java = tmp_path / "bin" / "java"
        java.parent.mkdir()
        java.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        java.chmod(0o755)
    found = run("--engine", "spark", JAVA_HOME=str(tmp_path))
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith("sayso: Spark ") and found.stderr.endswith(f"{said}\n")
    assert found.stderr.count("\n") == 1


@spark
def test_a_master_that_is_none_is_one_line_too() -> None:
    found = run("--engine", "spark", "--master", "nowhere")
    assert found.returncode == 2 and found.stderr.count("\n") == 1
    assert found.stderr.startswith("sayso: Spark does not start on nowhere: Master must ")


@pytest.mark.parametrize(("name", "module"), [("duckdb", "duckdb"), ("spark", "pyspark.sql")])
def test_an_engine_that_is_not_installed_says_how_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert main(["stories", *FOLDERS, "--engine", name]) == 2
    assert capsys.readouterr().err == f"sayso: the engine {name} is not installed: pip install 'sayso[{name}]'\n"


def test_a_name_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EngineError, match='no engine is called "flink": take one of duckdb, spark'):
        open_engine("flink")
    assert main(["stories", *FOLDERS, "--engine", "flink"]) == 2
    assert "'flink' is not one of 'duckdb', 'spark'" in capsys.readouterr().err
