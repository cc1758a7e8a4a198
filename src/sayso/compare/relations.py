"""Stub while it is being written."""

from __future__ import annotations

from sayso.compare.scene import Scene
from sayso.model import StoryRelation


def merge_relations(scene: Scene) -> tuple[StoryRelation, ...]:
    """Return nothing yet."""
    return ()
