"""Which articles are about the same story."""

from __future__ import annotations

from sayso.link.stories.grouping import Grouping, group_stories

__all__ = ["Grouping", "group_stories"]
