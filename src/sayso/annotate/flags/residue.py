"""What translation machines and web pages leave in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.annotate.flags.page import Found, Page
from sayso.data.loading import table, toml

BRACKETED = re.compile(r"\[([^\W\d_]{4,})\]")
BROKEN = re.compile(r"\ufffd+|â€[\u0098-\u009d™œ\u009d“”]?|Ã[\u0080-\u00bf©¨ª«¯±³¶¼]")
LINE = re.compile(r"[^\n]+")
LONGEST_LINE, LONGEST_HEADING = 200, 60

FOREIGN, BRACKETS = "words of another language left standing", "a bracketed word of another language left standing"
PAGE, EMPTY = "left over from the web page", "a heading with nothing under it"
CHARACTERS = "broken characters: check the wording against the original"


def residues(page: Page) -> Iterator[Found]:
    """Yield foreign words left standing, broken characters and remains of the page's furniture."""
    for bracket in BRACKETED.finditer(page.text):
        if _looks_foreign(bracket[1]):
            yield Found("translation", bracket.start(), bracket.end(), BRACKETS)
    yield from _foreign_words(page)
    for broken in BROKEN.finditer(page.text):
        yield Found("page residue", broken.start(), broken.end(), CHARACTERS)
    yield from _lines(page)


def _lines(page: Page) -> Iterator[Found]:
    last = len(page.text.rstrip())
    for line in LINE.finditer(page.text):
        words = line[0].rstrip()
        if len(words) <= LONGEST_LINE and _furniture().match(words):
            yield Found("page residue", line.start(), line.start() + len(words), PAGE)
        elif line.start() + len(words) == last and len(words) <= LONGEST_HEADING and words.endswith(":"):
            yield Found("page residue", line.start(), last, EMPTY)


def _foreign_words(page: Page) -> Iterator[Found]:
    """Yield function words of other languages that stand between lower-case words (else they may be in a name)."""
    listed, words = _foreign(), page.words
    for at, word in enumerate(words):
        if word.lower in listed and not page.quoted[word.start]:
            near = page.text[word.start], *(page.text[w.start] for w in words[max(at - 1, 0) : at + 2])
            if not any(c.isupper() for c in near):
                yield Found("translation", word.start, word.end, FOREIGN)


def _looks_foreign(word: str) -> bool:
    listed = toml("foreign")
    if word != word.lower() or word in listed["english"]:
        return False
    return word.endswith(tuple(listed["endings"])) or word in _foreign()


@lru_cache(maxsize=1)
def _foreign() -> frozenset[str]:
    return frozenset(toml("foreign")["words"])


@lru_cache(maxsize=1)
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row[0]})" for row in table("page_residue")), re.IGNORECASE)
