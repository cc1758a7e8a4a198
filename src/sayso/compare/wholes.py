"""Figures of one thing that are of other wholes stand in rows of their own, linked to each other.

Comparing looks at all figures of one thing together, so that "40 in the town, 60 in the province" is seen; what a
reader gets are rows in which every figure can be set beside every other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.compare.derived import derive
from sayso.compare.placing import Whole, whole_of
from sayso.compare.scene import Scene
from sayso.model import FigureRow, Series


def by_whole(scene: Scene, series: Sequence[Series]) -> tuple[Series, ...]:
    """Return the series with each whole apart, with the figures that are derived from their rows."""
    parts = [part for one in series for part in _split(scene, one)]
    kind = {i: (p.head.removeprefix("part of "), p.unit) for i, p in enumerate(parts)}
    numbered = [
        replace(p, id=i, related=tuple(j for j in kind if j != i and kind[i] == kind[j])) for i, p in enumerate(parts)
    ]
    return tuple(replace(p, derived=derive(p)) for p in numbered)


def _split(scene: Scene, series: Series) -> list[Series]:
    """Return one series a whole, the one with most rows first; as it is where not two wholes are told of."""
    wholes = {row.citation: _whole(scene, row) for row in series.rows}
    told = {whole.key for whole in wholes.values() if whole}
    if len(told) < 2:
        return [series]
    groups: dict[str, list[FigureRow]] = defaultdict(list)
    for row in series.rows:
        whole = wholes[row.citation]
        groups[whole.key if whole else ""].append(row)
    made = [_part(series, rows, [w for r in rows if (w := wholes[r.citation])]) for rows in groups.values()]
    return sorted(made, key=lambda s: (-len({r.citation.article for r in s.rows}), -len(s.rows), s.label))


def _whole(scene: Scene, row: FigureRow) -> Whole | None:
    annotation = scene.by_article[row.citation.article]
    return whole_of(scene, annotation, annotation.figures[row.figure])


def _part(series: Series, rows: Sequence[FigureRow], wholes: Sequence[Whole]) -> Series:
    uses = Counter(w.words for w in wholes)
    words = min(uses, key=lambda w: (-uses[w], len(w), w)) if uses else None
    label = f"{series.label}, {words}" if words else f"{series.label}, scope not stated"
    return replace(series, label=label, rows=tuple(rows), place=words)
