"""Read dates that an input states of its publication; what is not plainly a date is unknown."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=$|T)")
DAY_FIRST = re.compile(r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b", re.IGNORECASE)
MONTH_FIRST = re.compile(r"(?:[a-z]+,\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", re.IGNORECASE)


def stated_date(words: str) -> date | None:
    """Return the calendar day that ``words`` name, as written there (no shift of time zones), else None.

    ISO 8601 dates and datetimes, and English dates with the month in words. A date such as 03/05/2024 is
    None: it is read one way in London and the other in New York.
    """
    words = words.strip()
    if found := ISO.match(words) or COMPACT.match(words):
        year, month, day = found.groups()
        return _day(int(year), int(month), int(day))
    if found := DAY_FIRST.match(words):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := MONTH_FIRST.match(words):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _month(name: str) -> int:
    short = name[:3].lower()
    return MONTHS.index(short) + 1 if short in MONTHS else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
