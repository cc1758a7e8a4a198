"""Articles grouped into stories."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sayso.model.article import Article, Skipped
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True)
class StoryMember:
    """An article of a story. ``nearest`` is the id of the article of the story that it has most in common with.

    ``score`` (0 to 1) and ``reason`` say how much that is and what; a story of one article has neither.
    """

    article: str
    nearest: str | None = None
    score: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """The articles about one developing event. ``id`` is that of its first article, so later ones do not change it.

    ``title`` are words of the article ``title_article``. ``first`` and ``last`` are days of publication, None
    where no article states one; ``undated`` counts those that state none.
    """

    id: str
    title: Span
    title_article: str
    first: date | None
    last: date | None
    undated: int
    outlets: tuple[str, ...]
    members: tuple[StoryMember, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """All stories of a collection, the largest first, with the articles (in a fixed order) and what was skipped."""

    stories: tuple[StoryGroup, ...]
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    format: str = field(default="sayso-stories-1")
