"""What is collected before an actor is made: where it is mentioned, and what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.data.states import Known


@dataclass(frozen=True, slots=True)
class Found:
    """Words that mean an actor.

    Tokens ``start`` to ``end`` (exclusive) with their main word ``head``; ``first`` is where the name itself
    starts, after titles. ``type`` is the actor's; ``kind`` the mention's.
    """

    start: int
    end: int
    head: int
    first: int
    type: str
    kind: str
    name: str = ""
    title: tuple[str, ...] = ()
    known: Known | None = None
    as_place: bool = False
    qualified: bool = False


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making."""

    name: str
    type: str
    found: list[Found] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    speaks_for: str | None = None
    role: str | None = None
    nouns: set[str] = field(default_factory=set)
    qualifiers: frozenset[str] = frozenset()
    named: bool = True
    acts: bool = False
