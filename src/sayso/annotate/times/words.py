"""The vocabulary of time expressions, as regular expressions and look-ups built from the data file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from sayso.annotate.figures.numbers import find_numbers
from sayso.data.loading import table, toml

YEAR = r"(?:1[1-9]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL = r"(?:st|nd|rd|th)"
FULL = frozenset(("May", "June", "July"))
ENDS = frozenset(("unit", "teen", "ten", "hundred", "scale", "dozen"))


class Parts(NamedTuple):
    """Alternatives for the patterns, without groups."""

    month: str
    weekday: str
    season: str
    unit: str
    units: str
    part: str
    number: str
    ordinal: str
    adverb: str


@lru_cache(maxsize=1)
def parts() -> Parts:
    """Return the alternatives, longest first."""
    known = lexicon()
    number = [word for word, _, kind in table("numbers") if kind in ENDS]
    one = rf"(?i:{either(number)})"
    plural = [*(f"{u}s" for u in known["units"]), *known["plurals"]]
    # Only an abbreviation takes a full stop with it: "Sept. 20", but "in May."
    full = [w for w in known["months"] if len(w) > 4 or w in FULL]
    return Parts(
        month=rf"(?:(?:{either(full)})\b|(?:{either(known['months'])})\b\.?)",
        weekday=rf"(?:{either(known['weekdays'])})\b",
        season=rf"(?i:{either(known['seasons'])})\b",
        unit=rf"(?i:{either(known['units'])})\b",
        units=rf"(?i:{either([*known['units'], *plural])})\b",
        part=rf"(?i:{either(known['parts'])})\b",
        number=rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?!\d)|{one}(?:[\s-](?:and\s)?{one})*)",
        ordinal=rf"(?i:{either(known['ordinals'])})\b",
        adverb=rf"(?i:{either(known['adverbs'])})\b",
    )


def lexicon() -> dict[str, dict[str, Any]]:
    """Return the data file."""
    return toml("times")


def either(words: Iterable[str]) -> str:
    """Return the alternation of ``words``, longest first; a blank stands for any blanks."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


def month(word: str) -> int:
    """Return the number of a month's name or abbreviation."""
    return _numbers("months")[word.rstrip(".").lower()]


def weekday(word: str) -> int:
    """Return the ISO number of a weekday's name or abbreviation."""
    return _numbers("weekdays")[word.rstrip(".").lower()]


@lru_cache(maxsize=2)
def _numbers(names: str) -> dict[str, int]:
    """Return names in lower case with their numbers: headings shout them ("JANUARY 25")."""
    return {name.lower(): int(number) for name, number in lexicon()[names].items()}


def unit(word: str) -> str:
    """Return the singular, in lower case, of a unit of time."""
    lower = word.lower()
    known = lexicon()
    if lower in known["plurals"]:
        return str(known["plurals"][lower])
    return lower if lower in known["units"] else lower.removesuffix("s")


def amount(words: str) -> float | None:
    """Return the value of a number in digits or words."""
    found = find_numbers(words)
    return found[0].value if found else None
