"""Read time expressions."""

from __future__ import annotations

from sayso.annotate.times.read import read_times

__all__ = ["read_times"]
