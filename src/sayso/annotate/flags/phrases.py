"""Find listed phrases in a text, in one pass over its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sayso.annotate.flags.page import Word
from sayso.data.loading import table


class Entry(NamedTuple):
    """A phrase of data/flag_words.tsv: what it is a sign of, and how strong a one."""

    words: tuple[str, ...]
    sign: str
    weight: float


class Hit(NamedTuple):
    """A phrase that was found: its entry and where it stands."""

    entry: Entry
    start: int
    end: int


@cache
def entries(flag: str) -> dict[str, tuple[Entry, ...]]:
    """Return the phrases for ``flag`` by their first word, longest first."""
    made: dict[str, list[Entry]] = {}
    for kind, phrase, sign, weight in table("flag_words"):
        if kind == flag:
            words = tuple(phrase.split())
            made.setdefault(words[0], []).append(Entry(words, sign, float(weight)))
    return {first: tuple(sorted(found, key=lambda e: -len(e.words))) for first, found in made.items()}


def find_phrases(words: Sequence[Word], flag: str) -> Iterator[Hit]:
    """Yield the phrases listed for ``flag``, the longest at each word; "*ing" stands for any word that ends so."""
    listed = entries(flag)
    for at, word in enumerate(words):
        for entry in listed.get(word.lower, ()):
            if _matches(words, at, entry.words):
                yield Hit(entry, word.start, words[at + len(entry.words) - 1].end)
                break


def _matches(words: Sequence[Word], at: int, phrase: tuple[str, ...]) -> bool:
    if at + len(phrase) > len(words):
        return False
    return all(
        word.lower == wanted or (wanted[0] == "*" and word.lower.endswith(wanted[1:]))
        for word, wanted in zip(words[at + 1 : at + len(phrase)], phrase[1:], strict=True)
    )
