"""Order and nearness of EDTF dates, with the parts that are unspecified left so."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from sayso.compare.shades import shade_of

DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?[~?%]?$")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
# What stands for a month and is a part of the year (EDTF, ISO 8601-2): its name, first month and number of months.
PARTS = {
    "21": ("spring", 3, 3),
    "22": ("summer", 6, 3),
    "23": ("autumn", 9, 3),
    "24": ("winter", 12, 3),
    "33": ("first quarter", 1, 3),
    "34": ("second quarter", 4, 3),
    "35": ("third quarter", 7, 3),
    "36": ("fourth quarter", 10, 3),
    "40": ("first half", 1, 6),
    "41": ("second half", 7, 6),
}


def sort_key(edtf: str | None) -> tuple[str, str]:
    """Return a key that orders dates by their start, wide ones before narrow ones, unknown ones last."""
    start, end = bounds(edtf)
    return (start or end or "9999", end or "9999")


@lru_cache(maxsize=4096)
def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """Return the first and last day that a date or interval means, ISO; None where open or without a year."""
    if not edtf:
        return None, None
    first, _, last = edtf.partition("/")
    return _day(first, "-01", "-01"), _day(last or first, "-12", "-31")


def later(a: str | None, b: str | None) -> bool:
    """Whether ``a`` begins after ``b`` ends; False where either is not known."""
    start, end = bounds(a)[0], bounds(b)[1]
    return bool(start and end and start > end)


def apart(a: str | None, b: str | None) -> bool:
    """Whether the two dates are known and share no day."""
    return later(a, b) or later(b, a)


def is_day(edtf: str | None) -> bool:
    """Whether a date is one firm day."""
    return bool(edtf and re.fullmatch(r"\d{4}-\d\d-\d\d", edtf))


def spoken(edtf: str | None) -> str:
    """Return a date as people write it: "23 October 2024", "early October", "since 5 May 2031".

    >>> spoken("XXXX-10-23")
    '23 October'
    """
    if not edtf:
        return "undated"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(first)
    part = shade_of(edtf)
    if part:
        return f"{'since ' if last == '..' else ''}{part[0]} {_one(part[1])}"
    if last in ("", ".."):
        return f"since {_one(first)}"
    if first in ("", ".."):
        return f"until {_one(last)}"
    return f"{_one(first)} – {_one(last)}"


def _one(part: str) -> str:
    found = DAY.match(part)
    if not found:
        return part
    year, month, day = found.groups()
    about = "about " if part[-1] in "~%" else ""
    if month in PARTS:
        named = PARTS[month][0]
    else:
        named = MONTHS[int(month) - 1] if month and month.isdigit() and 1 <= int(month) <= 12 else ""
    shown = [str(int(day)) if day and day.isdigit() else "", named, year if year.isdigit() else ""]
    return about + (" ".join(x for x in shown if x) or part)


def _day(part: str, month_end: str, day_end: str) -> str | None:
    found = DAY.match(part)
    if not found or found.group(1) == "XXXX":
        return None
    year, month, day = found.groups()
    if month in PARTS:
        _, start, months = PARTS[month]
        month, day = (f"{start:02d}", None) if day_end == "-01" else (f"{min(start + months - 1, 12):02d}", None)
    month = month if month and month.isdigit() else month_end[1:]
    if not 1 <= int(month) <= 12:
        return None
    if day and day.isdigit():
        return f"{year}-{month}-{day}"
    return f"{year}-{month}{_last(int(year), int(month)) if day_end == '-31' else day_end}"


def _last(year: int, month: int) -> str:
    following = date(year + month // 12, month % 12 + 1, 1) if 1 <= month <= 12 and year < 9999 else date(1, 1, 1)
    return f"-{(following.toordinal() - date(year, month, 1).toordinal()):02d}" if following.year > 1 else "-31"
