"""What is looked at in an article to tell its story: its words, its opening, its quotations, names and weekday.

A tokenizer is enough for that; nothing is parsed, so that thousands of articles take seconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from sayso.link.copies.pieces import QUOTED
from sayso.link.stories.words import counted, stem, stems, weighted, words
from sayso.model import Article

# An article says what it is about within so many words; the rest is background or another page's.
LONGEST = 1200
# The words that count, of an article and of its opening; and those of them that lead to other articles.
WORDS, OPENING, KEYS = 150, 60, 30
QUOTED_RUN = 4
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# A weekday among the first so many words is the day that is reported on.
NEWS_OF = 250


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as it is compared; equal ``print`` means equal words, ``plain`` are those that begin no name."""

    article: Article
    print: str
    words: Mapping[str, float]
    plain: Mapping[str, float]
    opening: Mapping[str, float]
    quoted: frozenset[str]
    names: frozenset[str]
    weekday: str | None

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the words that lead to articles of the same story."""
        return tuple(self.words)[:KEYS]

    @property
    def order(self) -> tuple[date, str]:
        """Return the place of the article among others: by day of publication, undated last, then by id."""
        return (self.article.published or date.max, self.article.id)


def read(article: Article) -> Reading:
    """Read one article; time is linear in its length."""
    title = stems(article.title or "")
    raw = words(body(article), LONGEST)
    text = [stem(word) for word in raw]
    low = [word.lower() for word in raw]
    return Reading(
        article=article,
        print=hashlib.sha256(" ".join(stems(article.text)).encode("utf-8", "replace")).hexdigest(),
        words=weighted(counted(text, title, title), WORDS),
        plain=weighted(counted(stem(word) for word in raw if word[0].islower()), WORDS),
        opening=weighted(counted(title, text[:OPENING])),
        quoted=frozenset(_quoted(body(article))),
        names=frozenset(f"{a} {b}".lower() for a, b in pairwise(raw) if _is_name(a) and _is_name(b)),
        weekday=next((word for word in low[:NEWS_OF] if word in WEEKDAYS), None),
    )


def body(article: Article) -> str:
    """Return the text without the headline that stands in front of it."""
    if article.title and article.text.startswith(article.title):
        return article.text[len(article.title) :]
    return article.text


@lru_cache(maxsize=200_000)
def _is_name(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def _quoted(text: str) -> Iterator[str]:
    """Go through the runs of four words that somebody is quoted with."""
    for quotation in QUOTED.finditer(text):
        said = [word.lower() for word in words(quotation.group())]
        for at in range(len(said) - QUOTED_RUN + 1):
            yield " ".join(said[at : at + QUOTED_RUN])
