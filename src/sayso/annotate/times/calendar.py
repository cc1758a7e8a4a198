"""Dates and intervals as TIMEX3 values and as EDTF, without any text."""

from __future__ import annotations

import re
from datetime import date, timedelta

UNKNOWN_DAY = "XXXX-XX-XX"
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def day(year: int, month: int, number: int) -> str | None:
    """Return the ISO date, None where there is no such day."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def week(of: date, weeks: int = 0, weekend: bool = False) -> str:
    """Return the ISO week ``weeks`` after the one that holds ``of``."""
    moved = shift(of, 7 * weeks).isocalendar()
    return f"{moved.year:04}-W{moved.week:02}" + ("-WE" if weekend else "")


def shift(of: date, days: int) -> date:
    """Return the day ``days`` later; the first or last day there is, where the calendar ends."""
    try:
        return of + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def month(of: date, months: int) -> str:
    """Return the month ``months`` after that of ``of``."""
    at = of.year * 12 + of.month - 1 + months
    return f"{max(at // 12, 1):04}-{at % 12 + 1:02}"


def quarter(of: date, quarters: int) -> str:
    """Return the quarter ``quarters`` after that of ``of``."""
    at = of.year * 4 + (of.month - 1) // 3 + quarters
    return f"{max(at // 4, 1):04}-Q{at % 4 + 1}"


def unit(of: date, name: str, count: int) -> str | None:
    """Return the day, week, month … ``count`` after the one that holds ``of``; None for units of clock time."""
    if name in ("day", "night"):
        return shift(of, count).isoformat()
    if name in ("week", "weekend", "fortnight"):
        return week(of, count * (2 if name == "fortnight" else 1), name == "weekend")
    if name == "month":
        return month(of, count)
    if name == "quarter":
        return quarter(of, count)
    step = {"year": 1, "decade": 10, "century": 100}.get(name)
    if step is None or not 1 <= of.year + step * count <= 9999:
        return None
    year = f"{of.year + step * count:04}"
    return year[: {1: 4, 10: 3, 100: 2}[step]]


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 13, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * days) // 451
    at = moon + days - 7 * late + 114
    return date(year, at // 31, at % 31 + 1)


def nth_weekday(year: int, number: int, iso_weekday: int, which: int) -> date:
    """Return the ``which``-th such weekday of a month, the last one for -1."""
    if which < 0:
        following = date(year + number // 12, number % 12 + 1, 1)
        return shift(following, -((following.isoweekday() - iso_weekday - 1) % 7) - 1)
    first = date(year, number, 1)
    return shift(first, (iso_weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def moved(told: str, name: str, count: int) -> str | None:
    """Return the day, week, month or year ``count`` units after an ISO date; None where it is too coarse for them."""
    needed = {"day": 10, "night": 10, "week": 10, "fortnight": 10, "month": 7, "year": 4, "decade": 4}.get(name)
    if needed is None or len(told) < needed:
        return None
    count, name = (10 * count, "year") if name == "decade" else (count, name)
    return unit(date.fromisoformat(f"{told}-01-01"[:10]), name, count)


def until(of: date, name: str, count: int) -> date | None:
    """Return the day ``count`` units after ``of``, None for units that are no days."""
    days = {
        "hour": 1 / 24,
        "day": 1,
        "night": 1,
        "week": 7,
        "weekend": 7,
        "fortnight": 14,
        "month": 30.44,
        "year": 365.25,
    }
    return shift(of, -int(-days[name] * count // 1)) if name in days else None


def unknown(name: str) -> str:
    """Return the TIMEX3 value of a unit whose date is not known."""
    known = {"day": UNKNOWN_DAY, "night": UNKNOWN_DAY, "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}
    return known.get(name) or {"quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX"}.get(name, "XXXX")


def edtf(value: str) -> str | None:
    """Return the EDTF date or interval of a TIMEX3 value, None where it is on no calendar.

    A missing year stays unspecified ("XXXX-10-23"); weeks become intervals; seasons, quarters and halves take the
    codes of EDTF (ISO 8601-2:2019).
    """
    if re.fullmatch(r"(?:\d{4}|XXXX)-\d\d(?:-\d\d)?|\d{4}(?:-XX){0,2}|\d{4}-\d\d-XX", value):
        return re.sub(r"(?:-XX)+$", "", value)
    found = WEEK.match(value)
    if found:
        return _week(int(found[1]), int(found[2]), bool(found[3]))
    return _coded(value)


def _coded(value: str) -> str | None:
    if re.fullmatch(r"\d{4}-Q[1-4]", value):
        return f"{value[:4]}-{32 + int(value[-1])}"
    if re.fullmatch(r"\d{4}-H[12]", value):
        return f"{value[:4]}-{39 + int(value[-1])}"
    if re.fullmatch(r"\d{4}-(?:SP|SU|FA|WI)", value):
        return f"{value[:4]}-{SEASONS[value[-2:]]}"
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    if "/" in value:
        ends = [edtf(part) for part in value.split("/")]
        return "/".join(e for e in ends if e) if all(ends) else None
    clock = re.match(r"((?:\d{4}|XXXX)-\d\d-\d\d)T", value)
    return clock[1] if clock else None


def _week(year: int, number: int, weekend: bool) -> str | None:
    try:
        first = date.fromisocalendar(year, number, 6 if weekend else 1)
        return f"{first.isoformat()}/{date.fromisocalendar(year, number, 7).isoformat()}"
    except ValueError:
        return None
