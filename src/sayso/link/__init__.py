"""Annotations -> Links: which articles derive from which, and which actors are the same."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.engine import Engine
from sayso.link.actors import link_actors
from sayso.link.copies import find_copies
from sayso.model import Annotation, Links

__all__ = ["link"]


def link(annotations: Sequence[Annotation], engine: Engine | None = None) -> Links:
    """Link annotated articles, by an engine or without the same; the order they are given in does not matter."""
    ordered = sorted(annotations, key=lambda a: a.article.id)
    return Links(copies=find_copies(ordered, engine), actors=link_actors(ordered))
