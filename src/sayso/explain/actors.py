"""Why names of several articles are held to be one actor, and why others are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.annotate.reader import annotate_all
from sayso.data import people
from sayso.errors import UsageError
from sayso.link.actors.apart import related, why_apart
from sayso.link.actors.entries import Entry
from sayso.link.actors.linking import link_actors, settled_entries
from sayso.model import ActorLink, Annotation, Article, StoryActor

Member = tuple[str, int]
APART = 8  # actors kept apart that are shown
OFFERED = 8  # names that are offered where one is not found


@dataclass(frozen=True, slots=True)
class Apart:
    """Another actor of the story that could be taken for this one, and why it is not."""

    name: str
    type: str
    reason: str


@dataclass(frozen=True, slots=True)
class ActorExplained:
    """One actor: the names it goes by with the articles that use them, what links them, and who is kept apart."""

    actor: StoryActor
    names: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[tuple[str, str, str], ...]
    apart: tuple[Apart, ...]


@dataclass(frozen=True)
class Cast:
    """The actors of several articles, linked, and how the linker saw each of them."""

    annotations: tuple[Annotation, ...]

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Cast:
        """Read the articles and link their actors. Who is an actor does not hang on how attributions are read."""
        return cls(tuple(annotate_all(list(articles), fast=True)))

    @cached_property
    def actors(self) -> tuple[StoryActor, ...]:
        """The actors of all articles."""
        return link_actors(self.annotations)

    @cached_property
    def _entries(self) -> Mapping[Member, Entry]:
        return {e.member: e for e in settled_entries(self.annotations)}

    @cached_property
    def _articles(self) -> Mapping[str, str]:
        return {a.article.id: a.article.name for a in self.annotations}

    def entries(self, actor: StoryActor) -> list[Entry]:
        """Return the members of an actor as the linker saw them."""
        return [self._entries[member] for member in actor.members]

    def find(self, name: str) -> list[StoryActor]:
        """Return the actors that go by ``name``: as an article has it, else those with all its words.

        Raises:
            UsageError: nobody does; the message offers names that are near.
        """
        wanted = people.fold(name)
        exact = [a for a in self.actors if wanted in self._called(a)]
        words = set(wanted.split())
        found = exact or [a for a in self.actors if words and any(words <= set(n.split()) for n in self._called(a))]
        if not found:
            near = [a.name for a in self.actors if any(words & set(n.split()) for n in self._called(a))]
            listed = ", ".join((near or [a.name for a in self.actors])[:OFFERED]) or "nobody"
            raise UsageError(f'no actor is called "{name}" here; there are {listed}')
        return found

    def _called(self, actor: StoryActor) -> set[str]:
        names = {people.fold(e.name) for e in self.entries(actor)} | {people.fold(actor.name)}
        return names | {n.removeprefix("the ") for n in names}

    def explained(self, actor: StoryActor) -> ActorExplained:
        """Return why the actor's names are one, and who is kept apart from it."""
        own = self.entries(actor)
        names: dict[str, dict[str, None]] = {}
        for e in sorted(own, key=lambda e: self._articles[e.article]):
            names.setdefault(e.name, {})[self._articles[e.article]] = None
        others = [a for a in self.actors if a is not actor and related(own, self.entries(a))]
        apart = (Apart(a.name, a.type, self.apart(actor, a)) for a in others[:APART])
        listed = tuple((name, tuple(articles)) for name, articles in sorted(names.items()))
        return ActorExplained(actor, listed, tuple(sorted(map(self._link, actor.links))), tuple(apart))

    def apart(self, left: StoryActor, right: StoryActor) -> str:
        """Return why two actors are two."""
        return why_apart(self.entries(left), self.entries(right)).says()

    def _link(self, link: ActorLink) -> tuple[str, str, str]:
        first, second = sorted((link.left, link.right), key=lambda m: (self._articles[m[0]], m))
        return self._shown(first), self._shown(second), link.reason

    def _shown(self, member: Member) -> str:
        entry = self._entries[member]
        return f"“{entry.name}” ({self._articles[entry.article]})"


def explain_actors(articles: Sequence[Article], names: Sequence[str]) -> tuple[list[ActorExplained], list[str]]:
    """Explain who goes by ``names``; for two or more names also say of each two whether they are one, and why.

    Raises:
        UsageError: a name that nobody goes by.
    """
    cast = Cast.of(articles)
    found = {name: cast.find(name) for name in names}
    actors = list({id(a): a for given in found.values() for a in given}.values())
    return [cast.explained(a) for a in actors], list(_pairs(cast, found))


def _pairs(cast: Cast, found: Mapping[str, list[StoryActor]]) -> Iterable[str]:
    names = list(found)
    for i, left in enumerate(names):
        for right in names[i + 1 :]:
            for a in found[left]:
                for b in found[right]:
                    one = "one actor" if a is b else f"two actors: {cast.apart(a, b)}"
                    yield f"“{left}” ({a.name}) and “{right}” ({b.name}): {one}"
