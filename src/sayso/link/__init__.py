"""Annotations -> Links: which articles derive from which, and which actors are the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.engine import Engine
from sayso.link.actors import link_actors
from sayso.link.copies import find_copies
from sayso.model import Annotation, Article, Copy, Links

__all__ = ["copies_among", "link", "link_story"]


def link(annotations: Sequence[Annotation], engine: Engine | None = None) -> Links:
    """Link annotated articles, by an engine or without the same; the order they are given in does not matter."""
    ordered = sorted(annotations, key=lambda a: a.article.id)
    return Links(copies=find_copies(ordered, engine), actors=link_actors(ordered))


def copies_among(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """Return the copies among the articles of a whole collection; what they cite is settled in ``link_story``."""
    return find_copies([Annotation(article) for article in sorted(articles, key=lambda a: a.id)])


def link_story(annotations: Sequence[Annotation], copies: Iterable[Copy]) -> Links:
    """Link the articles of one story of a collection, of whose ``copies`` those between two of them are kept.

    Whether one text derives from another is asked of the two alone, so each pair says the same as in the collection.
    """
    ordered = sorted(annotations, key=lambda a: a.article.id)
    by_id = {a.article.id: a for a in ordered}
    pairs = ((by_id[c.a], by_id[c.b]) for c in copies if c.a in by_id and c.b in by_id)
    return Links(copies=tuple(c for pair in pairs for c in find_copies(pair)), actors=link_actors(ordered))
