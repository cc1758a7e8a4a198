"""Which named sources speak for one institution, so that two of its voices are not taken for two origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.compare.scene import Scene
from sayso.data.people import words
from sayso.model import ClaimRef, StoryActor


def institutions(keys: Iterable[str], actors: Mapping[str, StoryActor]) -> list[tuple[str, ...]]:
    """Group the keys of named sources (``Who.key``) by the institution they are known to speak for.

    A person whose institution is not known stands alone. Names of which one ends with the other ("the national
    seismological institute", "the seismological institute") are not shown to be of two.
    """
    named = sorted(set(keys))
    labels = {key: _labels(key, actors.get(key), named) for key in named}
    groups: list[tuple[set[str], list[str]]] = []
    for key in named:
        touching = [g for g in groups if g[0] & labels[key]]
        merged = (labels[key].union(*(g[0] for g in touching)), [k for g in touching for k in g[1]] + [key])
        groups = [*(g for g in groups if g not in touching), merged]
    return sorted(tuple(sorted(members)) for _, members in groups)


def sources(scene: Scene, refs: Iterable[ClaimRef]) -> Mapping[str, StoryActor]:
    """Return the actors behind the attributions of claims, by the key that they carry as sources."""
    found: dict[str, StoryActor] = {}
    for ref in refs:
        at = scene.claim(ref).attribution
        for actor in scene.by_article[ref.article].attributions[at].actors if at is not None else ():
            known = scene.actor(ref.article, actor)
            if known:
                found[f"actor:{known.name.casefold()}"] = known
    return found


def floating(group: Iterable[str], actors: Mapping[str, StoryActor]) -> bool:
    """Whether the group is one person of whom nothing says for whom he or she speaks."""
    found = [actors.get(key) for key in group]
    return len(found) == 1 and found[0] is not None and found[0].type == "person" and not found[0].speaks_for


def is_institution(name: str) -> bool:
    """Whether a name says that it is a body, and not one of the press: "the Health Ministry", not "Herald News"."""
    said = set(name.casefold().split())
    return bool(said & (words("bodies") | words("organisation_names"))) and not said & words("press")


def _labels(key: str, actor: StoryActor | None, others: Iterable[str]) -> set[str]:
    name = _bare(key)
    ends = {n for n in map(_bare, others) if name.endswith(f" {n}")}
    if actor is None:
        return {name, *ends}
    role = f" {(actor.role or '').casefold()} "
    served = {n for n in map(_bare, others) if f" {n} " in role}
    return {name, *ends, *served, *((actor.speaks_for.casefold(),) if actor.speaks_for else ())}


def _bare(key: str) -> str:
    return key.partition(":")[2].removeprefix("the ")
