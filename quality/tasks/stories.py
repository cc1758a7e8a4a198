"""Stories: one cluster a story, as ``scorers.clustering`` reads them, with dates or as if none were known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from quality.rows import Row, article_of, read_rows
from sayso.link.stories import group_stories
from sayso.model import Article


def predict_stories(source: Path) -> Iterator[Row]:
    """Return ``{"doc_id", "cluster"}`` for each row of ``source``, in the rows' order."""
    rows = read_rows(source)
    yield from _clusters(rows, map(article_of, rows))


def predict_undated(source: Path) -> Iterator[Row]:
    """Return the same, but read the articles without their dates and addresses (which may hold a date)."""
    rows = read_rows(source)
    yield from _clusters(rows, (replace(article_of(row), published=None, url=None) for row in rows))


def _clusters(rows: Iterable[Row], articles: Iterable[Article]) -> Iterator[Row]:
    # The id of an article is a digest; the rows go by their names.
    given = list(articles)
    of = {m.article: n for n, story in enumerate(group_stories(given)) for m in story.members}
    for row, article in zip(rows, given, strict=True):
        yield {"doc_id": row["doc_id"], "cluster": of[article.id]}
