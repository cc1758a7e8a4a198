"""One text as published, and what is known of its publication."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One text as published. ``text`` is final: every span of sayso is an offset into it.

    ``published`` is None where the input states no date (unknown stays unknown); ``title`` is the
    headline where the input names one, and then it also stands as the first line of ``text``.
    """

    id: str
    text: str
    name: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None

    @classmethod
    def make(
        cls,
        text: str,
        name: str,
        *,
        title: str | None = None,
        outlet: str | None = None,
        published: date | None = None,
        url: str | None = None,
        language: str | None = None,
    ) -> Article:
        """Make an article whose id depends on nothing but what it says of itself."""
        key = "\x1f".join([text, name, outlet or "", published.isoformat() if published else "", url or ""])
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return cls(digest, text, name, title, outlet, published, url, language)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read: what it is, why, and what to do about it."""

    name: str
    reason: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}" + (f" ({self.advice})" if self.advice else "")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What gathering gave: the articles, in a fixed order, and what was skipped."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
