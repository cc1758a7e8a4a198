"""Annotations and links -> what holds between the articles of one story."""

from __future__ import annotations

from sayso.compare.changes import find_changes
from sayso.compare.compare import compare

__all__ = ["compare", "find_changes"]
