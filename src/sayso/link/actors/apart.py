"""Why two actors of a story were not put together: asked for, never kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from sayso.data import people
from sayso.link.actors.bodies import is_public, key_of, state_of
from sayso.link.actors.entries import Entry
from sayso.link.actors.forces import force_key
from sayso.link.actors.persons import compare_persons
from sayso.link.actors.spelling import spelling
from sayso.link.actors.verdict import Ground, Verdict


def why_apart(left: Sequence[Entry], right: Sequence[Entry]) -> Verdict:
    """Return the firmest reason that two groups of entries, an actor each, are two actors."""
    a, b = left[0], right[0]
    kinds = {a.actor.type, b.actor.type}
    if len(kinds) > 1:
        return Verdict.of(_of_types(a, b))
    if kinds == {"person"}:
        return _people(left, right)
    if kinds == {"force"}:
        return Verdict.of(_forces(a, b))
    return Verdict.of(_bodies(a, b) if a.named and b.named else Ground("unnamed"))


def related(left: Sequence[Entry], right: Sequence[Entry]) -> bool:
    """Whether a reader may ask if two actors are one: they share a word of their names, or a state."""
    return bool(_words(left) & _words(right)) or bool(_states(left) & _states(right))


def _words(entries: Iterable[Entry]) -> set[str]:
    named = [w for e in entries if e.named for w in e.words if len(w) > 2]
    return {spelling(w, loose=True) for w in named}


def _states(entries: Iterable[Entry]) -> set[str]:
    return {e.actor.name if e.actor.type == "state" else e.actor.speaks_for or "" for e in entries} - {""}


def _of_types(a: Entry, b: Entry) -> Ground:
    state, other = (a, b) if a.actor.type == "state" else (b, a)
    if state.actor.type == "state" and other.actor.speaks_for == state.name:
        if other.actor.type == "force":
            return Ground("state and force")
        return Ground("state and body", other.name, state.name)
    if a.actor.speaks_for is not None and a.actor.speaks_for == b.actor.speaks_for:
        return Ground("bodies of state", more=a.actor.speaks_for)
    return Ground("types", more=f"{a.actor.type} and {b.actor.type}")


def _people(left: Sequence[Entry], right: Sequence[Entry]) -> Verdict:
    verdicts = [compare_persons(a, b) for a, b in product(left, right)]
    against = [v for v in verdicts if not v.same]
    if against:
        # A surname alone says little: what two full names say weighs more.
        return max(against, key=lambda v: (v.grounds[0].name != "unnamed", len(v.grounds), v.says()))
    short = min((*left, *right), key=lambda e: (len(e.words), e.member))
    return Verdict.of(Ground("fits several", short.name, more="nothing tells which"))


def _forces(a: Entry, b: Entry) -> Ground:
    whole, mine, yours = people.words("forces_whole") | {"military"}, force_key(a), force_key(b)
    same_state = a.actor.speaks_for is not None and a.actor.speaks_for == b.actor.speaks_for
    if same_state and (mine[1] in whole) != (yours[1] in whole):
        return Ground("army and part")
    return Ground("forces")


def _bodies(a: Entry, b: Entry) -> Ground:
    mine, yours = key_of(a), key_of(b)
    states = sorted({state_of(e) or "no state that is told" for e in (a, b)})
    if mine == yours and is_public(a) and len(states) > 1:
        return Ground("states", more=" and ".join(states))
    if set(mine.split()) & set(yours.split()):
        differ = sorted(set(mine.split()) ^ set(yours.split()))
        return Ground("branch", more=", ".join(f"“{w}”" for w in differ))
    return Ground("no sign")
