"""The way of the data, one call a stage: read this file first.

gather    bytes        -> Gathered      articles, and what was skipped and why
annotate  Article      -> Annotation    what one article says; never sees another
link      [Annotation] -> Links         copies, and actors under one name
compare   Links        -> Comparison    accounts, figures, disagreements, timeline, relations, questions
brief     Comparison   -> Brief         what the reader sees

Which articles are of one story is asked before that, of their words alone: ``sayso.stories``. ``read_stories`` goes
this way with every story of a collection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.annotate import annotate_all
from sayso.compare import compare, find_changes
from sayso.link import copies_among, link, link_story
from sayso.meaning import Vectors, shipped
from sayso.model import Annotation, Article, Changes, Comparison, Copy, Gathered, Grouped, Skipped

Progress = Callable[[int, int], None]


def read_story(gathered: Gathered, progress: Progress | None = None, fast: bool = False) -> Comparison:
    """Annotate, link and compare the articles of one story; ``progress`` is told (done, of).

    ``fast``: attributions are read by the rules alone, and claims are matched by their words alone.
    """
    failed: list[Skipped] = []
    annotations = list(_annotated(gathered, progress, failed, fast))
    vectors = None if fast or not annotations else shipped()
    return compare(annotations, link(annotations), (*gathered.skipped, *failed), vectors)


def read_stories(grouped: Grouped, progress: Progress | None = None, fast: bool = False) -> Iterator[Comparison]:
    """Read every story of a collection by itself, in the order of ``grouped.stories``.

    Only one story is held at a time, so memory is that of the articles' texts and of the largest story. Copies are
    looked for once over all articles, so which are found does not depend on the grouping; a story shows those between
    its own articles. What was skipped before stands in ``grouped``, articles that could not be read in their story.
    """
    by_id = {a.id: a for a in grouped.articles}
    failed: list[Skipped] = []
    ordered = tuple(by_id[m.article] for story in grouped.stories for m in story.members)
    annotations = _annotated(Gathered(ordered), progress, failed, fast)
    vectors = None if fast or not ordered else shipped()
    yield from compare_stories(grouped, copies_among(grouped.articles), annotations, failed, vectors)


def compare_stories(
    grouped: Grouped,
    copies: Sequence[Copy],
    annotations: Iterable[Annotation],
    failed: Sequence[Skipped] = (),
    vectors: Vectors | None = None,
) -> Iterator[Comparison]:
    """Link and compare each story; ``annotations`` come in the order of the stories' members, without the ``failed``.

    ``copies`` are those among all articles, ``failed`` may grow while the annotations are gone through.
    """
    between = copies_by_story(grouped, copies)
    names = {a.id: a.name for a in grouped.articles}
    coming = iter(annotations)
    ahead = next(coming, None)
    for number, story in enumerate(grouped.stories):
        ids = {member.article for member in story.members}
        held: list[Annotation] = []
        while ahead is not None and ahead.article.id in ids:
            held.append(ahead)
            ahead = next(coming, None)
        own = {names[i] for i in ids}
        links = link_story(held, between.get(number, ()))
        yield compare(held, links, [s for s in failed if s.name in own], vectors)


def copies_by_story(grouped: Grouped, copies: Iterable[Copy]) -> dict[int, list[Copy]]:
    """Return the copies between the articles of one story, by the story's place."""
    story_of = {m.article: n for n, story in enumerate(grouped.stories) for m in story.members}
    found: dict[int, list[Copy]] = {}
    for copy in copies:
        if story_of[copy.a] == story_of[copy.b]:
            found.setdefault(story_of[copy.a], []).append(copy)
    return found


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
    vectors = None if fast or not annotations else shipped()
    after = compare(annotations, link(annotations), (*later.skipped, *failed), vectors)
    return find_changes(compare(early, link(early), (), vectors), after)


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
