"""Hours and weeks ago: an hour is of the day last told, unless it opens an entry of a live report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sayso.compare import edtf
from sayso.compare.tense import is_past
from sayso.model import Annotation, Sentence, Span, Time

Date = tuple[str, str]
# An hour without a day ("10.52 p.m.", "noon").
HOUR = re.compile(
    r"(?:(?:about|around|shortly (?:before|after))\s+)?"
    r"(?:\d{1,2}(?:[.:]\d\d)?(?:\s*[ap]\.?\s?m\b\.?|\s*o.clock)?|noon|midnight)",
    re.IGNORECASE,
)
# "47 minutes" of "47 minutes later".
LATER = re.compile(r"\s+(?:later|earlier|afterwards?|beforehand)\b", re.IGNORECASE)
LENGTH = re.compile(r"PT(?:\d+|X)[HM]")
# How many sentences on an hour is still of the day last told.
MEMORY = 2
WEEKS_AGO = re.compile(r"\bweeks?\s+ago$", re.IGNORECASE)
EARLY = re.compile(r"\b(?:early|morning|dawn)\b", re.IGNORECASE)
# So many entries that open with their hour make a live report.
ENTRIES = 3
# An entry that begins with so few words ("4.45 p.m. – The vote.") only has a heading; what it tells follows.
HEADING = 3
# How many sentences at the beginning of an entry are looked at.
ENTRY = 4
WORD = re.compile(r"[^\W\d_]{2,}")
# What is going on or stands so, rather than being done ("are arriving", "is in the witness box").
STATE = re.compile(r"\b(?:is|are|am|was|were)\s+(?:(?:not|now|still|also|already|being)\s+)*(\w+)")


def clocked(annotation: Annotation, dates: Sequence[tuple[Time, Date | None]]) -> Iterator[tuple[Time, Date | None]]:
    """Go through the times with their dates; hours, and what is "47 minutes later", take the day told before them."""
    told: Time | None = None
    day = ""
    for time, found in dates:
        opens = opens_line(annotation.article.text, time.span)
        hour = is_hour(annotation, time, found)
        if (hour and not opens) or _is_later(annotation, time):
            fits = told is not None and time.sentence - told.sentence <= MEMORY and not _is_evening_before(time, told)
            yield time, (day, "text") if fits else None
            told = told if fits else None
            continue
        if found and WEEKS_AGO.search(time.span.text):
            yield time, _weeks_ago(annotation, found)
            continue
        if found and edtf.is_day(found[0]):
            told, day = (None if hour else time), found[0]
        yield time, found


def _weeks_ago(annotation: Annotation, week: Date) -> Date:
    """Return for the week that is "two weeks ago" about the day that lies so many weeks before publication."""
    published, first = annotation.article.published, week[0].partition("/")[0]
    if published is None or not edtf.is_day(first):
        return week
    return f"{(date.fromisoformat(first) + timedelta(published.weekday())).isoformat()}~", week[1]


def _is_evening_before(hour: Time, told: Time) -> bool:
    """Whether an hour may be of the evening before the day told ("early on Monday … at 10.52 p.m.")."""
    return bool(EARLY.search(told.span.text)) and hour.value.partition("T")[2] >= "12"


def is_hour(annotation: Annotation, time: Time, when: Date | None) -> bool:
    """Whether a time is an hour of a day that its sentence does not tell, read against the day of publication."""
    today = when is not None and when[1] == "publication" and when[0] == str(annotation.article.published)
    return time.type == "TIME" and today and bool(HOUR.fullmatch(time.span.text))


def opens_line(text: str, span: Span) -> bool:
    """Whether a time opens its line, as the entries of a live report do."""
    line = text.rfind("\n", 0, span.start) + 1
    return not text[line : span.start].strip(" \t*•-–—[(")


def entry_of(annotation: Annotation, time: Time) -> Time:
    """Return the time that opens an entry, moved to the first sentence after a mere heading ("The vote.")."""
    text, sentences = annotation.article.text, annotation.sentences
    end = text.find("\n", time.span.end) % (len(text) + 1)
    for sentence in sentences[time.sentence : time.sentence + ENTRY]:
        start = max(sentence.span.start, time.span.end)
        if start >= end:
            break
        words = list(WORD.finditer(text, start, sentence.span.end))
        if len(words) > HEADING:
            return _at(time, sentence, Span.of(text, *words[0].span())) if sentence.id != time.sentence else time
    return time


def is_live(annotation: Annotation, times: Sequence[tuple[Time, Date | None]]) -> bool:
    """Whether an article is a live report: several entries open with their hours."""
    text = annotation.article.text
    return sum(is_hour(annotation, t, d) and opens_line(text, t.span) for t, d in times) >= ENTRIES


def is_done(words: str) -> bool:
    """Whether an entry's words tell something done ("has withdrawn its video"), not what is going on."""
    found = STATE.search(words)
    return found is None or is_past(found[1].lower())


def _is_later(annotation: Annotation, time: Time) -> bool:
    after = LATER.match(annotation.article.text, time.span.end)
    return time.type == "DURATION" and bool(LENGTH.fullmatch(time.value)) and after is not None


def _at(time: Time, sentence: Sentence, span: Span) -> Time:
    return Time(time.id, span, sentence.id, time.type, time.value, time.edtf, time.basis)
