"""Times that are the two ends of one interval, and times that merely name another event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.compare import edtf
from sayso.compare.tense import is_finite
from sayso.model import Annotation, Span, Time

Date = tuple[str, str]
BETWEEN = re.compile(r"\s*(?:through|thru|to|until|till|and|–|—|-)\s*(?:the )?", re.IGNORECASE)
OPENS = re.compile(r"\b(?:from|between|since)\s+(?:the )?(?:early |late |about |around )?$", re.IGNORECASE)
# "and" and "until" join an interval only after "from" or "between"; these do always.
ALWAYS = re.compile(r"\s*(?:through|thru|–|-)\s*$", re.IGNORECASE)
BACK = 24
# How far before a time its clause begins at most.
REACH = 200
# "the deadliest since May 2011" tells of what is measured, not of May.
SUPERLATIVE = re.compile(r"\b(?:\w{3,}est|most|worst|best|first|only)\b[^,;.]*\bsince\s+$", re.IGNORECASE)
# "more than in the whole of April", "three times the number given a day earlier" tell of what is compared.
THAN = re.compile(
    r"\b(?:than|compared (?:with|to))\s+(?:(?:in|on|at|during|for)\s+)?(?:the\s+)?(?:(?:whole|all|rest) of\s+)?$",
    re.IGNORECASE,
)
EARLIER = re.compile(r"(?:earlier|ago|before)$", re.IGNORECASE)
MEASURED = re.compile(
    r"\b(?:times|than|twice|double|half|triple|compared|from\s+(?:about\s+)?\d[\d,.]*)\b[^,;.]*$", re.IGNORECASE
)
# "after 46 on Friday", "up from 51 in May" tell what is counted now.
FORMER = re.compile(
    r"\b(?:after|from|against)\s+(?:about\s+|only\s+|some\s+)?\d[\d,.]*(?:\s+(?:percent|per cent|million|billion))?"
    r"\s+(?:(?:on|in|at|the)\s+)*$",
    re.IGNORECASE,
)
# "what we know today" means nowadays.
NOWADAYS = re.compile(r"\b(?:know|live|live in|face)\s+$", re.IGNORECASE)
# "before the 11 September attacks", "our leader's 2016 opponent": the time is part of a name for something else.
WITHIN = re.compile(
    r"\b(?:before|after|since|than|like|unlike|following|until|till)\s+(?:the|that|those)\s+$", re.IGNORECASE
)
OWNED = re.compile(r"[’']s?\s+$")
NOUN = re.compile(r",?\s+(?!and\b|or\b|but\b|in\b|on\b|at\b|by\b|when\b|who\b|that\b|which\b)[a-z]{4,}")
# "not waiting until Friday" tells of nothing on Friday.
NOT_UNTIL = re.compile(r"(?:\bnot|n[’']t|\bnever|\bwithout)\b(?:\s+\w+){0,4}\s+(?:until|till)\s+$", re.IGNORECASE)


# "no report had arrived before Wednesday" tells of nothing on Wednesday.
NOT_BEFORE = re.compile(
    r"(?:\bno|\bnot|n[’']t|\bnever|\bnothing|\bnobody|\bdenied|\banything|\bany)\b"
    r"(?:\s+[\w’'-]+){0,6}\s+before\s+$",
    re.IGNORECASE,
)
AHEAD = re.compile(r"\b(?:may|might|will|would|could|can|shall|should|to)\b", re.IGNORECASE)
# "will hear the complaint against Sunday's result": the day is that of what is spoken of.
POSSESSIVE = re.compile(r"[’'](?:s\b)?\s+\w")
LOWER = re.compile(r"\b[a-z]{2,}\b")


def joined(annotation: Annotation, dates: Sequence[tuple[Time, Date | None]]) -> Iterator[tuple[Time, Date]]:
    """Go through the dated times, the two ends of an interval ("from 2009 through 2016") as one with the interval."""
    text, skip = annotation.article.text, False
    for i, (time, date) in enumerate(dates):
        following = dates[i + 1] if i + 1 < len(dates) else None
        if skip or date is None:
            skip = False
            continue
        other = following[1] if following else None
        if following and other and _is_interval(text, time, following[0]) and _ordered(date[0], other[0]):
            skip = True
            yield time, (f"{date[0]}/{other[0]}", date[1])
        else:
            yield time, date


def refers(text: str, span: Span) -> bool:
    """Whether a time only helps to name another event ("before the May strike"), or tells of none ("not until May")."""
    before = text[max(span.start - 60, 0) : span.start]
    if any(p.search(before) for p in (NOT_UNTIL, SUPERLATIVE, THAN, FORMER)) or _is_owner(text, span):
        return True
    if NOT_BEFORE.search(before) and not AHEAD.search(before):
        return True
    if EARLIER.search(span.text) and MEASURED.search(before):
        return True
    if span.text.lower().startswith("today") and NOWADAYS.search(before):
        return True
    return bool((WITHIN.search(before) or OWNED.search(before)) and NOUN.match(text, span.end))


def _is_owner(text: str, span: Span) -> bool:
    """Whether a time owns what another verb is about ("to discuss last Tuesday's attack")."""
    owns = span.text.endswith(("’s", "'s")) or POSSESSIVE.match(text, span.end)
    return bool(owns) and any(is_finite(w.lower()) for w in LOWER.findall(_clause(text, span)))


def _clause(text: str, span: Span) -> str:
    """Return the words of a time's clause before it."""
    low = max(span.start - REACH, 0)
    start = max(text.rfind(stop, low, span.start) for stop in (". ", ", ", "; ", "\n", "“", '"', "– "))
    return text[max(start + 1, low) : span.start]


def _is_interval(text: str, one: Time, other: Time) -> bool:
    between = text[one.span.end : other.span.start]
    if one.sentence != other.sentence or not BETWEEN.fullmatch(between):
        return False
    return bool(ALWAYS.fullmatch(between) or OPENS.search(text[max(one.span.start - BACK, 0) : one.span.start]))


def _ordered(one: str, other: str) -> bool:
    return "/" not in one + other and edtf.sort_key(one) < edtf.sort_key(other)
