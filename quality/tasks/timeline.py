"""Which days belong in a story's timeline, as ``scorers.timeline`` reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from quality.rows import Row, article_of, read_rows
from sayso.annotate.glance import glance
from sayso.compare.salience import day_salience
from sayso.errors import UsageError
from sayso.model import Annotation


class Wanted(NamedTuple):
    """What the usual protocol tells a system about a timeline: topic, first and last date, and how many dates."""

    timeline: str
    topic: str
    first: date
    last: date
    dates: int


def predict_days(docs: Path, gold: Path) -> Iterator[Row]:
    """Return ``{"timeline_id", "dates"}`` for each timeline of ``gold``, the days that matter most in its topic.

    ``docs`` holds the articles with ``topic`` and ``published`` (or ``date``). Of ``gold`` only what ``Wanted`` names
    is read. Articles are glanced at, not parsed.

    Raises:
        UsageError: a row without what is needed.

    """
    topics = read_topics(docs)
    for want in read_wanted(gold):
        salience = day_salience(topics.get(want.topic, ()), want.first, want.last)
        best = sorted(salience, key=lambda d: (-salience[d], d))[: want.dates]
        yield {"timeline_id": want.timeline, "dates": [d.isoformat() for d in sorted(best)]}


def read_topics(docs: Path) -> dict[str, list[Annotation]]:
    """Return the articles of each topic, their sentences and times read."""
    found: dict[str, list[Annotation]] = defaultdict(list)
    for number, row in enumerate(read_rows(docs), start=1):
        topic = row.get("topic")
        if not isinstance(topic, str):
            raise UsageError(f"{docs}: row {number}: no topic (a string is wanted in the field 'topic')")
        found[topic].append(glance(article_of({"date": row.get("published"), **row})))
    return found


def read_wanted(gold: Path) -> list[Wanted]:
    """Return what may be known of each timeline in advance."""
    rows = read_rows(gold, needs_text=False, key="timeline_id")
    return [_wanted(row, f"{gold}: timeline {row['timeline_id']}") for row in rows]


def _wanted(row: Row, where: str) -> Wanted:
    dates, topic = row.get("dates"), row.get("topic")
    if not isinstance(topic, str):
        raise UsageError(f"{where}: no topic (a string is wanted in the field 'topic')")
    if not isinstance(dates, list) or not dates:
        raise UsageError(f"{where}: no dates (a list is wanted in the field 'dates')")
    days = _days(dates, where)
    return Wanted(str(row["timeline_id"]), topic, min(days), max(days), len(days))


def _days(dates: Sequence[object], where: str) -> set[date]:
    try:
        return {date.fromisoformat(str(d)[:10]) for d in dates}
    except ValueError as error:
        raise UsageError(f"{where}: a date that is not YYYY-MM-DD ({error})") from error
