"""Actors: for each name that the gold asks about, the story-wide actor that it is linked to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quality.actors.gold import Cast, Marked, read_casts
from quality.rows import Row
from sayso.annotate import annotate_all
from sayso.link.actors import link_actors
from sayso.model import Actor, Annotation, Span


def predict_actors(source: Path) -> Iterator[Row]:
    """Return ``{"doc_id", "cluster"}`` for each marked name at which an actor was read.

    Of the gold only the texts and the places of the names are looked at.
    """
    for cast in read_casts(source):
        yield from _linked(cast)


def _linked(cast: Cast) -> Iterator[Row]:
    # Who is an actor is read before attributions are, so the rules will do for these.
    read = {a.article.id: a for a in annotate_all(cast.articles, fast=True)}
    of = {member: n for n, actor in enumerate(link_actors(list(read.values()))) for member in actor.members}
    for asked in cast.marked:
        annotation = read[cast.articles[asked.article].id]
        actor = meant(annotation, asked)
        if actor is not None:
            yield {"doc_id": asked.id, "cluster": f"{cast.name} {of[annotation.article.id, actor.id]}"}


def meant(annotation: Annotation, asked: Marked) -> Actor | None:
    """Return the actor with the mention that covers the marked name best."""
    found = [(_shared(m.span, asked.span), -a.id) for a in annotation.actors for m in a.mentions]
    best, number = max(found, default=(0.0, 0))
    return annotation.actors[-number] if best > 0 else None


def _shared(left: Span, right: Span) -> float:
    both = min(left.end, right.end) - max(left.start, right.start)
    return both / (len(left) + len(right) - both)
