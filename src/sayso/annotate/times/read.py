"""Read time expressions: find them, then settle what they mean, each against the dates round it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from spacy.tokens import Doc

from sayso.annotate.sentences import sentence_at
from sayso.annotate.times import calendar
from sayso.annotate.times.anchor import Anchor
from sayso.annotate.times.direction import direction, is_event
from sayso.annotate.times.flat import direction_of_words
from sayso.annotate.times.grammar import Found, find_expressions
from sayso.annotate.times.meaning import Meaning
from sayso.annotate.times.normalise import normalise
from sayso.annotate.times.words import month
from sayso.model import Annotation, Span, Time

# The rules whose reading depends on whether the clause looks back or ahead.
DAYS = ("month_day", "day_month", "weekday_date", "weekday_day", "weekday", "weekday_part", "shaded_weekday", "holiday")
RANGED = frozenset(("month_day", "day_month", "month"))
RANGE = re.compile(r"\s*(?:-|–|—|\b(?:to|and|until|till|through)\b)\s*")
YEARS = {"last year": -1, "this year": 0, "next year": 1}
SINCE = re.compile(r"\bsince\s+(?:about\s+|around\s+|at\s+least\s+|early\s+|late\s+)?$", re.IGNORECASE)
# How many sentences on "two days later" still counts from the day last told.
MEMORY = 2
TENSED = frozenset((*DAYS, "movable", "month", "shaded_month", "quarter", "q", "edge"))


def read_times(doc: Doc, annotation: Annotation) -> tuple[Time, ...]:
    """Return time expressions, in the order of the text.

    Partial and relative dates are read against the article's publication date; without one they stay open
    ("XXXX-10-23"), unless the text gives the same day with its year elsewhere.
    """
    starts = doc.to_array("IDX").tolist()
    return _read(annotation, lambda one: _direction(doc, starts, one, _before(annotation.article.text, one)))


def read_times_unparsed(annotation: Annotation) -> tuple[Time, ...]:
    """Return time expressions as ``read_times`` does, from the words alone, without a parse.

    Only where a clause points is read more coarsely, so that some weekdays and days without a year go astray.
    """
    text, sentences = annotation.article.text, annotation.sentences

    def pointing(one: Found) -> str:
        start = sentences[sentence_at(sentences, one.start)].span.start if sentences else 0
        return "past" if SINCE.search(_before(text, one)) else direction_of_words(text[start : one.start])

    return _read(annotation, pointing)


def _before(text: str, one: Found) -> str:
    return text[max(one.start - 24, 0) : one.start].lower()


def _read(annotation: Annotation, pointing: Callable[[Found], str]) -> tuple[Time, ...]:
    """Read the expressions one after the other; ``pointing`` says where the clause of one points."""
    text, made = annotation.article.text, list[Time]()
    found = _with_later_years(text, _with_told_years(text, list(find_expressions(text)), annotation.article.published))
    base = Anchor(annotation.article.published, dates=_full(found))
    latest: str | None = None
    told: str | None = None
    where = -1
    for one in found:
        sentence = sentence_at(annotation.sentences, one.start)
        anchor = replace(
            base,
            latest=latest if sentence == where else None,
            told=told if told and sentence - where <= MEMORY else None,
            before=text[max(one.start - 24, 0) : one.start],
            after=text[one.end : one.end + 24],
        )
        if base.published and (one.rule in TENSED or anchor.before.lower().endswith("within ")):
            anchor = replace(anchor, direction=pointing(one))
        meaning = normalise(one, anchor)
        if meaning is None and one.rule == "later":
            one = _length_alone(one)
            meaning = normalise(one, anchor)
        if meaning:
            made.append(_time(len(made), text, one, sentence, meaning))
            day = _day(made[-1])
            latest = day or (latest if sentence == where else None)
            told = _told(made[-1], told)
            where = sentence
    return tuple(made)


def _told(time: Time, before: str | None) -> str | None:
    """Return the last date told, a day, month or year; a week or season ends what was told before."""
    if time.type != "DATE" or time.value.endswith("_REF"):
        return before
    return time.value if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", time.value) else None


def _direction(doc: Doc, starts: list[int], found: Found, before: str) -> str:
    """Return where the expression points, by its preposition or its clause."""
    if SINCE.search(before):
        return "past"
    at = max(bisect_right(starts, found.start) - 1, 0)
    told = direction(doc, at)
    if found.rule == "month" and is_event(doc, at + 1):
        return told or "future"
    # A day that something is for ("called a vote for Sept. 14") lies ahead of the telling.
    if not before.endswith(" for "):
        return told
    return "later" if told in ("", "past") and found.rule in DAYS else told or "future"


def _length_alone(later: Found) -> Found:
    """Leave "three days" of "three days later" where no day was told."""
    rule = "one" if later.groups.get("one") else "length"
    return later._replace(end=later.start + len(later.groups["span"] or ""), rule=rule)


def _time(number: int, text: str, found: Found, sentence: int, meaning: Meaning) -> Time:
    end = found.end
    while end > found.start and text[end - 1].isspace():
        end -= 1
    known = meaning.edtf
    if (
        known
        and meaning.type == "DATE"
        and "X" not in known.removeprefix("XXXX-")
        and SINCE.search(text, max(end - 64, 0), found.start)
    ):
        known = f"{known.partition('/')[0]}/.."
    return Time(number, Span.of(text, found.start, end), sentence, meaning.type, meaning.value, known, meaning.basis)


def _day(time: Time) -> str | None:
    """Return the full day that the time names, for a clock time after it in the sentence."""
    full = time.type == "DATE" and len(time.value) == 10 and time.value[:4].isdigit() and time.basis != "none"
    return time.value if full else None


def _with_later_years(text: str, found: list[Found]) -> list[Found]:
    """Give the first end of a range the year of its second ("from October 3 to November 2, 2024")."""
    made: list[Found] = []
    for one, then in zip_longest(found, found[1:]):
        year = then.groups.get("year") if then else None
        if (
            then
            and year
            and one.rule in RANGED
            and not one.groups.get("year")
            and RANGE.fullmatch(text, one.end, then.start)
        ):
            first, last = month(one.groups["month"] or ""), month(then.groups.get("month") or "December")
            one = one._replace(groups={**one.groups, "year": f"{int(year) - (first > last):04}"})
        made.append(one)
    return made


def _with_told_years(text: str, found: list[Found], published: date | None) -> list[Found]:
    """Give a month the year that is told beside it ("in March last year")."""
    if published is None:
        return found
    made: list[Found] = []
    for one, then in zip_longest(found, found[1:]):
        open_month = one.rule in RANGED and not one.groups.get("year")
        steps = YEARS.get(text[then.start : then.end].lower()) if then and open_month else None
        if then and steps is not None and text[one.end : then.start].strip(" ,") == "":
            one = one._replace(groups={**one.groups, "year": f"{published.year + steps:04}"})
        made.append(one)
    return made


def _full(found: list[Found]) -> tuple[date, ...]:
    """Return the days that the text gives in full."""
    made: list[date] = []
    for one in found:
        day, year, name = (one.groups.get(part) for part in ("day", "year", "month"))
        value = calendar.day(int(year), month(name), int(day)) if day and year and name and name[0].isalpha() else None
        made.extend([date.fromisoformat(value)] if value else [])
    return tuple(dict.fromkeys(made))[:64]
