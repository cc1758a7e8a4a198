"""Where accounts differ: each difference typed, each side with its words, sources and dates. None is ever decided."""

from __future__ import annotations

from sayso.compare.disagreements.find import find_disagreements

__all__ = ["find_disagreements"]
