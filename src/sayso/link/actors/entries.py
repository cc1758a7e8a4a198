"""An actor of one article as the linker sees it: its folded words, and what its mentions tell."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.data import people
from sayso.model import Actor, Annotation

PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor of one article. ``named`` is False for who is only described ("a resident").

    A body whose description holds a name ("Chadian health ministry") counts as named.
    """

    article: str
    actor: Actor
    words: tuple[str, ...]
    named: bool
    gender: str | None

    @property
    def member(self) -> tuple[str, int]:
        """Article id and actor id."""
        return self.article, self.actor.id


def entries_of(annotation: Annotation) -> list[Entry]:
    """Return an entry for each actor of the article."""
    return [_entry(annotation.article.id, actor) for actor in annotation.actors]


def _entry(article: str, actor: Actor) -> Entry:
    named = any(m.kind in ("name", "adjectival") for m in actor.mentions)
    named = named or (actor.type == "organisation" and actor.name[:1].isupper())
    words = people.fold(actor.name).split()
    while len(words) > 1 and (words[-1] in people.words("suffixes") or words[0] == "the"):
        words = words[1:] if words[0] == "the" else words[:-1]
    return Entry(article, actor, tuple(words), named, _gender(actor) if actor.type == "person" else None)


def _gender(actor: Actor) -> str | None:
    """Read the gender off titles, else pronouns, else the given name; None where they do not tell."""
    known, given = people.genders(), people.fold(actor.name).split()
    titles = {known.get(people.fold(m.span.text).split()[0]) for m in actor.mentions if m.kind == "name"}
    pronouns = {PRONOUNS.get(m.span.text.lower()) for m in actor.mentions if m.kind == "pronoun"}
    names = {known.get(given[0])} if len(given) > 1 else set()
    for told in (titles - {None}, names - {None}, pronouns - {None}):
        if len(told) == 1:
            return next(iter(told))
    return None
