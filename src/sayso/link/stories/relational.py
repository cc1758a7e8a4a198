"""The same candidates as in ``candidates``, as joins and windows: a table in, a table out, on any engine.

Every article stands under its number in the ``order`` of readings, so "before" is "of a lower number".
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from sayso.engine import Engine
from sayso.engine.base import Relation, columns
from sayso.link.stories.candidates import REACH, SHARED
from sayso.link.stories.features import WINDOW
from sayso.link.stories.reading import Reading


def candidates_on(engine: Engine, readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """Return what ``candidates`` returns, worked out by an engine."""
    keys = ((i, word) for i, reading in enumerate(readings) for word in reading.keys)
    published = (reading.article.published for reading in readings)
    days = ((i, day.toordinal() if day else None) for i, day in enumerate(published))
    words = engine.take(columns({"article": "int64", "word": "string"}, keys))
    articles = engine.take(columns({"article": "int64", "day": "int64"}, days))
    return sorted(engine.rows(pairs(words, articles)))


def pairs(words: Relation, articles: Relation) -> Relation:
    """Return (left, right) of articles that share so many words, each within reach.

    words: (article, word), each once; articles: (article, day), the day as a number or unknown.
    """
    shared = meetings(placed(words, articles)).group_by("left", "right").agg(times=lambda t: t.count())
    return shared.filter(shared.times >= SHARED).select("left", "right")


def placed(words: Relation, articles: Relation) -> Relation:
    """Return (article, word, day, place, holders): the article's place among all that have the word."""
    dated = words.join(articles, "article")
    return dated.mutate(
        place=ibis.row_number().over(group_by="word", order_by="article"),
        holders=dated.count().over(group_by="word"),
    )


def meetings(rows: Relation) -> Relation:
    """Return (left, right), a row for each word that leads from an article to one before it.

    Places are cut into blocks as long as a word reaches, so a place meets its own block and the one before: the
    join stays linear in the number of articles where one word is everywhere.
    """
    rows = rows.mutate(block=(rows.place // REACH).cast("int64"))
    later = rows.filter((rows.holders <= REACH) | rows.day.notnull())
    later = later.select("word", "block", right="article", place="place", day="day")
    earlier = ibis.union(rows, rows.mutate(block=rows.block + 1))
    earlier = earlier.select("word", "block", left="article", place_before="place", day_before="day")
    met = later.join(earlier, ["word", "block"])
    back, gap = met.place - met.place_before, met.day - met.day_before
    return met.filter(back.between(1, REACH), gap.isnull() | (gap <= WINDOW)).select("left", "right")
