"""Lengths of time and what recurs: TIMEX3 DURATION and SET."""

from __future__ import annotations

import re

from sayso.annotate.times import calendar
from sayso.annotate.times.anchor import Anchor
from sayso.annotate.times.meaning import FUTURE, PAST, STEPS, Groups, Meaning, Rule, fixed
from sayso.annotate.times.words import amount, lexicon, unit, weekday

OLD = re.compile(r"[- ]olds?\b|\s+of\s+age\b")
AMOUNT = re.compile(
    r"(?:\d|\b(?:once|twice|times|million|billion|thousand|hundred|percent|cent|dollars|euros|pounds|[a-z]{3,}s))\s$"
)


def _length(groups: Groups, anchor: Anchor) -> Meaning | None:
    name = unit(groups["unit"] or "")
    if OLD.match(anchor.after) or (name == "quarter" and anchor.after.startswith(" of")):
        return None
    if (groups["unit"] or "")[0].isupper() and anchor.before.endswith(('"', "“", "‘", "'")):
        return None
    count = 1.0 if groups.get("one") else amount(groups.get("number") or "")
    if count is None:
        return None
    return _ahead(anchor, count + (0.5 if groups.get("more") else 0.0), name)


def _ahead(anchor: Anchor, count: float, name: str) -> Meaning:
    """Return a length; "within a week" of what is to come also reaches from publication to a week later."""
    value = duration(count, name)
    within = anchor.before.lower().endswith("within ") and anchor.direction in ("future", "later")
    last = (
        calendar.until(anchor.published, name, int(count + 0.5))
        if within and anchor.published and count < 9999
        else None
    )
    if last is None:
        return Meaning("DURATION", value)
    return Meaning("DURATION", value, f"{anchor.published}/{last}", "publication")


def duration(count: float, name: str) -> str:
    """Return the TIMEX3 value of ``count`` units; decades and fortnights in years and weeks."""
    letter = str(lexicon()["units"][name])
    factor, letter = {"DE": (10, "Y"), "CE": (100, "Y"), "2W": (2, "W"), "Q": (3, "M")}.get(letter, (1, letter))
    shown = f"{count * factor:.10g}"
    return f"PT{shown}{letter[1:]}" if letter[0] == "T" else f"P{shown}{letter}"


def _few(groups: Groups, anchor: Anchor) -> Meaning | None:
    if groups.get("ago"):
        return PAST
    letter = str(
        lexicon()["units"][unit((groups.get("unit") or groups.get("many") or "").removesuffix("-long"))]
    ).replace("2W", "W")
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
        return _ahead(anchor, 1, name)
    return Meaning("SET", duration(1, name)) if AMOUNT.search(anchor.before) else None


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
    told = calendar.moved(anchor.told, name, STEPS[which]) if anchor.told and which != "last" else None
    return fixed(told, "text") if told else Meaning("DATE", calendar.unknown(name))


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


def _weekdays(groups: Groups, anchor: Anchor) -> Meaning | None:
    return Meaning("SET", f"XXXX-WXX-{weekday(groups['weekday'] or '')}")


RULES: dict[str, Rule] = {
    "length": _length,
    "few": _few,
    "many": _few,
    "half": _half,
    "one": _one,
    "weekdays": _weekdays,
    "stretch": _stretch,
    "every": _every,
    "per": _per,
    "adverb": _adverb,
}
