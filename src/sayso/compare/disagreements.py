"""Stub while it is being written."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.compare.scene import Scene
from sayso.model import Account, Disagreement, Series


def find_disagreements(scene: Scene, accounts: Sequence[Account], series: Sequence[Series]) -> tuple[Disagreement, ...]:
    """Return nothing yet."""
    return ()
