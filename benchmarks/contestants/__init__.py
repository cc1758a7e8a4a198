"""Who runs in the bulk benchmark, one module each: ``ready()`` loads what is needed and returns what does the work.

Each runs in processes of its own, and only its own module is imported there, so that nobody pays for another's
imports in memory. To let another path run, add its module here and its aim to ``benchmarks.__main__.AIMS``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

Work = Callable[[Sequence[str]], int]


def ready(name: str) -> Work:
    """Return the work of a contestant on texts, with its models loaded; the work returns a count of what it made."""
    return cast(Work, import_module(f"benchmarks.contestants.{name}").ready())
