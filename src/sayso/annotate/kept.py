"""What several readers make of the same document, made once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from spacy.tokens import Doc

T = TypeVar("T")
_KEPT: list[Kept[Any]] = []


class Kept(Generic[T]):
    """Calls ``make`` on a document and keeps the result for as long as the same document is asked for.

    One document is kept at a time, in one tuple, so that threads at most make something twice. What is returned is
    shared: its readers must not change it.
    """

    def __init__(self, make: Callable[[Doc], T]) -> None:
        self.make = make
        self.kept: tuple[Doc, T] | None = None
        _KEPT.append(self)

    def of(self, doc: Doc) -> T:
        """Return what was made of ``doc``."""
        kept = self.kept
        if kept is None or kept[0] is not doc:
            self.kept = kept = (doc, self.make(doc))
        return kept[1]


def forget() -> None:
    """Let go of the document: it has been read, or it may be changed before it is read on."""
    for each in _KEPT:
        each.kept = None
