"""What a figure counts, so that only figures of one thing are set side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sayso.data.loading import table
from sayso.model import Figure

LIVES = frozenset(("people", "troops"))  # who is lost in these numbers is dead
# Who these are is all that a count of the dead or the injured says; children are some of them.
STRICKEN = frozenset(("ill", "injured", "casualties"))
ALL = frozenset(("people", "workers", "troops", "protesters"))
DOUBTED = frozenset(("suspected", "suspect", "presumed", "probable", "possible", "unconfirmed", "alleged"))
PERSONS = frozenset(("people", "children", "workers", "troops", "protesters"))


# Kinds that are no people.
THINGS = frozenset(("homes", "votes", "jobs", "vehicles", "aircraft", "missiles", "shells"))
# Kinds of which a part has a name of its own: the postal votes are not all the votes.
PARTED = frozenset(("votes",))


@lru_cache(maxsize=2)
def _lexicon(name: str) -> Mapping[str, str]:
    return {word: row[0] for row in table(name) for word in (row[0], *row[1].split())}


def kind_of(head: str) -> str:
    """Return the kind that a counted noun's lemma belongs to ("troops" for "soldier"), or the lemma itself."""
    return _lexicon("kinds").get(head.casefold(), head.casefold())


@lru_cache(maxsize=1)
def _sizes() -> frozenset[str]:
    return frozenset(row[0] for row in table("sizes"))


def _thing(figure: Figure) -> str:
    """Return the noun that is counted: of "troop strength" the troops."""
    head, before = figure.head or figure.unit or "", (figure.group or "").split()
    return before[-1] if head in _sizes() and before and before[-1].islower() else head


def _part(figure: Figure) -> str:
    """Return what qualifies votes and the like ("postal "), nothing where that is a name or there is none."""
    words = (figure.group or "").split()
    named = bool(words) and words[-1].isalpha() and (words[-1].islower() or figure.group == words[-1].capitalize())
    return f"{words[-1].casefold()} " if named and kind_of(_thing(figure)) in PARTED else ""


def _doubt(figure: Figure) -> str:
    """Return "suspected " for those of whom it is not known whether they belong to what is counted."""
    words = {*(figure.group or "").casefold().split(), figure.predicate}
    return "suspected " if words & DOUBTED else ""


def is_known(kind: str) -> bool:
    """Whether a kind is one that the lexicons name, so that its figures count the same thing in every claim."""
    words = kind.removeprefix("part of ").split()
    return any(w in _lexicon("kinds") or w in _lexicon("predicates") for w in words) and words != ["people"]


def is_state_of(figure: Figure) -> bool:
    """Whether it is told what befell those counted."""
    return (figure.predicate or "") in _lexicon("predicates")


def is_of_things(kind: str) -> bool:
    """Whether a kind counts no people ("votes", "postal votes margin", "homes destroyed")."""
    return any(w in THINGS for w in kind.split())


def _is_fired(figure: Figure) -> bool:
    """Whether it is shells or the like that were fired, not people."""
    return figure.predicate == "fire" and figure.head is not None and figure.head not in _people()


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    named = {word for word, kind in _lexicon("kinds").items() if kind in PERSONS}
    return frozenset(row[0] for row in table("countables") if row[1] == "people") | named


def counted_kind(figure: Figure) -> str:
    """Return what a figure counts: the state of people ("deaths"), or the noun, with what is said of it.

    "40 people were killed", "40 deaths" and "the dead, 40" count one thing; 40 people evacuated another.
    """
    kind = _doubt(figure) + _part(figure) + kind_of(_thing(figure))
    if figure.predicate == "lose" and kind in LIVES:
        return "deaths"
    state = None if _is_fired(figure) else _lexicon("predicates").get(figure.predicate or "")
    if not state or state == kind:
        return kind
    return state if kind in ALL or (kind in STRICKEN and state != "ill") else f"{kind} {state}"
