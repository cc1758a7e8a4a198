"""Find listed phrases in a text, in one pass over its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sayso.data.loading import table

WORD = re.compile(r"\w+(?:['.-]\w+)*")


class Word(NamedTuple):
    """A word in lower case, with a straight apostrophe, and where it stands."""

    lower: str
    start: int
    end: int


class Entry(NamedTuple):
    """A phrase of flag_words.tsv or satire_words.tsv: the flag, what it is a sign of, and how strong a one."""

    flag: str
    words: tuple[str, ...]
    sign: str
    weight: float


class Hit(NamedTuple):
    """A phrase that was found: its entry and where it stands."""

    entry: Entry
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of ``text``; offsets are those of the text itself."""
    plain = text.lower().replace("’", "'")
    if len(plain) != len(text):  # a few letters are two in lower case
        plain = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
    return tuple(Word(m[0], m.start(), m.end()) for m in WORD.finditer(plain))


def find_phrases(words: Sequence[Word]) -> dict[str, list[Hit]]:
    """Return the phrases found for each flag, of those that begin at the same word the longest."""
    listed, found = _entries(), defaultdict[str, list[Hit]](list)
    for at, word in enumerate(words):
        after = words[at + 1].lower if at + 1 < len(words) else ""
        for entry in listed.get((word.lower, after), listed.get((word.lower, ""), ())):
            last = words[at + len(entry.words) - 1 : at + len(entry.words)]
            if last and _matches(words, at, entry.words) and not _covered(found[entry.flag], word):
                found[entry.flag].append(Hit(entry, word.start, last[0].end))
    return found


def _covered(hits: list[Hit], word: Word) -> bool:
    """Whether a longer phrase holds this word already."""
    return bool(hits) and hits[-1].end > word.start


def _matches(words: Sequence[Word], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether ``phrase`` stands at ``at``; in a phrase "*ing" is any word that ends so and "*" any word."""
    return all(
        word.lower == wanted or (wanted[0] == "*" and word.lower.endswith(wanted[1:]))
        for word, wanted in zip(words[at : at + len(phrase)], phrase, strict=True)
    )


@cache
def _entries() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """Return the phrases by their first two words, longest first; "" stands for a second word that may be any."""
    joking = (("satire", *row) for row in table("satire_words"))
    listed = [
        Entry(flag, tuple(words.split()), sign, float(weight))
        for flag, words, sign, weight in (*table("flag_words"), *joking)
    ]
    by_first, by_two = defaultdict[str, list[Entry]](list), defaultdict[tuple[str, str], list[Entry]](list)
    for entry in listed:
        if len(entry.words) == 1 or entry.words[1][0] == "*":
            by_first[entry.words[0]].append(entry)
        else:
            by_two[entry.words[0], entry.words[1]].append(entry)
    keys = [*by_two, *((first, "") for first in by_first)]
    return {key: tuple(sorted(by_two.get(key, []) + by_first[key[0]], key=lambda e: -len(e.words))) for key in keys}
