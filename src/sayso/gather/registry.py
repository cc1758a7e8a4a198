"""Which module reads which kind of file.

Modules are loaded when the first file of their kind turns up: the library that reads HTML costs a quarter of a
second at every start of ``sayso``, also when there is no HTML to read.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from sayso.data.loading import table
from sayso.gather.draft import Reader


def endings() -> dict[str, str]:
    """Return ending -> name of the module that reads it."""
    return {row[0]: row[1] for row in table("readers")}


def known_endings() -> str:
    """Return the endings that are read, for messages."""
    return " ".join(endings())


def reader(kind: str) -> Reader:
    """Return the ``read`` function of the module ``kind``: one of the names in data/readers.tsv."""
    return cast(Reader, import_module(f"sayso.gather.{kind}").read)
