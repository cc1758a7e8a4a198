"""The way of the data, one call a stage: read this file first.

gather    bytes        -> Gathered      articles, and what was skipped and why
annotate  Article      -> Annotation    what one article says; never sees another
link      [Annotation] -> Links         copies, and actors under one name
compare   Links        -> Comparison    accounts, figures, disagreements, timeline, relations, questions
brief     Comparison   -> Brief         what the reader sees

Which articles are of one story is asked before that, of their words alone: ``sayso.stories``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sayso.annotate import annotate_all
from sayso.compare import compare, find_changes
from sayso.link import link
from sayso.model import Annotation, Article, Changes, Comparison, Gathered, Skipped

Progress = Callable[[int, int], None]


def read_story(gathered: Gathered, progress: Progress | None = None, fast: bool = False) -> Comparison:
    """Annotate, link and compare the articles of one story; ``progress`` is told (done, of).

    ``fast``: attributions are read by the rules alone.
    """
    failed: list[Skipped] = []
    annotations = list(_annotated(gathered, progress, failed, fast))
    return compare(annotations, link(annotations), (*gathered.skipped, *failed))


def read_changes(
    gathered: Gathered, first: date, last: date, progress: Progress | None = None, fast: bool = False
) -> Changes:
    """Read the story as of two days and return what changed; each article is annotated once.

    Both pictures are those that ``read_story`` gives of what ``as_of`` keeps.
    """
    failed: list[Skipped] = []
    later = as_of(gathered, last)
    annotations = list(_annotated(later, progress, failed, fast))
    kept = {a.id for a in as_of(later, first).articles}
    early = [a for a in annotations if a.article.id in kept]
    after = compare(annotations, link(annotations), (*later.skipped, *failed))
    return find_changes(compare(early, link(early)), after)


def as_of(gathered: Gathered, day: date) -> Gathered:
    """Keep what was published by the end of ``day``; undated articles cannot be placed and are listed as skipped."""
    kept = tuple(a for a in gathered.articles if a.published and a.published <= day)
    left = tuple(
        Skipped(a.name, f"published {a.published}, after {day}" if a.published else "no publication date")
        for a in gathered.articles
        if a not in kept
    )
    return replace(gathered, articles=kept, skipped=gathered.skipped + left)


def _annotated(
    gathered: Gathered, progress: Progress | None, failed: list[Skipped], fast: bool
) -> Iterator[Annotation]:
    def note(article: Article, problem: Exception) -> None:
        reason = f"could not be read: {type(problem).__name__}: {problem}"
        failed.append(Skipped(article.name, reason, "please report this article"))

    total = len(gathered.articles)
    for done, annotation in enumerate(annotate_all(gathered.articles, note, fast), start=1):
        if progress:
            progress(done, total)
        yield annotation
