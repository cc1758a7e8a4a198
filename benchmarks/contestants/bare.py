"""The baseline: spaCy's pipeline as it is shipped."""

from __future__ import annotations

from benchmarks.bare import load, parse
from benchmarks.contestants import Work


def ready() -> Work:
    """Load the model; the work is to parse."""
    nlp = load()
    return lambda texts: parse(nlp, texts)
