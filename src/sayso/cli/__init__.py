"""The command line: ``sayso brief`` and ``sayso verify``."""

from __future__ import annotations

from sayso.cli.app import app, main

__all__ = ["app", "main"]
