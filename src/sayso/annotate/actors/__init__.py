"""Read who acts and speaks in one article: names, forces, groups, bodies and the pronouns for them."""

from __future__ import annotations

from sayso.annotate.actors.reading import read_actors

__all__ = ["read_actors"]
