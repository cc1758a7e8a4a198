"""What happened when: everything dated, the same thing told by several articles once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sayso.compare import edtf
from sayso.compare.anchors import anchors
from sayso.compare.dated import Dated, dated
from sayso.compare.origins import copy_groups, once
from sayso.compare.placed import placed
from sayso.compare.salience import day_salience
from sayso.compare.scene import Scene
from sayso.compare.years import Years, date_of
from sayso.model import Account, Mode, Time, TimelineEntry

# Two entries of one date are one when they share this part of the telling words of the shorter, and at least so many.
ALIKE, LEAST = 0.5, 2
# Where the dates differ in precision (October, 23 October) they must share more.
WIDER_ALIKE, WIDER_LEAST = 0.6, 3
# Fewer do where event and actors are the same.
SAME_EVENT = 0.34
# How many entries one is compared with, and how many of one date or year a word leads to.
TRIED, POSTINGS = 20, 200
PRECISION = {10: 1.0, 7: 0.5, 4: -1.0}
# An interval of years.
YEARS = -0.5
# What one article alone dates by its own day of publication is seldom news: it loses so much, after so many even more.
TODAY, TODAYS, MORE_TODAY = 0.5, 2, 1.5
# So many entries of any one day that one article alone tells keep their weight, the others lose so much.
CROWD, CROWDED = 2, 0.6
EVENTS_OF_NOTE = 0.3
# The day that the coverage comes back to most weighs so much.
SALIENT = 0.5


@dataclass
class _Entry:
    """Entries of one event, with the one by which others are compared with it and the accounts that it is in."""

    first: Dated
    accounts: frozenset[int]
    members: list[Dated] = field(default_factory=list)

    def takes(self, other: Dated, accounts: frozenset[int]) -> bool:
        """Whether another telling, which is in ``accounts``, is of the same event or statement."""
        first = self.first
        if first.kind == other.kind == "statement" and self.accounts & accounts and _holds(first.date, other.date):
            return True
        shared = len(first.what & other.what)
        part = shared / (min(len(first.what), len(other.what)) or 1)
        if first.date != other.date or "~" in other.date:
            return _holds(first.date, other.date) and self._takes_vaguer(other, shared, part)
        if part >= ALIKE and shared >= LEAST:
            return True
        same = first.kind == other.kind and first.kind not in ("", "OTHER")
        return same and bool(first.actors & other.actors) and part >= SAME_EVENT and shared >= LEAST

    def _takes_vaguer(self, other: Dated, shared: int, part: float) -> bool:
        first = self.first
        if first.article == other.article:
            # A title tells what its text tells.
            return other.heading and shared >= LEAST
        if part >= WIDER_ALIKE and shared >= WIDER_LEAST:
            return True
        same = first.kind == other.kind == "statement" and first.cue == other.cue
        return same and not {w.name for w in first.who}.isdisjoint(w.name for w in other.who) and shared >= WIDER_LEAST


def build_timeline(scene: Scene, accounts: Iterable[Account] = ()) -> tuple[TimelineEntry, ...]:
    """Return what the articles date, by date and then in the order of the articles, with who reports it.

    Dates are EDTF. ``basis`` is that of the time read ("explicit", "publication", "text"), or "story" where the year
    or the day is inferred from other articles; ``accounts`` help to place undated articles. Time is linear in the
    number of times but for those that share rare words.
    """
    years = Years.of(scene.annotations, scene.windows)
    own = tuple(dated(scene, years))
    accounts = tuple(accounts)
    near = placed(scene, anchors(scene, years, own, accounts), own)
    found = sorted((*own, *near), key=lambda d: _order(scene, d))
    entries = _merge(found, _same_account(accounts))
    if len(scene.annotations) > 1:
        entries = [e for e in entries if not _is_passing(e)]
    weigh = _Weights(_commonness(found), copy_groups(scene, scene.by_article), _salience(scene, years))
    made = _demoted(scene, [_entry(scene, e, weigh) for e in entries], weigh.groups)
    return tuple(sorted(_once(made), key=lambda e: (edtf.sort_key(e.date), _place(scene, e), e.words)))


def _is_passing(entry: _Entry) -> bool:
    """Whether only a live report tells of it, by the hour, and no other article comes back to it."""
    return not entry.accounts and all(d.hourly for d in entry.members)


def _salience(scene: Scene, years: Years) -> Mapping[str, float]:
    """Return how much the story's days matter, by ISO date."""

    def day(time: Time) -> str | None:
        date = date_of(time, years)
        return date[0] if date else None

    return {d.isoformat(): s for d, s in day_salience(scene.annotations, date_of=day).items()}


def _once(entries: Iterable[TimelineEntry]) -> Iterable[TimelineEntry]:
    """Return the entries with the same words once: under the weightiest date, or the first."""
    best: dict[tuple[str, str], TimelineEntry] = {}
    for entry in sorted(entries, key=lambda e: (-e.weight, edtf.sort_key(e.date), e.citations)):
        best.setdefault((entry.words.casefold(), entry.date), entry)
    return best.values()


def _demoted(scene: Scene, entries: Sequence[TimelineEntry], groups: Mapping[str, str]) -> list[TimelineEntry]:
    """Return the entries, weightiest first, less weight on what one article dates by "today" or the weekday it is."""
    made, seen = [], Counter[str]()
    for entry in sorted(entries, key=lambda e: (-e.weight, e.date, e.citations)):
        today = entry.date == scene.window_of[entry.citations[0].article].edtf and entry.basis == "publication"
        less = 0.0
        if len({groups[c.article] for c in entry.citations}) == 1:
            seen[entry.date] += 1
            place = seen[entry.date]
            less = (TODAY if place <= TODAYS else MORE_TODAY) if today else CROWDED if place > CROWD else 0.0
        made.append(replace(entry, weight=round(entry.weight - less, 4)))
    return made


def _order(scene: Scene, one: Dated) -> tuple[int, bool, int, tuple[object, ...]]:
    """Order the firm dates first, so that vaguer tellings join them, then by article, titles last."""
    firm = len(one.date.partition("/")[0].strip("~?%")) - 2 * ("~" in one.date)
    return (-firm, one.heading, scene.order[one.article], one.citation.spans)


def _same_account(accounts: Iterable[Account]) -> Mapping[tuple[str, int], frozenset[int]]:
    """Return the accounts of several articles that each sentence (article id, number) takes part in."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, account in enumerate(accounts):
        if len({c.article for c in account.citations}) > 1:
            for cited in account.citations:
                found[cited.article, cited.sentence].add(number)
    return {place: frozenset(numbers) for place, numbers in found.items()}


def _merge(found: Iterable[Dated], accounts: Mapping[tuple[str, int], frozenset[int]]) -> list[_Entry]:
    entries: list[_Entry] = []
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in found:
        keys = [(when, word) for word in one.what for when in (one.date, one.date[:4])]
        shared = Counter(i for key in keys for i in holders[key])
        told = accounts.get((one.article, one.citation.sentence), frozenset())
        best = next((i for i in _likeliest(shared) if entries[i].takes(one, told)), None)
        if best is None:
            best = len(entries)
            entries.append(_Entry(one, told))
            for key in keys:
                if len(holders[key]) < POSTINGS:
                    holders[key].append(best)
        entries[best].members.append(one)
    return entries


def _likeliest(shared: Mapping[int, int]) -> list[int]:
    """Return the entries that share most; the same date counts by itself, since its words are counted twice."""
    return sorted(shared, key=lambda i: (-shared[i], i))[:TRIED]


def _holds(one: str, other: str) -> bool:
    """Whether one date lies within the other; an approximate day may be any of its month."""
    (a, b), (c, d) = edtf.bounds(_about(one)), edtf.bounds(_about(other))
    if not (a and b and c and d) or "/.." in one + other or "../" in one + other:
        return False
    return (a <= c and d <= b) or (c <= a and b <= d)


def _about(date: str) -> str:
    return date[:7] if date.endswith("~") and "/" not in date else date


def _commonness(found: Sequence[Dated]) -> Mapping[str, float]:
    """Return for each word the share of the articles with dates in which it stands beside one."""
    articles: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for word in one.what:
            articles[word].add(one.article)
    total = len({d.article for d in found}) or 1
    return {word: len(names) / total for word, names in articles.items()}


class _Weights(NamedTuple):
    """What entries are weighed by: how common words are, which articles are copies, how much a day matters."""

    common: Mapping[str, float]
    groups: Mapping[str, str]
    salience: Mapping[str, float]


def _entry(scene: Scene, entry: _Entry, weigh: _Weights) -> TimelineEntry:
    members = sorted(
        entry.members, key=lambda d: (d.date != entry.first.date, scene.order[d.article], d.citation.spans)
    )
    shown = min(
        members,
        key=lambda d: (d.date != entry.first.date, d.article in scene.derived, not d.kind, scene.order[d.article]),
    )
    cited = tuple(dict.fromkeys(d.citation for d in (shown, *members)))
    mode = shown.mode if len({d.mode for d in members}) == 1 else _plainest(members)
    weight = _weight(members, entry.first.date, weigh)
    return TimelineEntry(
        entry.first.date,
        shown.words,
        cited,
        once((d.article, w) for d in members for w in d.who),
        shown.basis,
        mode,
        weight,
    )


def _plainest(members: Sequence[Dated]) -> Mode:
    modes = [d.mode for d in members]
    return Mode.ASSERTED if Mode.ASSERTED in modes else modes[0]


def _weight(members: Sequence[Dated], date: str, weigh: _Weights) -> float:
    articles = len({weigh.groups[d.article] for d in members})
    precision = PRECISION.get(len(date), 0.4 if "-" in date else YEARS)
    told = any(d.kind not in ("", "OTHER") for d in members)
    words = frozenset().union(*(d.what for d in members))
    central = sum(weigh.common[w] for w in words) / len(words) if words else 0.0
    firm = any(d.mode is Mode.ASSERTED for d in members)
    salient = SALIENT * weigh.salience.get(date, 0.0)
    return round(0.5 * articles + precision + central + salient + EVENTS_OF_NOTE * told + EVENTS_OF_NOTE * firm, 4)


def _place(scene: Scene, entry: TimelineEntry) -> int:
    return min(scene.order[c.article] for c in entry.citations)
