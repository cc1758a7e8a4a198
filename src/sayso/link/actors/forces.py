"""Which forces of different articles are one: an army is neither its troops nor a contingent of them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.data import people
from sayso.link.actors.bodies import american, state_words
from sayso.link.actors.entries import Entry
from sayso.link.actors.groups import Groups
from sayso.link.actors.verdict import Ground


def link_forces(entries: Sequence[Entry]) -> Groups:
    """Return forces in groups: named ones by name, others where state, noun and all other words agree."""
    groups = Groups(entries)
    first: dict[tuple[object, ...], Entry] = {}
    for entry in groups.entries:
        other = first.setdefault(force_key(entry), entry)
        same = entry.words == other.words
        groups.join(entry, other, Ground("same name") if same else Ground("force", more=entry.actor.speaks_for or ""))
    return groups


def force_key(entry: Entry) -> tuple[object, ...]:
    """A force of no known state is never joined. Troops and soldiers are the same, an army is neither."""
    state = entry.actor.speaks_for
    if state is None:
        return ("name", *(american().get(w, w) for w in entry.words)) if entry.named else ("alone", entry.member)
    words = [_singular(american().get(w, w)) for w in entry.words if w not in state_words(state) | {"'s", "s"}]
    head, kinds = (words or [""])[-1], {w for w in words[:-1] if w not in people.words("forces_plain")}
    if head == "force" and "armed" in kinds:
        return (state, "military", *sorted(kinds - {"armed"}))
    return (state, "troop" if head in people.words("forces_same") else head, *sorted(kinds))


def _singular(word: str) -> str:
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
