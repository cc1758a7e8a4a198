"""Read quantities: value or interval, bound, unit, what is counted, place, time, and who says it."""

from __future__ import annotations

from sayso.annotate.figures.read import read_figures

__all__ = ["read_figures"]
