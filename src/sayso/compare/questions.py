"""Stub while it is being written."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.compare.scene import Scene
from sayso.model import Account, Question


def find_questions(scene: Scene, accounts: Sequence[Account]) -> tuple[Question, ...]:
    """Return nothing yet."""
    return ()
