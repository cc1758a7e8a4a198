"""Dates that name a month, a year, a season or the like: what the text or the publication date fixes of them."""

from __future__ import annotations

import re
from datetime import date

from sayso.annotate.times import calendar
from sayso.annotate.times.anchor import Anchor
from sayso.annotate.times.meaning import Groups, Meaning, Rule, fixed, part
from sayso.annotate.times.words import lexicon, month

# Without a publication date, a day takes its year from a full date of the text only where the two lie this close.
CLOSE = 15
RECENT = 45
NOUNS = re.compile(r"\s+[a-z]+s\b")
PEOPLE = re.compile(r"\s+(?:[a-z]+\s+)?(?:people|men|women|children|troops|soldiers|miles|feet)\b")


def _year(groups: Groups) -> int | None:
    return int(groups["year"] or 0) if groups.get("year") else None


def _date(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read a month and day, with or without a year; a range of days becomes an interval."""
    number, first = month(groups["month"] or ""), part(groups, "day")
    year, basis = _year(groups), "explicit"
    if year is None:
        year, basis = _missing_year(anchor, number, first)
    last = part(groups, "day2")
    if year is None:
        if calendar.day(2000, number, first) is None:
            return None
        value = f"XXXX-{number:02}-{first:02}" + (f"/XXXX-{number:02}-{last:02}" if last > first else "")
        return Meaning("DATE", value, calendar.edtf(value))
    start, end = calendar.day(year, number, first), calendar.day(year, number, last) if last > first else None
    return fixed(f"{start}/{end}" if end else start, basis) if start else None


def _missing_year(anchor: Anchor, number: int, day: int) -> tuple[int | None, str]:
    """Find the year of a day and what it rests on: the same day in full in the text, publication, a day close by."""
    same = {d.year for d in anchor.dates if (d.month, d.day) == (number, day)}
    if len(same) == 1:
        return same.pop(), "text"
    if anchor.published is None:
        close = {y for d in anchor.dates for y in _close(d, number, day)}
        return (close.pop(), "text") if len(close) == 1 else (None, "none")
    options = [d for y in (-1, 0, 1) if (d := _safe(anchor.published.year + y, number, day))]
    chosen = _nearest(options, anchor.published, anchor.direction)
    return (chosen.year, "publication") if chosen else (None, "none")


def _close(known: date, number: int, day: int) -> list[int]:
    """Return the years in which the day lies within ``CLOSE`` days of ``known``."""
    options = [d for y in (-1, 0, 1) if (d := _safe(known.year + y, number, day))]
    return [d.year for d in options if abs((d - known).days) <= CLOSE]


def _nearest(options: list[date], published: date, direction: str) -> date | None:
    if direction == "past":
        options = [d for d in options if d <= published] or options
    elif direction in ("future", "later"):
        # What was to come when it was told may have come since, but hardly long ago.
        options = [d for d in options if d >= published or (direction == "later" and (published - d).days < RECENT)]
    return min(options, key=lambda d: (abs((d - published).days), d), default=None)


def _safe(year: int, number: int, day: int) -> date | None:
    try:
        return date(year, number, day)
    except ValueError:
        return None


def read_month_year(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read a month with its year."""
    return fixed(f"{groups['year']}-{month(groups['month'] or ''):02}")


def read_month(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read a month; names that are also words ("May") count only after a word that leads to a date."""
    name = groups.get("month") or groups.get("month_only") or ""
    number, unsure = month(name), lexicon()["unsure_months"]
    said = anchor.before.split()
    if groups.get("year"):
        return fixed(f"{groups['year']}-{number:02}")
    led = groups.get("shade") or (said and said[-1].lower() in unsure["before"])
    if name in unsure["names"] and not led and not anchor.after.startswith(("'s", "’s")):
        return None
    if anchor.published is None:
        return Meaning("DATE", f"XXXX-{number:02}", f"XXXX-{number:02}")
    return fixed(_month_near(anchor.published, number, anchor.direction), "publication")


def _month_near(published: date, number: int, direction: str) -> str:
    ahead = (number - published.month) % 12
    if direction == "future" or (direction == "later" and ahead < 11):
        return calendar.month(published, ahead)
    if direction == "past":
        return calendar.month(published, ahead - 12 if ahead else 0)
    return calendar.month(published, ahead if ahead <= 3 else ahead - 12)


def _iso(groups: Groups, anchor: Anchor) -> Meaning | None:
    value = calendar.day(part(groups, "year"), part(groups, "month"), part(groups, "day"))
    return fixed(value) if value else None


def _slashed(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read 7/8/07; where either number may be the month, the reading nearest to publication, or the year alone."""
    a, b, year = part(groups, "a"), part(groups, "b"), part(groups, "year")
    year += 0 if year > 99 else (2000 if year < 50 else 1900)
    options = [v for v in (calendar.day(year, a, b), calendar.day(year, b, a)) if v]
    if not options:
        return None
    if len(set(options)) == 1:
        return fixed(options[0])
    if anchor.published:
        near = min(options, key=lambda v: abs((date.fromisoformat(v) - (anchor.published or date.min)).days))
        return fixed(near, "publication")
    return fixed(f"{year:04}")


def _decade(groups: Groups, anchor: Anchor) -> Meaning | None:
    return fixed(groups["decade"] or "")


def _short_decade(groups: Groups, anchor: Anchor) -> Meaning | None:
    return fixed(f"19{groups['decade']}") if (groups["decade"] or "") > "2" else fixed(f"20{groups['decade']}")


def _century(groups: Groups, anchor: Anchor) -> Meaning | None:
    return fixed(f"{part(groups, 'century') - 1:02}")


def _years(groups: Groups, anchor: Anchor) -> Meaning | None:
    first, second = groups["year"] or "", groups["year2"] or ""
    last = second if len(second) == 4 else first[:2] + second
    return fixed(f"{first}/{last}") if first < last else None


def _plain_year(groups: Groups, anchor: Anchor) -> Meaning | None:
    year = groups["year"] or groups.get("year_only") or ""
    said = anchor.before.split()
    if anchor.before.rstrip().lower().endswith(("©", "copyright", "(c)")):
        return None
    determined = year >= "1900" and len(said) > 1 and said[-2].lower() in ("the", "its", "his", "her", "their", "our")
    led = bool(said) and (
        determined or said[-1].lower().strip("(") in lexicon()["years"]["before"] or said[-1].endswith(("'s", "’s"))
    )
    if anchor.before.endswith(("-", ".", ",")) or (year < "1900" and not led) or re.match(r"-\w|[°%]", anchor.after):
        return None
    if PEOPLE.match(anchor.after) or (not led and NOUNS.match(anchor.after)):
        return None
    return fixed(year)


def _shaded_year(groups: Groups, anchor: Anchor) -> Meaning | None:
    return fixed(groups["year"] or "")


def _quarter(groups: Groups, anchor: Anchor) -> Meaning | None:
    word = (groups["ordinal"] or "").lower()
    number, halves = int(lexicon()["ordinals"][word]), (groups["span"] or "").lower() == "half"
    if (halves and not groups.get("year")) or word in ("final", "opening", "last"):
        return None
    code = f"H{number}" if halves else f"Q{number}"
    return _coded(groups, anchor, code, 3 * number - 2)


def _q(groups: Groups, anchor: Anchor) -> Meaning | None:
    return _coded(groups, anchor, f"Q{groups['q']}", 3 * part(groups, "q") - 2)


def _coded(groups: Groups, anchor: Anchor, code: str, first: int) -> Meaning:
    if groups.get("year"):
        return fixed(f"{groups['year']}-{code}")
    if anchor.published is None:
        return Meaning("DATE", f"XXXX-{code}")
    late = anchor.direction not in ("future", "later") and first > anchor.published.month
    return fixed(f"{anchor.published.year - late:04}-{code}", "publication")


def _fiscal(groups: Groups, anchor: Anchor) -> Meaning | None:
    return Meaning("DATE", f"FY{groups['year']}")


def _season(groups: Groups, anchor: Anchor) -> Meaning | None:
    name = (groups["season"] or "").lower()
    code = lexicon()["seasons"][name][0]
    if groups.get("year"):
        return fixed(f"{groups['year']}-{code}")
    led = anchor.before.lower().endswith(("in ", "during ", "by ", "since ", "until ", "of "))
    return Meaning("DATE", f"XXXX-{code}") if name in ("summer", "winter", "autumn") and led else None


def _holiday(groups: Groups, anchor: Anchor) -> Meaning | None:
    if _is_season(groups, anchor):
        return None
    names = {k.lower(): v for k, v in lexicon()["holidays"].items()}
    number, day = names[" ".join((groups["holiday"] or "").lower().split())].split("-")
    months = {v: k for k, v in reversed(lexicon()["months"].items())}
    return _date({"month": months[int(number)], "day": day, "year": groups.get("year")}, anchor)


def _is_season(groups: Groups, anchor: Anchor) -> bool:
    """Whether a holiday's name means the time of year or what belongs to it ("Christmas sales")."""
    known, said = lexicon()["seasonal"], anchor.before.lower().split()
    return (groups["holiday"] or "").lower() in known["names"] and (not said or said[-1] not in known["before"])


def _movable(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read a holiday that Easter or a weekday dates; without a year, the one that the clause points to."""
    if _is_season(groups, anchor):
        return None
    names = {k.lower(): v for k, v in lexicon()["movable"].items()}
    rule = names[" ".join((groups["holiday"] or "").lower().split())]
    year = _year(groups)
    if year is not None:
        return fixed(_moved(year, rule).isoformat())
    if anchor.published is None:
        return None
    options = [_moved(anchor.published.year + y, rule) for y in (-1, 0, 1) if 1 < anchor.published.year + y < 9999]
    chosen = _nearest(options, anchor.published, anchor.direction)
    return fixed(chosen.isoformat(), "publication") if chosen else None


def _moved(year: int, rule: list[int]) -> date:
    return calendar.shift(calendar.easter(year), rule[0]) if len(rule) == 1 else calendar.nth_weekday(year, *rule)


RULES: dict[str, Rule] = {
    "month_day": _date,
    "day_month": _date,
    "weekday_date": _date,
    "weekday_day": _date,
    "month_year": read_month_year,
    "month": read_month,
    "shaded_month": read_month,
    "iso": _iso,
    "dotted": _iso,
    "slashed": _slashed,
    "decade": _decade,
    "short_decade": _short_decade,
    "shaded_decade": _decade,
    "century": _century,
    "years": _years,
    "year": _plain_year,
    "shaded_year": _shaded_year,
    "quarter": _quarter,
    "q": _q,
    "fiscal": _fiscal,
    "season": _season,
    "shaded_season": _season,
    "holiday": _holiday,
    "movable": _movable,
}
