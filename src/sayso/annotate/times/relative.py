"""Times that are read against the publication date or another date of the sentence."""

from __future__ import annotations

import re

from sayso.annotate.times import calendar
from sayso.annotate.times.absolute import read_month, read_month_year
from sayso.annotate.times.anchor import Anchor
from sayso.annotate.times.lengths import duration
from sayso.annotate.times.meaning import FUTURE, PAST, PRESENT, STEPS, Groups, Meaning, Rule, fixed, part
from sayso.annotate.times.words import amount, lexicon, month, unit, weekday

# The day of its last month on which a season ends.
SEASON_ENDS = 20
# A name before "Today" makes it part of the name ("USA Today").
NAME = re.compile(r"\b[A-Z][A-Za-z]+ $")


def _clock(groups: Groups, anchor: Anchor) -> Meaning | None:
    half = (groups.get("half") or "").strip().lower()
    if (
        not half
        and not groups.get("zone")
        and not (groups.get("minute") and anchor.before.endswith(("at ", "by ", "until ", "around ")))
    ):
        return None
    hour = part(groups, "hour")
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


def _ago(groups: Groups, anchor: Anchor) -> Meaning | None:
    back = (groups["ago"] or "").lower() == "ago"
    count = 1.0 if groups.get("one") else amount(groups.get("number") or "")
    name = unit(groups["unit"] or "")
    if count is None or anchor.published is None or count != int(count) or groups.get("more") or count > 9999:
        return PAST if back else FUTURE
    value = calendar.unit(anchor.published, name, -int(count) if back else int(count))
    return fixed(value, "publication") if value else PAST if back else FUTURE


def _later(groups: Groups, anchor: Anchor) -> Meaning | None:
    """Read "three days later" against the day last told."""
    count = 1.0 if groups.get("one") else amount(groups.get("number") or "")
    if anchor.told is None or count is None or count != int(count) or groups.get("more") or count > 9999:
        return None
    step = int(count) if (groups["later"] or "").lower() == "later" else -int(count)
    value = calendar.moved(anchor.told, unit(groups["unit"] or ""), step)
    return fixed(value, "text") if value else None


def _weekday(groups: Groups, anchor: Anchor) -> Meaning | None:
    if (anchor.before.split() or [""])[-1] in lexicon()["named_days"]["before"] or _is_word(groups, anchor):
        return None
    number, published = weekday(groups["weekday"] or ""), anchor.published
    suffix = "T" + lexicon()["parts"][(groups["part"] or "").lower()] if groups.get("part") else ""
    kind = "TIME" if suffix else "DATE"
    if published is None:
        return Meaning(kind, f"XXXX-WXX-{number}{suffix}")
    ahead = (number - published.isoweekday()) % 7
    step = ahead if anchor.direction in ("future", "later") else (ahead - 7 if ahead else 0)
    return fixed(calendar.shift(published, step).isoformat() + suffix, "publication", kind)


def _is_word(groups: Groups, anchor: Anchor) -> bool:
    """Whether "Sun" or "Sat" stands alone, without the full stop of an abbreviation."""
    return not (groups["weekday"] or "").endswith("day") and not groups.get("part") and not anchor.after.startswith(".")


def _edge(groups: Groups, anchor: Anchor) -> Meaning | None:
    if groups.get("year_only"):
        return fixed(groups["year_only"] or "")
    if groups.get("month"):
        return read_month_year(groups, anchor)
    if groups.get("month_only"):
        return read_month({"month_only": groups["month_only"], "shade": "x"}, anchor)
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
    # A season that is not over is "this" one: on 10 September "last summer" is that of the year before.
    ended = (anchor.published.month, anchor.published.day) > (begins + 3, SEASON_ENDS)
    passed = ended if begins < 12 else anchor.published.month == 12
    year = anchor.published.year + (0 if step == 0 else (0 if passed else -1) if step < 0 else (1 if passed else 0))
    return fixed(f"{year:04}-{code}", "publication")


def _deictic(groups: Groups, anchor: Anchor) -> Meaning | None:
    if (groups["deictic"] or "")[0].isupper() and NAME.search(anchor.before):
        return None
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


RULES: dict[str, Rule] = {
    "clock": _clock,
    "noon": _noon,
    "ago": _ago,
    "later": _later,
    "weekday": _weekday,
    "weekday_part": _weekday,
    "shaded_weekday": _weekday,
    "edge": _edge,
    "named": _named,
    "deictic": _deictic,
    "shaded_day": _deictic,
    "shaded_unit": _span_unit,
}
