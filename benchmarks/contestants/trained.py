"""sayso's annotation with the trained reader, as a brief makes it, parsing included."""

from __future__ import annotations

from benchmarks.contestants import Work
from benchmarks.contestants.fast import annotating
from sayso.annotate.attribution.trained import shipped


def ready() -> Work:
    """Load the parser and the network; the work is to annotate."""
    shipped()
    return annotating(fast=False)
