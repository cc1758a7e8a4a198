"""Parts of a month, a year, a season: "early October" as an approximate interval of its days."""

from __future__ import annotations

import re
from calendar import monthrange

SHADE = re.compile(r"\b(early|mid|late)\b[\s-]", re.IGNORECASE)
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
# First and last day of the part of a month, first and last month of the part of a year.
DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def shaded(words: str, date: str) -> str:
    """Return the part of a month or year that ``words`` name, as an approximate EDTF interval; else ``date`` itself.

    >>> shaded("early October", "2031-10")
    '2031-10-01~/2031-10-10~'
    >>> shaded("late 2031", "2031/..")
    '2031-09~/..'
    """
    found = SHADE.match(words)
    whole, slash, end = date.partition("/")
    if not found or end not in ("", ".."):
        return date
    part = _part(whole, found[1].lower())
    if part is None:
        return date
    return f"{part[0]}~/{end}" if slash else f"{part[0]}~/{part[1]}~"


def shade_of(date: str) -> tuple[str, str] | None:
    """Return the part's name and the month or year that it is a part of, None for any other date.

    >>> shade_of("2031-10-01~/2031-10-10~"), shade_of("2031-10-21~/..")
    (('early', '2031-10'), ('late', '2031-10'))
    """
    first, _, last = date.partition("/")
    whole = first.rstrip("~")[:-3]
    if not first.endswith("~") or not last:
        return None
    parts = {name: _part(whole, name) for name in DAYS}
    for name, part in parts.items():
        if part and part[0] == first.rstrip("~") and last.rstrip("~") in (part[1], ".."):
            return name, whole
    return None


def _part(whole: str, name: str) -> tuple[str, str] | None:
    month = MONTH.fullmatch(whole)
    if month:
        first, last = DAYS[name]
        return f"{whole}-{first:02}", f"{whole}-{min(last, monthrange(int(month[1]), int(month[2]))[1]):02}"
    if re.fullmatch(r"\d{4}", whole):
        first, last = MONTHS[name]
        return f"{whole}-{first:02}", f"{whole}-{last:02}"
    return None
