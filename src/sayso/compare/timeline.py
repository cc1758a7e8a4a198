"""Stub while it is being written."""

from __future__ import annotations

from sayso.compare.scene import Scene
from sayso.model import TimelineEntry


def build_timeline(scene: Scene) -> tuple[TimelineEntry, ...]:
    """Return nothing yet."""
    return ()
