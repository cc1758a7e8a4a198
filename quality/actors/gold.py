"""Read the gold of actors: short articles in which names are marked ``[[words|actor]]``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import UsageError
from sayso.model import Article, Span

MARKED = re.compile(r"\[\[([^|\]]+)\|([a-z_]+)\]\]")


@dataclass(frozen=True)
class Marked:
    """A marked name: where it stands in which article (from 0), and who is meant. ``id`` is unique over all stories."""

    id: str
    article: int
    span: Span
    actor: str


@dataclass(frozen=True)
class Cast:
    """One story: its articles, and the names that are marked in them. ``part`` is "dev" or "test"."""

    name: str
    part: str
    articles: tuple[Article, ...]
    marked: tuple[Marked, ...]


def read_casts(path: Path) -> list[Cast]:
    """Return the stories of ``path``.

    Raises:
        UsageError: not there, no TOML, or a story without name, part or articles.
    """
    try:
        return [_cast(story) for story in tomllib.loads(path.read_text(encoding="utf-8"))["story"]]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise UsageError(f"{path}: {error}") from error


def _cast(story: dict[str, object]) -> Cast:
    name, given = str(story["name"]), story["articles"]
    assert isinstance(given, list)
    # Lines are broken in the file for its reader only.
    read = [_unmarked(" ".join(str(text).split())) for text in given]
    articles = tuple(Article.make(text, f"{name}-{number}") for number, (text, _) in enumerate(read))
    return Cast(name, str(story["part"]), articles, tuple(_marked(name, articles, [m for _, m in read])))


def _unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text without marks, and start, end and actor of what was marked."""
    plain, found, at = "", [], 0
    for mark in MARKED.finditer(text):
        plain += text[at : mark.start()]
        found.append((len(plain), len(plain) + len(mark[1]), mark[2]))
        plain, at = plain + mark[1], mark.end()
    return plain + text[at:], found


def _marked(name: str, articles: tuple[Article, ...], found: list[list[tuple[int, int, str]]]) -> Iterator[Marked]:
    for number, marks in enumerate(found):
        for place, (start, end, actor) in enumerate(marks):
            span = Span.of(articles[number].text, start, end)
            yield Marked(f"{name}/{number}/{place}", number, span, actor)
