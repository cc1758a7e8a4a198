"""Figures of the same thing side by side, in the order of their dates, each with its bound and its source."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.compare import edtf
from sayso.compare.background import is_over_long_time, other_event
from sayso.compare.kinds import counted_kind, is_known, is_state_of, kind_of
from sayso.compare.owners import OWN, proper, whose
from sayso.compare.rows import claim_of, figure_row
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity, stem
from sayso.data.loading import table
from sayso.model import Annotation, Bound, Figure, FigureRow, Series, Span

# Two numbers of one kind that differ by more than this are of different wholes (a contingent, an army).
WHOLES = 30.0

TOPIC = 0.2  # weighted share of words from which on two claims with one unit or bare noun measure one thing
MEASURED = 0.35  # the same for sums and shares, which any topic has

MARGIN = "margin"
HAD = re.compile(r"\bhad\s+(?:\w+ly\s+)?\w+[^.;:!?]*$")  # a past perfect before the number
CROWD = 50
MANY = 5.0  # a count over years is this many times that of one event, if not more
REACH = 40
OF_THEM = re.compile(r",?\s+of\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
FIRST = re.compile(r"\b(?:first|last|next|remaining)\s+$", re.IGNORECASE)  # "the first 20 patients"
COPULA = re.compile(r"\s(?:were|are)\s+$")
# What befell the part that is counted, not those whom it is part of.
BEFELL = re.compile(
    r"\s+(?:(?:also|already|now)\s+)?(?:were|was|are|is|have|has|had|died|die|perished|drowned|fell|fall|fled|lost"
    r"|went|burned|burnt|collapsed|remain|remained)\b"
)
# Where something lies, by its distance ("60 miles south of Lima").
AWAY = re.compile(r"\s+(?:away|from|off|outside|inland|(?:north|south|east|west)\w*)\b", re.IGNORECASE)

Key = tuple[str, str, str]
Counted = tuple[FigureRow, Figure]


def build_series(scene: Scene, rare: Rarity) -> tuple[Series, ...]:
    """Return a series for each thing that is counted, those with most articles and rows first."""
    groups: dict[Key, list[Counted]] = defaultdict(list)
    for annotation in scene.annotations:
        for figure in annotation.figures:
            if _counts(annotation, figure):
                groups[_key(annotation, figure)].append((figure_row(scene, annotation, figure), figure))
    parts = [
        (part, owner)
        for key in sorted(groups)
        for owner, owned in _by_group(scene, groups[key])
        for topic in ([owned] if is_known(key[0]) and not key[2] else _by_topic(scene, owned, rare))
        for period in _by_period(scene, topic)
        for part in _by_whole(period)
    ]
    made = [_series(part, owner) for part, owner in parts if any(_is_numbered(row) for row, _ in part)]
    ranked = sorted(
        made, key=lambda s: (-len({r.citation.article for r in s.rows}), -len(s.rows), s.label, s.rows[0].citation)
    )
    numbered = [replace(s, id=i) for i, s in enumerate(ranked)]
    return tuple(replace(s, related=_related(s, numbered)) for s in numbered)


def _is_numbered(row: FigureRow) -> bool:
    return row.value is not None or row.low is not None


def _counts(annotation: Annotation, figure: Figure) -> bool:
    """Whether a figure counts or measures; ages and spans of time do not, nor do sources ("two officials said")."""
    if figure.bound is Bound.COMPARATIVE or not (figure.head or figure.unit):
        return False
    text = annotation.article.text
    if {figure.unit, figure.head} & _uncounted() or _of_others(text, figure) or _is_away(text, figure):
        return False
    # Who speaks by the dozen is counted ("more than 3,000 people chanted …").
    if figure.head and (figure.value or figure.low or 0.0) >= CROWD:
        return True
    return not any(s.covers(figure.span) for a in annotation.attributions for s in a.source)


def _is_away(text: str, figure: Figure) -> bool:
    """Whether a length tells where something lies."""
    return figure.head is None and figure.unit in _lengths() and bool(AWAY.match(text, figure.span.end))


@lru_cache(maxsize=1)
def _lengths() -> frozenset[str]:
    return frozenset(row[0] for row in table("units") if row[1] == "length")


def _of_others(text: str, figure: Figure) -> bool:
    """Whether the figure is of things named right after it, and what it is read to count stands before ("the toll")."""
    before = figure.counted is not None and figure.counted.end <= figure.span.start
    return before and text[figure.span.end : figure.span.end + 8].split()[:2] == ["of", "the"]


@lru_cache(maxsize=1)
def _uncounted() -> frozenset[str | None]:
    return frozenset(row[0] for row in table("uncounted"))


def _by_topic(scene: Scene, rows: Sequence[Counted], rare: Rarity) -> list[list[Counted]]:
    """Split what a bare noun or unit counts by the words of the claims: a fee and a tax in dollars are two things."""
    groups: list[list[Counted]] = []
    wordings: list[list[tuple[str, ...]]] = []  # the different terms of each group, so that copies cost no square
    place: dict[tuple[str, ...], int] = {}
    named: dict[tuple[str, Span | None], int] = {}
    least = TOPIC if rows and not _measured(rows[0][1]) else MEASURED
    for row, figure in rows:
        claim = claim_of(scene.by_article[row.citation.article], figure)
        terms = tuple(stem(t) for t in claim.terms) if claim else ()
        # Two numbers of an article count what one noun names ("6,500 people …; the union spoke of 20,000").
        noun = (row.citation.article, figure.counted)
        if figure.counted and noun in named:
            groups[named[noun]].append((row, figure))
            continue
        if terms not in place or not rare.mass(terms):
            near = (n for n, told in enumerate(wordings) if all(rare.dice(terms, other) >= least for other in told))
            place[terms] = next(near, len(groups))
            if place[terms] == len(groups):
                groups.append([])
                wordings.append([])
            wordings[place[terms]].append(terms)
        named[noun] = place[terms]
        groups[place[terms]].append((row, figure))
    return groups


def _key(annotation: Annotation, figure: Figure) -> Key:
    text = annotation.article.text
    before = f"{event} " if (event := other_event(annotation, figure)) else ""
    before += "part of " * _is_part(text, figure) + "former " * _is_past(text, figure)
    return (before + counted_kind(figure), figure.per or "", _measured(figure))


def _is_past(text: str, figure: Figure) -> bool:
    """Whether a lead is told as one that was lost: leads change hands ("had been 2,100 votes ahead when …")."""
    told = figure.predicate == MARGIN and figure.attribution is None
    return told and bool(HAD.search(text, max(figure.span.start - REACH, 0), figure.span.start))


def _is_part(text: str, figure: Figure) -> bool:
    """Whether the figure counts some of a whole that is counted elsewhere ("seven of the patients")."""
    if FIRST.search(text, max(figure.span.start - 12, 0), figure.span.start):
        return True
    if figure.counted is None or figure.counted.end <= figure.span.start:
        # "163 in the county, 127 of them in the town": that is the count of the town.
        return figure.place is None and bool(OF_THEM.match(text, figure.span.end))
    between = text[figure.span.end : figure.counted.start]
    if between.split()[:1] != ["of"] or OWN.search(between):
        return False
    # "Five of the dead were Norland soldiers" counts all of these, "five of the 22 houses burned" all that did.
    led = bool(COPULA.search(between)) and bool(proper(figure))
    befell = is_state_of(figure) and bool(BEFELL.match(text, figure.counted.end))
    return not (led or befell)


def _measured(figure: Figure) -> str:
    """Return the unit of a measure or sum ("percent", "dollar"), nothing for a count of things."""
    return "" if figure.head and (figure.unit or "").endswith(figure.head) else figure.unit or ""


def _by_group(scene: Scene, rows: Sequence[Counted]) -> list[tuple[str, list[Counted]]]:
    """Keep apart the soldiers of one army and of another, the staff of one firm and of another."""
    groups: dict[tuple[str, ...], list[Counted]] = defaultdict(list)
    for row, figure in rows:
        groups[whose(scene, row, figure)].append((row, figure))
    named = [g for g in groups if g]
    if () in groups and len(named) == 1:
        # Whose they are may go without saying of soldiers, but all the people are more than one army's soldiers.
        heads = {figure.head for _, figure in groups[named[0]]}
        alike = [c for c in groups[()] if c[1].head in heads]
        groups[named[0]].extend(alike)
        groups[()] = [c for c in groups[()] if c not in alike]
    return [(" ".join(g), groups[g]) for g in sorted(groups) if groups[g]]


def _by_period(scene: Scene, rows: Sequence[Counted]) -> list[list[Counted]]:
    """Keep apart what has happened since long before, where it is many times what befell people in one event."""
    long = [c for c in rows if is_over_long_time(scene.by_article[c[0].citation.article], c[1])]
    rest = [c for c in rows if c not in long]
    many = min((size(row) for row, _ in long), default=0.0) >= MANY * max((size(row) for row, _ in rest), default=0.0)
    return [rest, long] if long and rest and many else [list(rows)]


def _by_whole(rows: Sequence[Counted]) -> list[list[Counted]]:
    """Split where the next larger number is of another order, and so counts another whole."""
    sized = sorted((r for r in rows if size(r[0])), key=lambda r: (size(r[0]), r[0].citation))
    vague = [r for r in rows if not size(r[0])]
    parts: list[list[Counted]] = []
    for row in sized:
        if parts and size(row[0]) <= WHOLES * size(parts[-1][-1][0]):
            parts[-1].append(row)
        else:
            parts.append([row])
    if vague:
        largest = max(parts, key=len, default=[])
        largest.extend(vague)
        parts = parts or [largest]
    return parts


def size(row: FigureRow) -> float:
    """Return one number by which a row can be placed on a scale; 0 where it has none."""
    return row.value or row.low or row.high or 0.0


def _series(rows: Sequence[Counted], owner: str) -> Series:
    ordered = sorted((row for row, _ in rows), key=lambda r: (edtf.sort_key(r.as_of), size(r), r.citation))
    first = rows[0][1]
    head, label, noun = counted_kind(first), *_commonest(rows)
    return Series(
        id=0,
        label=label + (f" ({head})" if head != kind_of(noun or head) else ""),
        head=head,
        unit=_measured(first) or None,
        per=first.per,
        scope=owner or None,
        rows=tuple(ordered),
    )


def _commonest(rows: Sequence[Counted]) -> tuple[str, str | None]:
    """Return the words most used for what is counted, those that say whose before those that do not, and their noun."""
    labels = Counter((bool(proper(figure)), _label(figure), figure.head) for _, figure in rows)
    return max(labels, key=lambda label: (label[0], labels[label], -len(label[1]), label[1]))[1:]


def _label(figure: Figure) -> str:
    counted = " ".join(figure.counted.text.split()) if figure.counted else figure.head or figure.unit or ""
    return f"{counted} a {figure.per}" if figure.per else counted


def _related(series: Series, others: Iterable[Series]) -> tuple[int, ...]:
    return tuple(o.id for o in others if o.id != series.id and o.head == series.head and o.unit == series.unit)
