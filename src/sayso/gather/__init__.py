"""Gather: from files, folders and standard input to articles."""

from __future__ import annotations

from sayso.gather.gather import gather

__all__ = ["gather"]
