"""Read plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.gather.draft import Draft
from sayso.gather.header import split_header
from sayso.gather.normalise import normalise
from sayso.gather.unwrap import unwrap


def read(text: str) -> Iterator[Draft]:
    """Yield the article of a text file, with what a header says of it; lines broken by hand are joined again."""
    draft = split_header(normalise(text))
    yield replace(draft, text=unwrap(draft.text))
