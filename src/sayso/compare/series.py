"""Stub while it is being written."""

from __future__ import annotations

from sayso.compare.scene import Scene
from sayso.model import Series


def build_series(scene: Scene) -> tuple[Series, ...]:
    """Return nothing yet."""
    return ()
