"""What words mean, as numbers that can be compared: word-pieces, and one vector a passage."""

from __future__ import annotations

from sayso.meaning.vectors import Array, Vectors, cosine, shipped

__all__ = ["Array", "Vectors", "cosine", "shipped"]
