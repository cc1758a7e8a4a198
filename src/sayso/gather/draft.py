"""What a reader takes out of a file, before the text is normalised and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sayso.errors import UnreadableError
from sayso.model import Skipped


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it stands in its file. ``id`` is the input's own name for it; ``row`` its line in a table."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    id: str | None = None
    row: int | None = None


Reader = Callable[[str], Iterator[Draft | Skipped]]
"""Text of a file -> its articles, and the rows that are none (``Skipped.name`` is then the line number)."""


class CannotReadError(UnreadableError):
    """An UnreadableError that keeps apart what is wrong and what to do about it."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(f"{reason} ({advice})" if advice else reason)
        self.reason, self.advice = reason, advice

    def skipped(self, name: str) -> Skipped:
        """Return the entry for the list of what was not read."""
        return Skipped(name, self.reason, self.advice)


def fill(draft: Draft, stated: Draft) -> Draft:
    """Return ``draft`` with its empty fields filled from ``stated``."""
    return replace(
        draft,
        title=draft.title or stated.title,
        outlet=draft.outlet or stated.outlet,
        published=draft.published or stated.published,
        url=draft.url or stated.url,
        id=draft.id or stated.id,
    )
