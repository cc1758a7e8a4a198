"""A headline whose number its own text has from nobody: it is feared there, bounded, or another one is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.compare.disagreements.sides import figure_side, is_cited
from sayso.compare.kinds import is_known
from sayso.compare.scene import Scene
from sayso.model import Annotation, Disagreement, FigureRow, Mode, Series

WEIGHT = 5.0
ORDER = 10.0  # a number of another order counts something else
OPEN = (Mode.FEARED, Mode.PREDICTED, Mode.HYPOTHETICAL)


def headline_figures(scene: Scene, series: Sequence[Series]) -> Iterator[Disagreement]:
    """Set the number of a headline against what its own text says, where no source there gives it plainly."""
    for one in (s for s in series if is_known(s.head)):
        for head in (r for r in one.rows if r.value and r.mode is Mode.ASSERTED and _is_headline(scene, r)):
            other = _otherwise(head, [r for r in one.rows if _is_below(scene, r, head)])
            if other:
                sides = (figure_side([head]), figure_side(other))
                reason = "the headline states a number that no source in its text gives plainly"
                yield Disagreement(0, "headline", one.label, sides, reason, WEIGHT)


def _otherwise(head: FigureRow, below: Sequence[FigureRow]) -> list[FigureRow]:
    """Return the rows that only fear the headline's number or in which a source gives another; none if one gives it."""
    if any(_upholds(r, head) for r in below):
        return []
    return [r for r in below if (r.mode in OPEN if r.value == head.value else r.mode not in OPEN and is_cited(r))]


def _is_below(scene: Scene, row: FigureRow, head: FigureRow) -> bool:
    """Whether a number of the same order stands in the text under the headline."""
    one, two = row.value or 0.0, head.value or 0.0
    near = one > 0 and max(one, two) <= ORDER * min(one, two)
    return near and row.citation.article == head.citation.article and not _is_heading(scene, row)


def _upholds(row: FigureRow, head: FigureRow) -> bool:
    """Whether a source in the text gives the number of the headline."""
    return row.value == head.value and row.mode not in OPEN and is_cited(row)


def _is_headline(scene: Scene, row: FigureRow) -> bool:
    """Whether a number stands in the first heading of its article."""
    sentences = _annotation(scene, row).sentences
    first = bool(sentences) and sentences[row.citation.sentence].paragraph == sentences[0].paragraph
    return first and _is_heading(scene, row) and not is_cited(row)


def _is_heading(scene: Scene, row: FigureRow) -> bool:
    sentences = _annotation(scene, row).sentences
    here = sentences[row.citation.sentence].paragraph if sentences else -1
    return any(s.heading for s in sentences if s.paragraph == here)


def _annotation(scene: Scene, row: FigureRow) -> Annotation:
    return scene.by_article[row.citation.article]
