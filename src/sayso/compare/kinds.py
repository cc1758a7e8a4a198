"""Nouns under which figures are comparable: "troops" and "soldiers" count one kind of thing."""

from __future__ import annotations

from functools import lru_cache

from sayso.data.loading import table


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {noun: row[0] for row in table("kinds") for noun in (row[0], *row[1].split())}


def kind_of(head: str) -> str:
    """Return the kind that a counted noun's lemma belongs to, or the lemma itself."""
    return _kinds().get(head.casefold(), head.casefold())
