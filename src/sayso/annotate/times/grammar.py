"""Find time expressions: which words, by which rule. What they mean is settled elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sayso.annotate.times.words import DAY, ORDINAL, YEAR, either, lexicon, parts


class Found(NamedTuple):
    """An expression at ``start:end``: the rule that found it and the rule's named groups."""

    start: int
    end: int
    rule: str
    groups: dict[str, str | None]


class Grammar(NamedTuple):
    """``triggers`` finds the words at which an expression can begin; ``rules`` are tried there by class of word."""

    triggers: re.Pattern[str]
    rules: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    references: dict[str, str]


CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?(?P<half>\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b))?"
    r"(?P<zone>\s?\(?(?:GMT|UTC|[ECMP][SD]T|BST|CES?T|EES?T|IST|JST|[ECMP]T|local time)\b(?:\s?[+-]\s?\d{1,2})?\)?)?"
)
AFTER_REFERENCE = re.compile(
    r"-\w|\s+(?:after|before|thereafter|afterwards?|as|enough)\b|\s+(?:\d|(?:few|several|two|three|four|five|six|ten)?\s*(?:day|week|month|year|decade|centur)(?!\w*['’]))"
)
WHICH = r"(?P<which>this|last|next|past|coming|current)"
LATER = r"(?P<later>later|earlier)\b(?!\s+than)"
SHADE = r"(?:(?P<shade>early|mid|late|later|earlier)(?:\s+(?:in|on)|-to-late)?[\s-]+)"


def _patterns() -> dict[str, dict[str, str]]:
    """Return the rules by the class of word that they begin with."""
    p = parts()
    month, day = rf"(?P<month>{p.month})", rf"(?P<day>{DAY}){ORDINAL}?"
    year = rf"(?P<year>{YEAR})(?![\d-])"
    until = rf"(?:(?:\s?[-–]\s?|\s+(?:to|through)\s+)(?P<day2>{DAY}){ORDINAL}?)?"
    month_day = rf"{month}\s+{day}{until}(?![\d%]|[:.,]\d)(?:,?\s+{year})?"
    day_month = (
        rf"{day}(?:(?:\s?[-–]\s?|\s+(?:to|through)\s+)(?P<day2>{DAY}){ORDINAL}?)?\s+(?:of\s+)?{month}(?:,?\s+{year})?"
    )
    month_year = rf"{month},?\s+(?:of\s+)?{year}"
    season = rf"(?P<season>{p.season})(?:\s+(?:of\s+)?{year})?"
    number = rf"(?P<number>{p.number})"
    half = r"(?P<more>\s+and\s+a\s+half)?"
    unit, units = rf"(?P<unit>{p.unit})", rf"(?P<unit>{p.units})"
    part = rf"(?P<part>{p.part})"
    length = rf"{number}{half}[\s-]+{units}"
    later = rf"(?P<span>{length})\s+{LATER}"
    named = rf"(?:(?P<unit>{p.unit})|(?P<weekday>{p.weekday})|(?P<month>{p.month})|(?P<season>{p.season})|{part})"
    few = r"(?P<few>several|a\s+few|few|many|some|a\s+couple\s+of|a\s+number\s+of)"
    return {
        "month": {"month_day": month_day, "month_year": month_year, "month": rf"{month}(?!\s+\d)"},
        "digit": {
            "iso": r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
            "slashed": r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4}|\d\d)\b(?!/)",
            "dotted": r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b",
            "day_month": day_month,
            "clock": CLOCK,
            "decade": r"(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b",
            "years": rf"(?P<year>{YEAR})\s?[-–/]\s?(?P<year2>{YEAR}|\d\d)(?![\d-])",
            "year": rf"{year}(?![,.:/]\d)",
            "ago": rf"{length}\s+(?P<ago>ago|from\s+now)",
            "later": later,
            "length": length,
        },
        "number": {"ago": rf"{length}\s+(?P<ago>ago|from\s+now)", "later": later, "length": length},
        "weekday": {
            "weekday_date": rf"{p.weekday},?\s+(?:(?:{month_day}))",
            "weekday_day": rf"{p.weekday},?\s+{day_month}",
            "weekday_part": rf"(?P<weekday>{p.weekday})\s+{part}",
            "weekdays": rf"(?P<weekday>{p.weekday[:-2]})s\b",
            "weekday": rf"(?P<weekday>{p.weekday})",
        },
        "the": {
            "day_month": rf"the\s+{day_month}",
            "quarter": rf"the\s+(?P<ordinal>{p.ordinal})\s+(?P<span>quarter|half)"
            rf"(?:\s+of\s+(?:{year}|(?:the|this)\s+year))?",
            "decade": r"the\s+(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b",
            "short_decade": r"the\s+['’](?P<decade>\d)0s\b",
            "century": rf"the\s+(?P<century>\d\d?){ORDINAL}\s+century",
            "stretch": r"the\s+(?P<which>past|last|next|coming|previous|following)\s+"
            rf"(?:(?:{number}|{few})\s+)?{units}",
            "edge": r"the\s+(?:very\s+)?(?P<edge>beginning|start|end|middle|turn)\s+of\s+"
            r"(?:(?:the|this)\s+(?P<unit>week|month|year|decade|century)\b"
            rf"|(?P<which>last|next)\s+(?P<unit2>week|month|year)\b|{month_year}|(?P<month_only>{p.month})|(?P<year_only>{YEAR})\b)",
            "season": rf"the\s+{season}",
        },
        "which": {
            "named": rf"{SHADE}?{WHICH}\s+{named}(?:\s+(?:of\s+)?{year})?(?:\s+(?P<part2>{p.part}))?",
            "stretch": rf"(?P<which>past|last|next|coming)\s+(?:{number}|{few})\s+{units}",
            "shaded_month": rf"{SHADE}(?:in\s+)?{month}(?:,?\s+(?:of\s+)?{year})?(?!\s+\d{{1,2}}\b)",
            "shaded_year": rf"{SHADE}{year}",
            "shaded_season": rf"{SHADE}(?:the\s+)?{season}",
            "shaded_weekday": rf"{SHADE}(?P<weekday>{p.weekday})",
            "shaded_decade": rf"{SHADE}(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b",
            "shaded_day": rf"{SHADE}(?P<deictic>today|yesterday|tomorrow)\b",
            "shaded_unit": rf"{SHADE}the\s+(?P<span_unit>day|week|month|year)\b",
        },
        "day": {"deictic": rf"(?P<deictic>today|yesterday|tomorrow|tonight)\b(?:\s+{part})?"},
        "article": {
            "ago": rf"(?P<one>an?)\s+{unit}(?P<more>\s+and\s+a\s+half)?\s+(?P<ago>ago|from\s+now)",
            "later": rf"(?P<span>(?P<one>an?)\s+{unit})\s+{LATER}",
            "half": rf"(?P<half_unit>half\s+an?)\s+{unit}",
            "one": rf"(?P<one>an?)\s+{unit}(?!-)",
            "few": rf"{few}\s+{units}(?P<ago>\s+ago\b)?",
        },
        "vague": {
            "few": rf"{few}\s+{units}(?P<ago>\s+ago\b)?",
            "many": r"(?P<many>(?:decades|centuries|years|months|weeks|days)(?:-long)?)\b(?:(?P<ago>\s+ago)\b|\b)",
        },
        "set": {
            "every": r"(?:every|each)\s+(?:(?:other|few)\s+)?"
            rf"(?:{number}\s+)?(?:{units}|(?P<weekday>{p.weekday})|{part})",
            "per": rf"per\s+{unit}",
            "adverb": rf"(?P<adverb>{p.adverb})",
        },
        "season": {"season": season},
        "fiscal": {"fiscal": rf"fiscal(?:\s+year)?\s+{year}", "q": rf"Q(?P<q>[1-4])(?:\s+(?:of\s+)?{year})?"},
        "clockword": {"noon": r"(?P<noon>noon|midday|midnight)\b"},
        "holiday": {
            "holiday": rf"(?P<holiday>{either(lexicon()['holidays'])})\b(?:,?\s+{year})?",
            "movable": rf"(?P<holiday>{either(lexicon()['movable'])})\b(?!(?:['’]s)?\s+(?-i:[A-Z]))(?:,?\s+{year})?",
        },
    }


def _starts() -> dict[str, str]:
    p, known = parts(), lexicon()
    return {
        "month": either(known["months"]),
        "weekday": either([*known["weekdays"], *(f"{w}s" for w in known["weekdays"])]),
        "holiday": either([*known["holidays"], *known["movable"]]),
        "fiscal": "(?i:fiscal)|Q(?=[1-4])",
        "digit": r"\d+",
        "the": "(?i:the)",
        "which": r"(?i:this|last|next|past|coming|later|earlier|early|mid|late)(?=[\s-])",
        "day": "(?i:today|yesterday|tomorrow|tonight)",
        "vague": "(?i:several|few|many|some|decades|centuries|years|months|weeks|days)",
        "article": "(?i:an?|half)(?=\\s)",
        "set": rf"(?i:every|each|per|{either(known['adverbs'])})",
        "season": rf"(?i:{either(known['seasons'])})",
        "clockword": "(?i:noon|midday|midnight)",
        "number": p.number[p.number.index("|") + 1 :].split("(?:[")[0],
        "reference": rf"(?i:{either(w for words in known['references'].values() for w in words)})",
    }


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """Return the compiled grammar."""
    rules = {
        start: tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in group.items())
        for start, group in _patterns().items()
    }
    triggers = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _starts().items())
    references = {phrase: value for value, phrases in lexicon()["references"].items() for phrase in phrases}
    return Grammar(re.compile(rf"(?<![\w$€£#@])(?:{triggers})(?!\w(?<=[a-zA-Z]))"), rules, references)


def find_expressions(text: str) -> Iterator[Found]:
    """Yield the expressions in the order of the text, the longest at each place; none overlap."""
    known, at = grammar(), 0
    while trigger := known.triggers.search(text, at):
        found = _best(text, trigger, known)
        if found:
            yield found
        at = found.end if found else trigger.start() + 1


def _best(text: str, trigger: re.Match[str], known: Grammar) -> Found | None:
    start = trigger.start()
    best: Found | None = None
    for name, rule in known.rules.get(trigger.lastgroup or "", ()):
        m = rule.match(text, start)
        if m and _capitals(m) and (best is None or m.end() > best.end):
            best = Found(start, m.end(), name, m.groupdict())
    shouted = trigger[0].isupper() and len(trigger[0]) > 1
    if (
        best is None
        and trigger.lastgroup == "reference"
        and not shouted
        and not AFTER_REFERENCE.match(text, trigger.end())
    ):
        value = known.references[" ".join(trigger[0].lower().split())]
        best = Found(start, trigger.end(), "reference", {"value": value})
    return best


def _capitals(m: re.Match[str]) -> bool:
    """Whether the month or weekday is written as a name ("may" and "sun" are other words)."""
    groups = m.groupdict()
    named = (groups.get("month"), groups.get("weekday"), groups.get("month_only"))
    return all(word is None or word[0].isupper() or word[0].isdigit() for word in named)
