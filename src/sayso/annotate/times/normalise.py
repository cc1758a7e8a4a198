"""What a time expression means: TIMEX3 type and value, EDTF, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from sayso.annotate.times import calendar
from sayso.annotate.times.anchor import Anchor
from sayso.annotate.times.grammar import Found
from sayso.annotate.times.words import amount, lexicon, month, unit, weekday

Groups = dict[str, str | None]


class Meaning(NamedTuple):
    """TIMEX3 ``type`` and ``value``, the EDTF date where one is fixed, and its basis (see ``Time``)."""

    type: str
    value: str
    edtf: str | None = None
    basis: str = "none"


PRESENT, PAST, FUTURE = (Meaning("DATE", f"{name}_REF") for name in ("PRESENT", "PAST", "FUTURE"))
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
OLD = re.compile(r"[- ]olds?\b|\s+of\s+age\b")
NOUNS = re.compile(r"\s+(?P<next>[a-z]+s)\b")
AMOUNT = re.compile(
    r"(?:\d|\b(?:once|twice|times|million|billion|thousand|hundred|percent|cent|dollars|euros|pounds|[a-z]{3,}s))\s$"
)


def normalise(found: Found, anchor: Anchor) -> Meaning | None:
    """Return what the expression means, None where its words are no time expression here."""
    return RULES[found.rule](found.groups, anchor)


def fixed(value: str, basis: str = "explicit", kind: str = "DATE") -> Meaning:
    """Return a date that stands on a calendar."""
    known = calendar.edtf(value)
    return Meaning(kind, value, known, basis if known else "none")


def _number(groups: Groups, name: str) -> int:
    return int(groups.get(name) or 0)


def _year(groups: Groups) -> int | None:
    return int(groups["year"] or 0) if groups.get("year") else None


def _date(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read a month and day, with or without a year; a range of days becomes an interval."""
    number, first = month(groups["month"] or ""), _number(groups, "day")
    year, basis = _year(groups), "explicit"
    if year is None:
        year, basis = _missing_year(anchor, number, first)
    last = _number(groups, "day2")
    if year is None:
        if calendar.day(2000, number, first) is None:
            return None
        value = f"XXXX-{number:02}-{first:02}" + (f"/XXXX-{number:02}-{last:02}" if last > first else "")
        return Meaning("DATE", value, calendar.edtf(value))
    start, end = calendar.day(year, number, first), calendar.day(year, number, last) if last > first else None
    return fixed(f"{start}/{end}" if end else start, basis) if start else None


def _missing_year(anchor: Anchor, number: int, day: int) -> tuple[int | None, str]:
    published = anchor.published
    if (number, day) in anchor.years:
        return anchor.years[number, day], "text"
    if published is None:
        return None, "none"
    options = [d for y in (-1, 0, 1) if (d := _safe(published.year + y, number, day))]
    chosen = _nearest(options, published, anchor.direction)
    return (chosen.year, "publication") if chosen else (None, "none")


def _nearest(options: list[date], published: date, direction: str) -> date | None:
    if direction == "past":
        options = [d for d in options if d <= published] or options
    elif direction == "future":
        options = [d for d in options if d >= published] or options
    return min(options, key=lambda d: (abs((d - published).days), d), default=None)


def _safe(year: int, number: int, day: int) -> date | None:
    try:
        return date(year, number, day)
    except ValueError:
        return None


def _month_year(groups: Groups, anchor: Anchor) -> Meaning | None:
    return fixed(f"{groups['year']}-{month(groups['month'] or ''):02}")


def _month(groups: Groups, anchor: Anchor) -> Meaning | None:
    name = groups.get("month") or groups.get("month_only") or ""
    number, unsure = month(name), lexicon()["unsure_months"]
    said = anchor.before.split()
    if groups.get("year"):
        return fixed(f"{groups['year']}-{number:02}")
    if name in unsure["names"] and not groups.get("shade") and not (said and said[-1].lower() in unsure["before"]):
        if not anchor.after.startswith(("'s", "’s")):
            return None
    if anchor.published is None:
        return Meaning("DATE", f"XXXX-{number:02}", f"XXXX-{number:02}")
    return fixed(_month_near(anchor.published, number, anchor.direction), "publication")


def _month_near(published: date, number: int, direction: str) -> str:
    ahead = (number - published.month) % 12
    if direction == "future":
        return calendar.month(published, ahead)
    if direction == "past":
        return calendar.month(published, ahead - 12 if ahead else 0)
    return calendar.month(published, ahead if ahead <= 3 else ahead - 12)


def _iso(groups: Groups, anchor: Anchor) -> Meaning | None:
    value = calendar.day(_number(groups, "year"), _number(groups, "month"), _number(groups, "day"))
    return fixed(value) if value else None


def _slashed(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read 7/8/07: the order of day and month stays open unless one of them cannot be a month, or one is the day of print."""
    a, b, year = _number(groups, "a"), _number(groups, "b"), _number(groups, "year")
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


def _clock(groups: Groups, anchor: Anchor) -> Meaning | None:
    half = (groups.get("half") or "").strip().lower()
    if (
        not half
        and not groups.get("zone")
        and not (groups.get("minute") and anchor.before.endswith(("at ", "by ", "until ", "around ")))
    ):
        return None
    hour = _number(groups, "hour")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone = (groups.get("zone") or "").strip(" ()")
    clock = f"T{hour:02}:{groups.get('minute') or '00'}" + ("Z" if zone in ("UTC", "GMT") else "")
    return _on_day(clock, anchor)


def _noon(groups: Groups, anchor: Anchor) -> Meaning | None:
    return _on_day("T24:00" if (groups["noon"] or "").lower() == "midnight" else "T12:00", anchor)


def _on_day(clock: str, anchor: Anchor) -> Meaning:
    if anchor.latest:
        return fixed(anchor.latest + clock, "text", "TIME")
    if anchor.published:
        return fixed(anchor.published.isoformat() + clock, "publication", "TIME")
    return Meaning("TIME", calendar.UNKNOWN_DAY + clock)


def _decade(groups: Groups, anchor: Anchor) -> Meaning | None:
    return fixed(groups["decade"] or "")


def _short_decade(groups: Groups, anchor: Anchor) -> Meaning | None:
    return fixed(f"19{groups['decade']}") if (groups["decade"] or "") > "2" else fixed(f"20{groups['decade']}")


def _century(groups: Groups, anchor: Anchor) -> Meaning | None:
    return fixed(f"{_number(groups, 'century') - 1:02}")


def _years(groups: Groups, anchor: Anchor) -> Meaning | None:
    first, second = groups["year"] or "", groups["year2"] or ""
    last = second if len(second) == 4 else first[:2] + second
    return fixed(f"{first}/{last}") if first < last else None


def _plain_year(groups: Groups, anchor: Anchor) -> Meaning | None:
    year = groups["year"] or groups.get("year_only") or ""
    said = anchor.before.split()
    led = bool(said) and (
        said[-1].lower().strip("(") in lexicon()["years"]["before"] or said[-1].endswith(("'s", "’s"))
    )
    if anchor.before.endswith(("-", ".", ",")) or (year < "1900" and not led) or re.match(r"-\w|[°%]", anchor.after):
        return None
    if not led and NOUNS.match(anchor.after):
        return None
    return fixed(year)


def _shaded_year(groups: Groups, anchor: Anchor) -> Meaning | None:
    return fixed(groups["year"] or "")


def _length(groups: Groups, anchor: Anchor) -> Meaning | None:
    name = unit(groups["unit"] or "")
    if OLD.match(anchor.after) or (name == "quarter" and anchor.after.startswith(" of")):
        return None
    count = 1.0 if groups.get("one") else amount(groups.get("number") or "")
    if count is None:
        return None
    return Meaning("DURATION", duration(count + (0.5 if groups.get("more") else 0.0), name))


def duration(count: float, name: str) -> str:
    """Return the TIMEX3 value of ``count`` units; decades and fortnights in years and weeks."""
    letter = str(lexicon()["units"][name])
    factor, letter = {"DE": (10, "Y"), "CE": (100, "Y"), "2W": (2, "W"), "Q": (3, "M")}.get(letter, (1, letter))
    shown = f"{count * factor:.10g}"
    return f"PT{shown}{letter[1:]}" if letter[0] == "T" else f"P{shown}{letter}"


def _few(groups: Groups, anchor: Anchor) -> Meaning | None:
    if groups.get("ago"):
        return PAST
    letter = str(lexicon()["units"][unit((groups.get("unit") or groups.get("many") or "").removesuffix("-long"))]).replace("2W", "W")
    said = anchor.before.split()
    if OLD.match(anchor.after) or (groups.get("many") and not _leads_length(said, groups["many"] or "", anchor.after)):
        return None
    return Meaning("DURATION", f"PTX{letter[1:]}" if letter[0] == "T" else f"PX{letter}")


def _leads_length(said: list[str], words: str, after: str) -> bool:
    return words.endswith("-long") or (bool(said) and said[-1].lower() in lexicon()["rates"]["before"])


def _half(groups: Groups, anchor: Anchor) -> Meaning | None:
    name = unit(groups["unit"] or "")
    halves = {"hour": "PT30M", "minute": "PT30S", "year": "P6M", "decade": "P5Y", "century": "P50Y", "day": "PT12H"}
    return Meaning("DURATION", halves[name]) if name in halves else None


def _one(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read "a year": a rate after an amount, a length after a preposition, else nothing ("a day when …")."""
    name = unit(groups["unit"] or "")
    said = anchor.before.split()
    if name in ("second", "quarter") or OLD.match(anchor.after):
        return None
    if said and said[-1].lower() in lexicon()["rates"]["before"]:
        return Meaning("DURATION", duration(1, name))
    return Meaning("SET", duration(1, name)) if AMOUNT.search(anchor.before) else None


def _ago(groups: Groups, anchor: Anchor) -> Meaning | None:
    back = (groups["ago"] or "").lower() == "ago"
    count = 1.0 if groups.get("one") else amount(groups.get("number") or "")
    name = unit(groups["unit"] or "")
    if count is None or anchor.published is None or count != int(count) or groups.get("more") or count > 9999:
        return PAST if back else FUTURE
    value = calendar.unit(anchor.published, name, -int(count) if back else int(count))
    return fixed(value, "publication") if value else PAST if back else FUTURE


def _weekday(groups: Groups, anchor: Anchor) -> Meaning | None:
    number, published = weekday(groups["weekday"] or ""), anchor.published
    suffix = "T" + lexicon()["parts"][(groups["part"] or "").lower()] if groups.get("part") else ""
    kind = "TIME" if suffix else "DATE"
    if published is None:
        return Meaning(kind, f"XXXX-WXX-{number}{suffix}")
    ahead = (number - published.isoweekday()) % 7
    step = ahead if anchor.direction == "future" else (ahead - 7 if ahead else 0)
    return fixed(calendar.shift(published, step).isoformat() + suffix, "publication", kind)


def _weekdays(groups: Groups, anchor: Anchor) -> Meaning | None:
    return Meaning("SET", f"XXXX-WXX-{weekday(groups['weekday'] or '')}")


def _dated_weekday(groups: Groups, anchor: Anchor) -> Meaning | None:
    return _date(groups, anchor)


def _quarter(groups: Groups, anchor: Anchor) -> Meaning | None:
    word = (groups["ordinal"] or "").lower()
    number, halves = int(lexicon()["ordinals"][word]), (groups["span"] or "").lower() == "half"
    if (halves and not groups.get("year")) or word in ("final", "opening", "last"):
        return None
    code = f"H{number}" if halves else f"Q{number}"
    return _coded(groups, anchor, code, 3 * number - 2)


def _q(groups: Groups, anchor: Anchor) -> Meaning | None:
    return _coded(groups, anchor, f"Q{groups['q']}", 3 * _number(groups, "q") - 2)


def _coded(groups: Groups, anchor: Anchor, code: str, first: int) -> Meaning:
    if groups.get("year"):
        return fixed(f"{groups['year']}-{code}")
    if anchor.published is None:
        return Meaning("DATE", f"XXXX-{code}")
    late = anchor.direction != "future" and first > anchor.published.month
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


def _stretch(groups: Groups, anchor: Anchor) -> Meaning | None:
    which, name = (groups["which"] or "").lower(), unit(groups["unit"] or "")
    if groups.get("few"):
        return _few(groups, anchor)
    if groups.get("number"):
        return _length(groups, anchor)
    if (groups["unit"] or "").lower() != name:
        return PAST if STEPS[which] < 0 else FUTURE
    if which in ("past", "coming") or name == "decade":
        return Meaning("DURATION", duration(1, name))
    if name in ("second", "minute", "hour"):
        return None
    if name == "quarter" and which == "last" and anchor.published:
        return fixed(calendar.quarter(anchor.published, -1), "publication")
    return Meaning("DATE", calendar.unknown(name))


def _edge(groups: Groups, anchor: Anchor) -> Meaning | None:
    if groups.get("year_only"):
        return fixed(groups["year_only"] or "")
    if groups.get("month"):
        return _month_year(groups, anchor)
    if groups.get("month_only"):
        return _month({"month_only": groups["month_only"], "shade": "x"}, anchor)
    if groups.get("unit2"):
        return _relative(unit(groups["unit2"] or ""), STEPS[(groups["which"] or "").lower()], anchor)
    return _relative(unit(groups["unit"] or ""), 0, anchor)


def _relative(name: str, step: int, anchor: Anchor) -> Meaning:
    if anchor.published is None:
        return Meaning("DATE", calendar.unknown(name))
    value = calendar.unit(anchor.published, name, step)
    return fixed(value, "publication") if value else PRESENT


def _named(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read "this week", "last Tuesday", "next June", "this morning"."""
    which = (groups["which"] or "").lower()
    if which not in STEPS:
        return None
    step = STEPS[which]
    if groups.get("part"):
        return _this_part(groups, step, anchor)
    if groups.get("weekday"):
        return _which_weekday(weekday(groups["weekday"] or ""), step, anchor)
    if groups.get("month"):
        return _which_month(month(groups["month"] or ""), step, groups, anchor)
    if groups.get("season"):
        return _which_season(groups, step, anchor)
    return _which_unit(unit(groups["unit"] or ""), which, step, groups, anchor)


def _which_unit(name: str, which: str, step: int, groups: Groups, anchor: Anchor) -> Meaning | None:
    if name in ("second", "minute", "hour", "century", "decade") and which != "this":
        return None
    if name == "night":
        return _this_part({"part": "night"}, step, anchor)
    if name in ("second", "minute", "hour"):
        return None
    if which in ("past", "coming"):
        return Meaning("DURATION", duration(1, name))
    if which in ("previous", "following") or name == "day":
        return PRESENT if step == 0 else Meaning("DATE", calendar.unknown(name))
    return _relative(name, step, anchor)


def _this_part(groups: Groups, step: int, anchor: Anchor) -> Meaning:
    suffix = "T" + lexicon()["parts"][(groups["part"] or "").lower()]
    if anchor.published is None:
        return Meaning("TIME", calendar.UNKNOWN_DAY + suffix)
    return fixed(calendar.shift(anchor.published, step).isoformat() + suffix, "publication", "TIME")


def _which_weekday(number: int, step: int, anchor: Anchor) -> Meaning:
    if anchor.published is None:
        return Meaning("DATE", f"XXXX-WXX-{number}")
    gap = number - anchor.published.isoweekday()
    days = gap if step == 0 else (gap % 7 or 7) if step > 0 else -((-gap) % 7 or 7)
    return fixed(calendar.shift(anchor.published, days).isoformat(), "publication")


def _which_month(number: int, step: int, groups: Groups, anchor: Anchor) -> Meaning:
    if groups.get("year"):
        return fixed(f"{groups['year']}-{number:02}")
    if anchor.published is None:
        return Meaning("DATE", f"XXXX-{number:02}", f"XXXX-{number:02}")
    gap = number - anchor.published.month
    months = gap if step == 0 else (gap % 12 or 12) if step > 0 else -((-gap) % 12 or 12)
    return fixed(calendar.month(anchor.published, months), "publication")


def _which_season(groups: Groups, step: int, anchor: Anchor) -> Meaning:
    code = lexicon()["seasons"][(groups["season"] or "").lower()][0]
    if groups.get("year"):
        return fixed(f"{groups['year']}-{code}")
    if anchor.published is None:
        return Meaning("DATE", f"XXXX-{code}")
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    passed = anchor.published.month >= min(begins + 3, 12)
    year = anchor.published.year + (0 if step == 0 else (0 if passed else -1) if step < 0 else (1 if passed else 0))
    return fixed(f"{year:04}-{code}", "publication")


def _deictic(groups: Groups, anchor: Anchor) -> Meaning | None:
    word = (groups["deictic"] or "").lower()
    part = (groups.get("part") or ("night" if word == "tonight" else "")).lower()
    suffix = "T" + lexicon()["parts"][part] if part else ""
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if anchor.published is None:
        if suffix:
            return Meaning("TIME", calendar.UNKNOWN_DAY + suffix)
        return PAST if step < 0 else FUTURE if step > 0 else PRESENT
    value = calendar.shift(anchor.published, step).isoformat() + suffix
    return fixed(value, "publication", "TIME" if suffix else "DATE")


def _span_unit(groups: Groups, anchor: Anchor) -> Meaning | None:
    return _relative(unit(groups["span_unit"] or ""), 0, anchor)


def _every(groups: Groups, anchor: Anchor) -> Meaning | None:
    if groups.get("weekday"):
        return _weekdays(groups, anchor)
    if groups.get("part"):
        return Meaning("SET", "P1D")
    name = unit(groups["unit"] or "")
    count = amount(groups.get("number") or "") or 1.0
    return Meaning("SET", duration(count, name))


def _per(groups: Groups, anchor: Anchor) -> Meaning | None:
    name = unit(groups["unit"] or "")
    return None if name in ("second", "minute", "hour") else Meaning("SET", duration(1, name))


def _adverb(groups: Groups, anchor: Anchor) -> Meaning | None:
    word = groups["adverb"] or ""
    return Meaning("SET", str(lexicon()["adverbs"][word])) if word.islower() else None


def _holiday(groups: Groups, anchor: Anchor) -> Meaning | None:
    names = {k.lower(): v for k, v in lexicon()["holidays"].items()}
    number, day = names[" ".join((groups["holiday"] or "").lower().split())].split("-")
    months = {v: k for k, v in reversed(lexicon()["months"].items())}
    return _date({"month": months[int(number)], "day": day, "year": groups.get("year")}, anchor)


def _reference(groups: Groups, anchor: Anchor) -> Meaning | None:
    return Meaning("DATE", groups["value"] or "")


RULES: dict[str, Callable[[Groups, Anchor], Meaning | None]] = {
    "month_day": _date, "day_month": _date, "weekday_date": _date, "weekday_day": _date,
    "month_year": _month_year, "month": _month, "shaded_month": _month, "iso": _iso, "dotted": _iso, "slashed": _slashed,
    "clock": _clock, "noon": _noon, "decade": _decade, "short_decade": _short_decade, "shaded_decade": _decade,
    "century": _century, "years": _years, "year": _plain_year, "shaded_year": _shaded_year, "length": _length, "few": _few,
    "many": _few, "half": _half, "one": _one, "ago": _ago, "weekday": _weekday, "weekday_part": _weekday,
    "shaded_weekday": _weekday, "weekdays": _weekdays, "quarter": _quarter, "q": _q, "fiscal": _fiscal, "season": _season,
    "shaded_season": _season, "stretch": _stretch, "edge": _edge, "named": _named, "deictic": _deictic,
    "shaded_day": _deictic, "shaded_unit": _span_unit, "every": _every, "per": _per, "adverb": _adverb,
    "holiday": _holiday, "reference": _reference,
}  # fmt: skip
