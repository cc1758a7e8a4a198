"""Annotations and links -> what holds between the articles of one story."""

from __future__ import annotations

from sayso.compare.compare import compare

__all__ = ["compare"]
