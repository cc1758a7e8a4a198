"""Figures of one thing that differ: a lost bound, an update, a scope, a contradiction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import floor, log10

from sayso.compare import edtf
from sayso.compare.disagreements.sides import figure_side, is_cited
from sayso.compare.kinds import PERSONS, is_known, is_of_things
from sayso.compare.scene import Scene
from sayso.model import Bound, Disagreement, FigureRow, Mode, Series

# What cannot both hold matters most, what can both hold least.
WEIGHTS = {"contradiction": 6.0, "lost bound": 6.0, "update": 5.5, "scope": 3.5}
COUNTED = 3  # articles beyond which more of them make a difference no weightier
COUNTS = (Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.BETWEEN)
WHOLES = 30.0  # a whole that is larger by more is another whole (an army, its contingent)
# A count of a whole country, river or year is not that of the one event that other figures are of.
WIDER = re.compile(r"\b(?:the (?:whole|entire|wider|length|entirety)|all of|nationwide|across the country)\b", re.I)
PREPOSITIONS = frozenset(("in", "at", "the", "from"))
SIDES = 60  # a list of results, a budget: more numbers than this are a table, not a dispute
# "231, because it includes those of the islands".
EXTENT = re.compile(
    r"[^.;:!?]{0,60}?\b(?:because|since|as|but|which)\s+(?:(?:it|they|that|this|he|she)\s+)?(?:also\s+|only\s+)?"
    r"(?:includ|exclud|counts?\s+only|takes?\s+in|leaves?\s+out|covers?)\w*",
    re.IGNORECASE,
)
OTHER = re.compile(r"\b(?:additional|another|other|others|extra|further|each|more(?!\s+than)|new)\b", re.I)
STATES_OF_PEOPLE = frozenset(("deaths", "injured", "missing", "arrests", "ill"))
NO_PART = frozenset(("suspected", "part of"))
SMALL_WHOLE = 100.0  # so many at most are no other whole, however few of them are told of apart
LEAST = 10  # below this two equal numbers may well count other things


def figure_differences(scene: Scene, series: Sequence[Series]) -> Iterator[Disagreement]:
    """Return what differs within each series; a passage that derives from another is not a side."""
    yield from _lost_bounds(scene, series)
    for one in series:
        # A forecast is no count: "up to 300 may fall ill" is not contradicted by 127 that have.
        counts = [r for r in _voices(one) if _is_count(r)]
        # One article that gives several numbers under a bare noun hardly contradicts itself, unless on other words.
        if is_known(one.head) or len({r.citation.article for r in counts}) > 1 or _are_rivals(counts):
            yield from _differing(scene, one, counts)
            yield from _of_places(scene, one, counts)
        yield from _changed_plans(one, counts)
    yield from _part_and_whole(series)


def _of_places(scene: Scene, series: Series, rows: Sequence[FigureRow]) -> Iterator[Disagreement]:
    """Set the numbers of each place against each other, where a series has those of several places."""
    places: dict[frozenset[str], list[FigureRow]] = defaultdict(list)
    for row in rows:
        places[_words(row.scope) - PREPOSITIONS].append(row)
    for place, own in places.items():
        if place and len(places) > 1 and len({r.citation.article for r in own}) > 1:
            yield from _differing(scene, replace(series, label=f"{series.label}, {own[0].scope}"), own)


def _changed_plans(series: Series, counts: Sequence[FigureRow]) -> Iterator[Disagreement]:
    """Set what was announced against another number that was told later of the same thing."""
    plans = [r for r in _voices(series) if r.bound in COUNTS and r.mode is Mode.PREDICTED and not OTHER.search(r.words)]
    for plan in plans:
        later = [r for r in counts if r.value != plan.value and edtf.later(r.as_of, plan.as_of)]
        if later:
            yield _made("update", series, [[plan], later], "one number was announced, another is told later")
            return


def _part_and_whole(series: Sequence[Series]) -> Iterator[Disagreement]:
    """Set the count of all beside the count of one side's own ("40 people", "11 Torvan soldiers")."""
    for whole in (s for s in series if s.scope is None and is_known(s.head) and not s.unit):
        every = [r for r in _voices(whole) if _is_count(r)]
        for part in (s for s in series if _is_part_of(s, whole)):
            some = [r for r in _voices(part) if _is_count(r)]
            if every and some and _outnumber(every, some) and (part.scope or _are_cited_apart(every, some)):
                label = f"{whole.label}, {part.label}"
                reason = f"one counts all, the other those of {part.label.partition(' (')[0]} alone: both can hold"
                yield _made("scope", replace(whole, label=label), [every, some], reason)


def _is_part_of(part: Series, whole: Series) -> bool:
    """Whether a series counts one side's own ("Torvan soldiers"), or some by what they are ("officers injured")."""
    if (part.unit, part.per) != (None, whole.per):
        return False
    some = part.head.removesuffix(f" {whole.head}")
    named = some != part.head and whole.head in STATES_OF_PEOPLE and some not in NO_PART
    return named or (bool(part.scope) and part.head == whole.head)


def _outnumber(every: Sequence[FigureRow], some: Sequence[FigureRow]) -> bool:
    few = max(map(_value, some))
    return few < max(map(_value, every)) <= max(WHOLES * few, SMALL_WHOLE)


def _are_cited_apart(every: Sequence[FigureRow], some: Sequence[FigureRow]) -> bool:
    """Whether somebody counts all and somebody else only some."""
    both = [{w.name for r in rows if is_cited(r) for w in r.who} for rows in (every, some)]
    return bool(both[0] and both[1]) and both[0].isdisjoint(both[1])


def _value(row: FigureRow) -> float:
    return row.value or 0.0


def _is_count(row: FigureRow) -> bool:
    """Whether a row counts the whole, now: no forecast, and not "two other men"."""
    return row.bound in COUNTS and row.mode is Mode.ASSERTED and not OTHER.search(row.words)


def _voices(series: Series) -> list[FigureRow]:
    return [row for row in series.rows if row.value is not None and not row.copied]


def _lost_bounds(scene: Scene, series: Sequence[Series]) -> Iterator[Disagreement]:
    """Find one number that stands with a bound here and without it there: rewriting is where bounds get lost."""
    by_value: dict[tuple[float, str], list[tuple[Series, FigureRow]]] = defaultdict(list)
    for one in series:
        for row in one.rows:
            if row.value is not None and not scene.muted(row.citation.article, row.citation.spans):
                by_value[row.value, f"{one.unit} {one.per}"].append((one, row))
    for key in sorted(by_value):
        rows = by_value[key]
        for bound in dict.fromkeys(r.bound for _, r in rows if r.bound in COUNTS and r.bound is not Bound.EXACT):
            kept = [(s, r) for s, r in rows if r.bound is bound]
            bare = [r for s, r in rows if r.bound is Bound.EXACT and any(_one_thing(s, k, r) for k, _ in kept)]
            if bare:
                reason = f"the same number stands with “{bound.value}” on one side and bare on the other"
                yield _made("lost bound", kept[0][0], [[r for _, r in kept], bare], reason)


def _one_thing(a: Series, b: Series, row: FigureRow) -> bool:
    """Whether two series may count one thing: "120 people" may be the 120 who, elsewhere, fell ill."""
    persons = bool({a.head, b.head} & PERSONS) and not any(is_of_things(s.head) for s in (a, b))
    return a.id == b.id or ((row.value or 0) >= LEAST and persons)


def _differing(scene: Scene, series: Series, rows: Sequence[FigureRow]) -> Iterator[Disagreement]:
    """Set different numbers of one thing against each other: one disagreement a series and type."""
    groups = _by_claim([r for r in rows if not _is_part(r, rows)])[:SIDES]
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for (i, a), (j, b) in combinations(enumerate(groups), 2):
        for kind in _kinds(scene, a, b):
            found[kind] |= {i: None, j: None}
    for kind, numbers in found.items():
        sides = [groups[i] for i in sorted(numbers)]
        yield _made(kind, series, sides, _reason(kind, sides))


def _is_part(row: FigureRow, rows: Sequence[FigureRow]) -> bool:
    """Whether a bare number stands beside another in one sentence ("ten are in serious condition and four in fair")."""
    bare = row.counted not in row.words
    return bare and any(_told_together(row, r) and r.value != row.value for r in rows)


def _by_claim(rows: Sequence[FigureRow]) -> list[list[FigureRow]]:
    groups: dict[tuple[float | None, Bound], list[FigureRow]] = defaultdict(list)
    for row in rows:
        groups[(row.value, row.bound)].append(row)
    return sorted(groups.values(), key=lambda g: (edtf.sort_key(g[0].as_of), g[0].value or 0.0))


def _kinds(scene: Scene, a: Sequence[FigureRow], b: Sequence[FigureRow]) -> tuple[str, ...]:
    """Type the differences of two groups of rows, each of one value and bound; none where both can hold."""
    if a[0].value == b[0].value or any(_told_together(x, y) for x in a for y in b):
        return ()
    if _scopes_differ(scene, a, b) or any(_extents_differ(scene, x, y) for x in a for y in b):
        return ("scope",)
    apart = disjoint(a[0], b[0])
    if Bound.ABOUT in (a[0].bound, b[0].bound) and not apart:
        return ()
    moved = any(edtf.apart(x.as_of, y.as_of) for x in a for y in b)
    rivals = apart and (not moved or any(_contend(x, y) for x in a for y in b))
    return ("update",) * moved + ("contradiction",) * rivals


def _contend(a: FigureRow, b: FigureRow) -> bool:
    """Whether two sources give the two numbers as of one day, however often these are given later."""
    one_day = bool(a.as_of and b.as_of) and not edtf.apart(a.as_of, b.as_of)
    return one_day and is_cited(a) and is_cited(b) and {w.name for w in a.who}.isdisjoint(w.name for w in b.who)


def _are_rivals(rows: Sequence[FigureRow]) -> bool:
    """Whether the numbers of one article are given by different sources beside each other."""
    told = {(r.citation.sentence, tuple(w.name for w in r.who)) for r in rows}
    sentences = [s for s, _ in told]
    return len(told) > 1 and max(sentences) - min(sentences) <= 1 and len({who for _, who in told}) > 1


def _told_together(a: FigureRow, b: FigureRow) -> bool:
    """Whether one sentence gives both numbers on one word, so that they count two things ("won 40 votes against 38").

    Two dates in the sentence make them two counts of one thing.
    """
    here = a.citation.article == b.citation.article and a.citation.sentence == b.citation.sentence
    one_word = [w.name for w in a.who] == [w.name for w in b.who] or _goes_on(a) or _goes_on(b)
    return here and a.as_of == b.as_of and one_word


def _goes_on(row: FigureRow) -> bool:
    """Whether a bare number, with no source of its own, goes on with what the sentence counts ("… and 13 in Sarn")."""
    return row.counted not in row.words and all(w.is_outlet for w in row.who)


def _scopes_differ(scene: Scene, a: Sequence[FigureRow], b: Sequence[FigureRow]) -> bool:
    """Whether the sides count other wholes: other places, or one place that the other's article does not name.

    "In Kursk" lies in "in Kursk and Belgorod"; "77 people in Oslo" beside "12 people" is another event.
    """
    return any(_elsewhere(scene, x, y) or _elsewhere(scene, y, x) for x in a for y in b)


def _extents_differ(scene: Scene, a: FigureRow, b: FigureRow) -> bool:
    """Whether a text says, of one of two numbers beside each other, what it takes in that the other does not."""
    near = a.citation.article == b.citation.article and abs(a.citation.sentence - b.citation.sentence) <= 1
    return near and any(EXTENT.match(_text(scene, row), row.citation.spans[-1].end) for row in (a, b))


def _text(scene: Scene, row: FigureRow) -> str:
    return scene.by_article[row.citation.article].article.text


def _elsewhere(scene: Scene, row: FigureRow, other: FigureRow) -> bool:
    here, there = _words(row.scope), _words(other.scope)
    if here and not there and WIDER.search(row.scope or ""):
        return True
    if not here or here <= there or (there <= here and there):
        return False
    names = re.findall(r"\b[A-Z]\w+", row.scope or "")
    text = scene.by_article[other.citation.article].article.text
    return bool(there) or any(name not in text for name in names)


def _words(scope: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", (scope or "").casefold()))


def disjoint(a: FigureRow, b: FigureRow) -> bool:
    """Whether no number satisfies both; "about" is given a tenth either way."""
    if _rounded(a.value, b.value):
        return False
    a_low, a_high = _reach(a)
    b_low, b_high = _reach(b)
    return a_high < b_low or b_high < a_low


def _rounded(a: float | None, b: float | None) -> bool:
    """Whether one number is the other rounded ("$1.1 million" for $1,071,872), to two digits or more."""
    if not a or not b or a < 0 or b < 0:
        return False
    coarse, fine = sorted((a, b), key=_digits)
    digits = _digits(coarse)
    step = 10.0 ** (floor(log10(coarse)) - digits + 1)
    return digits >= 2 and _digits(fine) > digits and abs(a - b) <= step / 2


def _digits(value: float) -> int:
    """Return the number of significant digits."""
    return len(f"{value:.6g}".partition("e")[0].replace(".", "").strip("0")) or 1


def _reach(row: FigureRow) -> tuple[float, float]:
    slack = 0.1 * abs(row.value or 0.0) if row.bound is Bound.ABOUT else 0.0
    low = row.low if row.low is not None else float("-inf")
    high = row.high if row.high is not None else float("inf")
    return low - slack, high + slack


def _reason(kind: str, sides: Sequence[Sequence[FigureRow]]) -> str:
    if kind == "update":
        values = [side[0].value or 0.0 for side in sides]
        way = "rises" if all(x < y for x, y in pairwise(values)) else "changes"
        return f"the figure {way} from one date to the next"
    if kind == "scope":
        return "the figures are of different wholes: both can hold"
    return "no number fits both, and no dates tell a later count from an earlier one"


def _made(kind: str, series: Series, groups: Sequence[Sequence[FigureRow]], reason: str) -> Disagreement:
    sides = tuple(figure_side(group) for group in groups)
    articles = {c.article for side in sides for c in side.citations}
    weight = WEIGHTS[kind] + min(len(articles), COUNTED) - (2.0 if len(articles) == 1 else 0.0)
    return Disagreement(0, kind, series.label, sides, reason, weight)
