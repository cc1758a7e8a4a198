"""Units and currencies round a number, and the period or thing of a rate ("a day", "per barrel")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.data.loading import table


class Measure(NamedTuple):
    """What stands round a number: the whole range with its unit, the unit's name, its kind, and the rate's base."""

    start: int
    end: int
    unit: str | None = None
    kind: str = ""
    per: str | None = None
    negative: bool = False


class Forms(NamedTuple):
    """What finds units: before the number, symbols and words after it, and the name and kind of each form."""

    before: re.Pattern[str]
    symbols: re.Pattern[str]
    words: re.Pattern[str]
    names: dict[str, tuple[str, str]]


PERIODS = r"second|minute|hour|day|night|week|weekend|month|quarter|season|year|decade|generation|term"
EACH = rf"{PERIODS}|barrel|gallon|share|head|person|pound|ton|tonne|litre|liter|kilo|ounce|bushel|household|unit|piece"
RATE = re.compile(
    rf"\s*(?:/\s?|\bper\s+|\bp(?=/[ah]\b)|\bfor\s+every\s+)(?P<any>(?:(?:square|sq\.?|cubic)\s)?[^\W\d]+)"
    rf"|\s+(?:an?|each|every|one)\s+(?P<each>{EACH})\b(?!\s+(?:ago|earlier|later|before|after|from|on)\b|[-–])"
    r"|\s+(?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually)\b",
    re.IGNORECASE,
)
ADVERBS = {"daily": "day", "annually": "year", "yearly": "year", "nightly": "night"}
SIGN = re.compile(r"(?:(?<![\w)])[-−–]|\bminus[- ]?)$", re.IGNORECASE)
NOT_SPACED = frozenset("Ap'")


@lru_cache(maxsize=1)
def forms() -> Forms:
    """Return the compiled tables of units and currencies."""
    before: dict[str, str] = {}
    symbols: dict[str, tuple[str, str]] = {}
    words: dict[str, tuple[str, str]] = {}
    for row in table("currencies"):
        name, first, after, named = (*row, "", "", "")[:4]
        before |= dict.fromkeys(_cells(first), name)
        symbols |= dict.fromkeys(_cells(after), (name, "money"))
        words |= dict.fromkeys((w.lower() for w in _cells(named)), (name, "money"))
    for row in table("units"):
        name, kind, marks, named = (*row, "", "")[:4]
        symbols |= dict.fromkeys(_cells(marks), (name, kind))
        words |= dict.fromkeys((w.lower() for w in _cells(named)), (name, kind))
    names = {f"<{k}": (v, "money") for k, v in before.items()} | {f">{k}": v for k, v in symbols.items()} | words
    return Forms(
        re.compile(rf"(?<![A-Za-z])(?P<unit>{_any(before)})[ \u00a0]?$"),
        re.compile(rf"(?P<gap>[ \u00a0-]?)(?P<unit>{_any(symbols)})(?![\w²³/])"),
        re.compile(rf"[\s-]?\s?(?P<unit>{_plurals(words)})\b", re.IGNORECASE),
        names,
    )


def measure(text: str, start: int, end: int, in_digits: bool) -> Measure:
    """Read what stands round the number at ``start:end``."""
    known = forms()
    first, negative = start, False
    unit, kind, last = None, "", end
    sign = SIGN.search(text, max(start - 6, 0), start)
    if sign and in_digits:
        first, negative = sign.start(), True
    prefix = known.before.search(text, max(first - 6, 0), first)
    if prefix:
        unit, kind = known.names["<" + prefix["unit"]]
        first, last = prefix.start(), _also(text, end)
        sign = SIGN.search(text, max(first - 6, 0), first)
        if sign and in_digits:
            first, negative = sign.start(), True
    else:
        unit, kind, last = _after(text, end, in_digits)
    rate = RATE.match(text, last) if unit else None
    return Measure(first, rate.end() if rate else last, unit, kind, base(rate) if rate else None, negative)


def base(rate: re.Match[str]) -> str:
    """Return the normalised thing that a rate is per."""
    given = rate["any"] or rate["each"] or rate["adverb"]
    word = given.lower()
    if rate["adverb"]:
        return ADVERBS.get(word, word.removesuffix("ly"))
    name = unit_name(given) or unit_name(word) or word.removesuffix("s")
    return "square foot" if name == "square feet" else name


def unit_name(word: str) -> str | None:
    """Return the name of the unit that ``word`` (a lower-cased word or a symbol) stands for."""
    names = forms().names
    word = re.sub(r"\s+", " ", word)
    found = names.get(word) or names.get(">" + word) or (names.get(word[:-1]) if word.endswith("s") else None)
    return found[0] if found else None


def _after(text: str, end: int, in_digits: bool) -> tuple[str | None, str, int]:
    known = forms()
    best: tuple[str | None, str, int] = (None, "", end)
    if in_digits:
        symbol = known.symbols.match(text, end)
        if symbol and not (symbol["gap"] and symbol["unit"] in NOT_SPACED):
            best = (*known.names[">" + symbol["unit"]], symbol.end())
    word = known.words.match(text, end)
    if word and word.end() > best[2]:
        key = re.sub(r"\s+", " ", word["unit"].lower())
        found = known.names.get(key) or known.names.get(_singular(key))
        if found and not (found[1] == "factor" and word["unit"][0].isupper()):
            best = (*found, word.end())
    return best


def _also(text: str, end: int) -> int:
    """Take in what repeats a currency already read: "$31.20 US", "US$5 dollars"."""
    again = re.compile(r"\s?(?:US|U\.S\.|USD|CAD|dollars|euros|pounds)\b").match(text, end)
    return again.end() if again else end


def _singular(word: str) -> str:
    first, _, rest = word.partition(" ")
    options = [word[:-1]] if word.endswith("s") else []
    if rest and first.endswith("s"):
        options.append(f"{first[:-1]} {rest}")
    return next((o for o in options if o in forms().names), "")


def _cells(cell: str) -> list[str]:
    return [form.replace("_", " ") for form in cell.split()]


def _any(options: dict[str, str] | dict[str, tuple[str, str]]) -> str:
    return "|".join(re.escape(o) for o in sorted(options, key=len, reverse=True))


def _plurals(options: dict[str, tuple[str, str]]) -> str:
    """Let the first and the last word of each form be plural ("degrees Celsius", "miles per hour")."""
    made = []
    for option in sorted(options, key=len, reverse=True):
        first, _, rest = option.partition(" ")
        made.append(re.escape(first) + "s?" + (r"\s+" + re.escape(rest).replace(r"\ ", r"\s+") + "s?" if rest else ""))
    return "|".join(made)
