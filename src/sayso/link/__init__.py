"""Annotations -> Links: which articles derive from which, and which actors are the same."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.link.actors import link_actors
from sayso.link.copies import find_copies
from sayso.model import Annotation, Links

__all__ = ["link"]


def link(annotations: Sequence[Annotation]) -> Links:
    """Link annotated articles; the order in which they are given does not matter."""
    ordered = sorted(annotations, key=lambda a: a.article.id)
    return Links(copies=find_copies(ordered), actors=link_actors(ordered))
