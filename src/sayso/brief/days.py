"""The timeline: in full an entry a line, in short a line a date, with the weightiest of what happened then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from sayso.brief.clean import cut
from sayso.brief.phrases import dated, joined, manner, names
from sayso.brief.used import Used
from sayso.compare import edtf
from sayso.model import Certainty, Comparison, Line, TimelineEntry

MOST = 3  # entries of one date that the short brief shows
CITED = 3  # citations of one of these entries
LONGEST = 130  # characters of it, where it stands beside others
BETWEEN = " · "


def timeline_lines(comparison: Comparison, used: Used) -> Iterator[list[Line]]:
    """Return the dated entries: in full in the order of their dates, in short by date, the weightiest date first."""
    if used.full:
        yield from ([_entry(entry)] for entry in comparison.timeline)
    else:
        yield from ([_day(entries)] for entries in _days(comparison.timeline))


def in_time(lines: Sequence[list[Line]], timeline: Sequence[TimelineEntry]) -> list[list[Line]]:
    """Put chosen lines of the timeline back into the order of their dates."""
    places = {label: place for place, label in reversed(list(enumerate(map(_label, timeline))))}
    return sorted(lines, key=lambda line: places[line[0].label])


def _days(timeline: Sequence[TimelineEntry]) -> list[list[TimelineEntry]]:
    """Return the weightiest entries of each date in their order; a date weighs what its entries do."""
    found: dict[str, list[TimelineEntry]] = {}
    for entry in timeline:
        found.setdefault(_label(entry), []).append(entry)
    kept = [sorted(entries, key=lambda e: -e.weight)[:MOST] for entries in found.values()]
    kept.sort(key=lambda own: (-own[0].weight, edtf.sort_key(own[0].date)))
    return [[entry for entry in found[_label(own[0])] if entry in own] for own in kept]


def _label(entry: TimelineEntry) -> str:
    return dated(entry.date, entry.basis)


def _day(entries: Sequence[TimelineEntry]) -> Line:
    if len(entries) == 1:
        return _entry(entries[0])
    told = (_words(entry) for entry in entries)
    cited = dict.fromkeys(chain.from_iterable(entry.citations[:CITED] for entry in entries))
    who = tuple(w for entry in entries for w in entry.who)
    return Line(BETWEEN.join(told), tuple(cited), _label(entries[0]), names(who))


def _words(entry: TimelineEntry) -> str:
    """Return an entry's words, cut where they are many, with how it is put."""
    put = manner(entry.mode, Certainty.CERTAIN)
    return cut(" ".join(entry.words.split()), LONGEST) + (f" ({put})" if put else "")


def _entry(entry: TimelineEntry) -> Line:
    note = joined(names(entry.who), manner(entry.mode, Certainty.CERTAIN))
    return Line(entry.words, entry.citations, _label(entry), note)
