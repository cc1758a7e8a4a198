"""When an article was published, or what its own text lets one say of that."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.compare.tense import told_as_past
from sayso.model import Annotation, DateWindow, Mode, Time

DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?$")
DATELINE = re.compile(r"[A-ZÀ-Þ][^\n.]{0,60}$")
AFTER_DATELINE = re.compile(r"\)?\s*(?:\([^)\n]{1,40}\)\s*)?[–—:-]+\s")
TOLD = (Mode.ASSERTED, Mode.DENIED)


def date_window(annotation: Annotation) -> DateWindow:
    """Return the publication date (EDTF day), else the window that the text implies.

    An article cannot be older than the latest day that it tells as past: "2024-10-28/.." (EDTF, open end).
    Dates without a year, and dates still to come, say nothing; without any the window is unknown (None).
    """
    published = annotation.article.published
    if published:
        return DateWindow(published.isoformat(), "published")
    latest = latest_told(annotation, _day)
    return DateWindow(f"{latest}/..", "text") if latest else DateWindow(None, "none")


def latest_told(annotation: Annotation, day: Callable[[Time], str | None]) -> str | None:
    """Return the latest day (ISO) that the article tells as past; ``day`` says which day a time names."""
    days = [known for time in annotation.times if (known := day(time)) and _is_past(annotation, time)]
    return max(days, default=None)


def _day(time: Time) -> str | None:
    found = DAY.match(time.edtf or "")
    return found.group(1) if found and time.basis in ("explicit", "text") else None


def _is_past(annotation: Annotation, time: Time) -> bool:
    text, span = annotation.article.text, time.span
    if _is_dateline(text, span.start, span.end):
        return True
    sentence = annotation.sentences[time.sentence].span if annotation.sentences else None
    low, high = (sentence.start, sentence.end) if sentence else (0, len(text))
    return _is_told(annotation, time) and told_as_past(text, span.start, span.end, low, high)


def _is_dateline(text: str, start: int, end: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return start < 300 and bool(AFTER_DATELINE.match(text, end)) and bool(DATELINE.match(line.lstrip("(")))


def _is_told(annotation: Annotation, time: Time) -> bool:
    """Whether no claim or event puts the time into what is merely predicted, feared, demanded or supposed."""
    claims = (c.mode for c in annotation.claims if time.id in c.times and any(s.covers(time.span) for s in c.spans))
    events = (e.how for e in annotation.events if e.time == time.id)
    return all(mode in TOLD for mode in (*claims, *events))
