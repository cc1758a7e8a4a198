"""What changed in a story from one day to another."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.story import Account, Comparison, Disagreement, Question, Series, TimelineEntry


@dataclass(frozen=True, slots=True)
class Changes:
    """What the picture ``after`` has and the one ``before`` had not, each resting on an article that is new.

    ``articles`` are the ids of the new articles. A series in ``moved`` had numbers before; its rows are the last of
    those and the new ones. Questions in ``settled`` were there before and are settled by a new article.
    """

    before: Comparison
    after: Comparison
    articles: tuple[str, ...]
    accounts: tuple[Account, ...]
    moved: tuple[Series, ...]
    series: tuple[Series, ...]
    disagreements: tuple[Disagreement, ...]
    timeline: tuple[TimelineEntry, ...]
    settled: tuple[Question, ...]
    questions: tuple[Question, ...]
