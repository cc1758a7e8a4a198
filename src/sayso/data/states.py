"""Names that are known beforehand: states, bodies and what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sayso.data.loading import table

PARTS = re.compile(r"['’]s\b|[^\s'’,-]+(?:['’](?!s\b)[^\s'’,-]+)*|[,-]")


class Known(NamedTuple):
    """One name of a state or body. ``kind`` is name, capital, adjective or people."""

    name: str
    type: str
    kind: str
    speaks_for: str | None
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def known_names() -> dict[str, tuple[Known, ...]]:
    """Return the known names by their first word in lower case, the longest first."""
    index: dict[str, list[Known]] = {}
    for known in (*_states(), *_bodies()):
        index.setdefault(known.words[0].lower(), []).append(known)
    return {first: tuple(sorted(found, key=lambda k: -len(k.words))) for first, found in index.items()}


@lru_cache(maxsize=1)
def aliases() -> dict[str, str]:
    """Return the one name of each other name of a state or body, keys in lower case."""
    return {" ".join(k.words).lower(): k.name for found in known_names().values() for k in found if k.kind == "name"}


def _states() -> Iterator[Known]:
    for name, *cells in table("states"):
        others, adjectives, people, capitals = (c.split("|") if c else [] for c in [*cells, "", "", "", ""][:4])
        for kind, words in (
            ("name", [name, *others]),
            ("adjective", adjectives),
            ("people", people),
            ("capital", capitals),
        ):
            yield from (Known(name, "state", kind, None, _parts(word)) for word in words)


def _bodies() -> Iterator[Known]:
    for name, type_, *cells in table("bodies"):
        others, speaks_for = [*cells, "", ""][:2]
        for word in [name, *others.split("|")] if others else [name]:
            yield Known(name, type_, "name", speaks_for or None, _parts(word))


def _parts(name: str) -> tuple[str, ...]:
    return tuple(PARTS.findall(name))
