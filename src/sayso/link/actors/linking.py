"""Link the actors of all articles under one name each.

Names decide, never likeness of context: a link is made where the names can only be read as the same, so that a
reader sees why. What stays apart here, a review can join.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sayso.link.actors.bodies import link_bodies
from sayso.link.actors.entries import Entry, entries_of
from sayso.link.actors.forces import link_forces
from sayso.link.actors.groups import Groups
from sayso.link.actors.persons import link_persons
from sayso.model import ActorLink, Annotation, StoryActor

LINKERS: dict[str, Callable[[Sequence[Entry]], Groups]] = {
    "person": link_persons,
    "organisation": link_bodies,
    "state": link_bodies,
    "place": link_bodies,
    "group": link_bodies,
    "force": link_forces,
}


def link_actors(annotations: Sequence[Annotation]) -> tuple[StoryActor, ...]:
    """Return the actors of all articles, the most mentioned first; the order of the articles does not matter.

    Unnamed groups and people stay one to an article. Nameless forces are joined where state and kind agree.
    """
    entries = settled_entries(annotations)
    found: list[StoryActor] = []
    for type_, linker in LINKERS.items():
        groups = linker([e for e in entries if e.actor.type == type_])
        found += [_story_actor(group, links) for group, links in groups.all()]
    return tuple(sorted(found, key=lambda s: (-s.mentions, s.name, s.type, s.members)))


def settled_entries(annotations: Sequence[Annotation]) -> list[Entry]:
    """Return the actors of all articles as the linkers see them, in a fixed order."""
    return _settle_types(sorted((e for a in annotations for e in entries_of(a)), key=lambda e: e.member))


def _settle_types(entries: list[Entry]) -> list[Entry]:
    """Give one name one type in the whole story: that of most mentions, for articles are read one by one."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for e in entries:
        if e.named:
            votes.setdefault(e.words, Counter())[e.actor.type] += len(e.actor.mentions)
    best = {words: max(sorted(types), key=lambda t: types[t]) for words, types in votes.items() if len(types) > 1}
    best = {words: type_ for words, type_ in best.items() if "state" not in votes[words]}
    return [
        replace(e, actor=replace(e.actor, type=best[e.words])) if e.named and e.words in best else e for e in entries
    ]


def _story_actor(group: list[Entry], links: tuple[ActorLink, ...]) -> StoryActor:
    actors = [e.actor for e in group]
    return StoryActor(
        name=_name(group),
        type=actors[0].type,
        speaks_for=_most((a.speaks_for, len(a.mentions)) for a in actors),
        members=tuple(e.member for e in group),
        mentions=sum(len(a.mentions) for a in actors),
        role=_most((a.role, 1) for a in actors),
        links=links,
    )


def _name(group: list[Entry]) -> str:
    """Full names before single ones and initials, then the most used, then the shortest."""
    uses: Counter[str] = Counter()
    for e in group:
        uses[e.actor.name] += len(e.actor.mentions)
    return min(uses, key=lambda n: (" " not in n, -uses[n], len(n), n))


def _most(values: Iterable[tuple[str | None, int]]) -> str | None:
    counts: Counter[str] = Counter()
    for value, weight in values:
        if value is not None:
            counts[value] += weight
    return min(counts, key=lambda v: (-counts[v], -len(v), v)) if counts else None
