"""Read the data files that stand beside this module: tables (TSV) and TOML."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.errors import SaysoError


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``name``.tsv, cells stripped of blanks; blank lines and lines that start with # are left out.

    Raises:
        SaysoError: there is no such file.
    """
    lines = _text(f"{name}.tsv").splitlines()
    return tuple(tuple(c.strip() for c in line.split("\t")) for line in lines if line.strip() and line[0] != "#")


@cache
def toml(name: str) -> dict[str, Any]:
    """Return ``name``.toml as read; do not change the dictionary, it is shared.

    Raises:
        SaysoError: there is no such file.
    """
    return tomllib.loads(_text(f"{name}.toml"))


def _text(filename: str) -> str:
    try:
        return files("sayso.data").joinpath(filename).read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise SaysoError(f"sayso's data file {filename} is missing; install sayso again") from missing
