"""Which states, bodies, forces and places of different articles are one: by name, alias, initials or short form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sayso.data import people
from sayso.data.states import aliases, known_names
from sayso.link.actors.entries import Entry
from sayso.link.actors.groups import Groups

SMALL = frozenset(("of", "the", "and", "for", "&", "on", "in", "de"))


def link_bodies(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the entries in groups that are one body each; what has no name stays alone."""
    groups = Groups(entries)
    by_key: dict[str, Entry] = {}
    by_short: dict[str, list[Entry]] = defaultdict(list)
    named = [e for e in groups.entries if e.named]
    for entry in named:
        first = by_key.setdefault(_key(entry), entry)
        groups.join(entry, first)
        for short in _shorts(entry) if first is entry else ():
            by_short[short].append(entry)
    for key, entry in by_key.items():
        owners = {groups.root(o.member): o for o in by_short.get(key, ()) if o.member != entry.member}
        if len(owners) == 1:
            groups.join(entry, next(iter(owners.values())))
    return groups.all()


def link_forces(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return forces in groups: named ones by name, others where state, noun and all other words agree."""
    groups = Groups(entries)
    first: dict[tuple[object, ...], Entry] = {}
    for entry in groups.entries:
        key = ("name", _key(entry)) if entry.named else _force_key(entry)
        groups.join(entry, first.setdefault(key, entry))
    return groups.all()


def _key(entry: Entry) -> str:
    name = " ".join(entry.words)
    return people.fold(aliases().get(name, name))


def _shorts(entry: Entry) -> list[str]:
    """Return initials and short forms: "Atlas Mining Corp" is "Atlas Mining", "AMC"."""
    words = _key(entry).split()
    if len(words) < 2:
        return []
    initials = "".join(w[0] for w in words if w not in SMALL)
    names = [initials] if len(initials) > 1 else []
    closing = people.words("company_names")
    while len(words) > 1 and words[-1] in closing:
        words = words[:-1]
        names.append(" ".join(words))
    return names


def _force_key(entry: Entry) -> tuple[object, ...]:
    """A force of no known state is never joined. Troops and soldiers are the same, an army is neither."""
    state = entry.actor.speaks_for
    if state is None:
        return ("alone", entry.member)
    words = [_singular(w) for w in entry.words if w not in _state_words(state) and w not in ("'s", "s")]
    head, kinds = (words or [""])[-1], {w for w in words[:-1] if w not in people.words("forces_plain")}
    if head == "force" and "armed" in kinds:
        return (state, "military", *sorted(kinds - {"armed"}))
    return (state, "troop" if head in people.words("forces_same") else head, *sorted(kinds))


def _singular(word: str) -> str:
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=512)
def _state_words(state: str) -> frozenset[str]:
    """Return the folded words that name the state, also with "'s"."""
    names = [k for found in known_names().values() for k in found if k.name == state]
    words = {part for k in names for word in k.words for part in people.fold(word).split()}
    words |= set(people.fold(state).split())
    return frozenset(words | {f"{w}'s" for w in words} | {f"{w}'" for w in words})
