"""Which states, bodies and places of different articles are one: by name, alias, initials or short form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.data import people
from sayso.data.loading import table
from sayso.data.states import aliases, known_names
from sayso.link.actors.entries import Entry
from sayso.link.actors.groups import Groups
from sayso.link.actors.verdict import Ground

SMALL = frozenset(("of", "the", "and", "for", "&", "on", "in", "de"))


def link_bodies(entries: Sequence[Entry]) -> Groups:
    """Return the entries in groups that are one body each; what has no name stays alone."""
    groups = Groups(entries)
    by_key: dict[str, list[Entry]] = defaultdict(list)
    for entry in groups.entries:
        if entry.named:
            by_key[key_of(entry)].append(entry)
    for same in by_key.values():
        _join_same(groups, same)
    _join_short(groups, by_key)
    return groups


def _join_same(groups: Groups, entries: Sequence[Entry]) -> None:
    """Join what has one name; two states' ministries of that name stay two, and those of no state are then nobody's."""
    states = {state_of(e) for e in entries} - {None}
    first: dict[str | None, Entry] = {}
    for entry in entries:
        owner = state_of(entry) if len(states) > 1 else None
        if len(states) > 1 and owner is None and is_public(entry):
            continue
        other = first.setdefault(owner, entry)
        groups.join(entry, other, _why_same(other, entry))


def _why_same(left: Entry, right: Entry) -> Ground:
    state = state_of(left) or state_of(right) or ""
    if people.words("one_of_a_state") & {left.words[-1], right.words[-1]} and state:
        return Ground("one of a state", left.words[-1], more=state)
    if left.words == right.words:
        return Ground("same name")
    if {_plain(left), _plain(right)} & aliases().keys():
        return Ground("known name", left.name, right.name)
    if state_of(left) != state_of(right) or (is_public(left) and bool(_state_in(left)) != bool(_state_in(right))):
        return (
            Ground("only body", key_of(left))
            if None in (state_of(left), state_of(right))
            else Ground("of state", more=state)
        )
    return Ground("British")


def _join_short(groups: Groups, by_key: dict[str, list[Entry]]) -> None:
    """Join initials and short forms with the one body of the story that they can mean."""
    by_short: dict[str, list[Entry]] = defaultdict(list)
    for same in by_key.values():
        for short in dict.fromkeys(_shorts(same[0])):
            by_short[short].append(same[0])
    for key, same in by_key.items():
        owners = {groups.root(o.member): o for o in by_short.get(key, ()) if o not in same}
        if len(owners) == 1:
            owner = next(iter(owners.values()))
            groups.join(same[0], owner, why_short(same[0], owner))


def why_short(short: Entry, whole: Entry) -> Ground:
    """Return the reason by which a short form stands for a body."""
    words, left = key_of(whole).split(), key_of(short).split()
    if words[: len(left)] == left:
        return Ground("short form", short.name, whole.name, more=" ".join(words[len(left) :]))
    return Ground("initials", short.name, whole.name)


def key_of(entry: Entry) -> str:
    """Return the name under which a body is looked up: its known name, American spelling, a public body's no state."""
    known = people.fold(aliases().get(_plain(entry), _plain(entry)))
    words = [american().get(w, w) for w in known.split()]
    if not is_public(entry) or known != _plain(entry):
        return " ".join(words)
    kept = [w for w in words if w not in _state_in(entry) and w not in ("'s", "s")]
    key = " ".join(kept)
    # A body that a state has only one of is told by its state, and by no other word ("the embassy").
    return f"{key} of {state_of(entry)}" if key in people.words("one_of_a_state") else key or " ".join(words)


def _plain(entry: Entry) -> str:
    return " ".join(entry.words)


def is_public(entry: Entry) -> bool:
    """Whether it is a state's institution by its last word: a ministry, an embassy."""
    return entry.actor.type == "organisation" and entry.words[-1] in people.words("public_bodies")


def state_of(entry: Entry) -> str | None:
    """Return the state that a public body belongs to, where the article tells."""
    return entry.actor.speaks_for if is_public(entry) else None


def _state_in(entry: Entry) -> frozenset[str]:
    """Return the words of the name that name its state."""
    state = entry.actor.speaks_for
    return state_words(state) & frozenset(entry.words) if state else frozenset()


@lru_cache(maxsize=1)
def american() -> dict[str, str]:
    """Return the American spelling of words that names of bodies hold."""
    return {row[0]: row[1] for row in table("spellings")}


def _shorts(entry: Entry) -> Iterator[str]:
    """Yield initials and short forms: "Atlas Mining Corp" is "Atlas Mining", "AMC"."""
    words = key_of(entry).split()
    if len(words) < 2:
        return
    initials = "".join(w[0] for w in words if w not in SMALL)
    if len(initials) > 1:
        yield initials
    closing = people.words("company_names")
    while len(words) > 1 and words[-1] in closing:
        words = words[:-1]
        yield " ".join(words)


@lru_cache(maxsize=512)
def state_words(state: str) -> frozenset[str]:
    """Return the folded words that name the state, also with "'s"."""
    names = [k for found in known_names().values() for k in found if k.name == state]
    words = {part for k in names for word in k.words for part in people.fold(word).split()}
    words |= set(people.fold(state).split())
    return frozenset(words | {f"{w}'s" for w in words} | {f"{w}'" for w in words})
