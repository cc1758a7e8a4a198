"""An actor of one article as the linker sees it: its folded words, and what its mentions tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.data import people
from sayso.model import Actor, Annotation

PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
# "Abdel Rahman", "Abd al-Rahman": one given name of two words.
SERVANT = re.compile(r"\b([Aa]bd)[- ]?([aeu][lrnszd])[- ](?=\w)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor of one article. ``named`` is False for who is only described ("a resident").

    A body whose description holds a name ("Chadian health ministry") counts as named. ``words`` are those of the
    name without articles; ``generation`` is "jr", "iii" …, "" where the name has none.
    """

    article: str
    actor: Actor
    words: tuple[str, ...]
    named: bool
    gender: str | None
    generation: str = ""

    @property
    def member(self) -> tuple[str, int]:
        """Article id and actor id."""
        return self.article, self.actor.id

    @property
    def name(self) -> str:
        """The name as the article has it."""
        return self.actor.name


def entries_of(annotation: Annotation) -> list[Entry]:
    """Return an entry for each actor of the article."""
    return [_entry(annotation.article.id, actor) for actor in annotation.actors]


def _entry(article: str, actor: Actor) -> Entry:
    named = any(m.kind in ("name", "adjectival") for m in actor.mentions)
    named = named or (actor.type == "organisation" and (actor.name[:1].isupper() or _only_one(actor)))
    if actor.type == "person":
        words, generation = person_words(actor.name)
        return Entry(article, actor, words, named, _gender(actor), generation)
    return Entry(article, actor, _without_ends(people.fold(actor.name).split()), named, None)


def _only_one(actor: Actor) -> bool:
    """Whether it is a body of which its state has one ("the embassy" of Chad)."""
    last = people.fold(actor.name).split()[-1:]
    return actor.speaks_for is not None and bool(people.words("one_of_a_state") & set(last))


def person_words(name: str) -> tuple[tuple[str, ...], str]:
    """Return a person's names, folded, without Arabic articles and what follows a name; and the generation.

    >>> person_words("Mohammed al-Hariri Jr.")
    (('mohammed', 'hariri'), 'jr')
    """
    joined = SERVANT.sub(r"\1\2", name)
    words = _without_ends(people.fold(_without_articles(joined)).split())
    last = people.fold(name).replace(",", "").split()[-1:]
    generation = last[0] if len(words) and last and last[0] in people.words("generations") else ""
    return words, {"junior": "jr", "senior": "sr"}.get(generation, generation)


def _without_articles(name: str) -> str:
    """Leave out the article of "al-Hariri" and "Mohamed Al Hariri", but not the "Al" of "Al Gore"."""
    parts = re.split(r"[- ]", name)
    marks = [*re.findall(r"[- ]", name), ""]
    kept = ""
    for place, (part, mark) in enumerate(zip(parts, marks, strict=True)):
        article = part.lower() in people.words("arabic_articles") and place + 1 < len(parts)
        article = article and (mark == "-" or part.islower() or (place > 0 and part.lower() in ("al", "el")))
        kept += "" if article else part + mark
    return kept


def _without_ends(words: list[str]) -> tuple[str, ...]:
    words = [w.strip(",") for w in words]
    while len(words) > 1 and (words[-1] in people.words("suffixes") or words[0] == "the"):
        words = words[1:] if words[0] == "the" else words[:-1]
    return tuple(words)


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
