"""Article -> Annotation: what one article says, and on whose say-so. Pure and parallel; never sees another article."""

from __future__ import annotations

from sayso.annotate.reader import annotate, annotate_all

__all__ = ["annotate", "annotate_all"]
