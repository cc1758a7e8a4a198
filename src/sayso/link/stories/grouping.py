"""Group articles into stories: read each once, compare what shares rare words, cluster, name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.engine import Engine
from sayso.link.stories.candidates import candidates
from sayso.link.stories.clusters import Pair, clusters
from sayso.link.stories.features import features, scored, why
from sayso.link.stories.reading import Reading, read
from sayso.link.stories.titles import title
from sayso.model import Article, StoryGroup, StoryMember

# Two groups of articles are one story where their articles are, on the average, this likely of one story.
LEAST = 0.5


def group_stories(articles: Iterable[Article], engine: Engine | None = None) -> tuple[StoryGroup, ...]:
    """Return the stories of ``articles``, those of most articles first; any order and any engine gives the same."""
    grouping = Grouping(engine)
    grouping.add(articles)
    return grouping.stories()


class Grouping:
    """Articles that come and go, and their stories: a function of the articles that are there, not of their coming.

    An article is read when it is added; what has been added before is not read again. ``engine`` is where the
    candidates are looked for, instead of in this process.
    """

    def __init__(self, engine: Engine | None = None) -> None:
        self._engine = engine
        self._readings: dict[str, Reading] = {}

    def add(self, articles: Iterable[Article]) -> None:
        """Add articles; one that is there already changes nothing."""
        for article in articles:
            if article.id not in self._readings:
                self._readings[article.id] = read(article)

    def remove(self, ids: Iterable[str]) -> None:
        """Take articles out again, by id; one that is not there changes nothing."""
        for one in ids:
            self._readings.pop(one, None)

    def stories(self) -> tuple[StoryGroup, ...]:
        """Return the stories of the articles that are there now."""
        copies = _copies(self._readings.values())
        firsts = [group[0] for group in copies]
        scores = scored(firsts, self._candidates(firsts))
        found = [_story(group, copies, scores) for group in clusters(len(firsts), scores, LEAST)]
        return tuple(sorted(found, key=_rank))

    def _candidates(self, readings: Sequence[Reading]) -> list[Pair]:
        if self._engine is None:
            return candidates(readings)
        from sayso.link.stories.relational import candidates_on  # needs Ibis, which comes with an engine

        return candidates_on(self._engine, readings)


def _copies(readings: Iterable[Reading]) -> list[list[Reading]]:
    """Put articles of equal words together, in their order: a thousand copies are compared as one article."""
    same: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: r.order):
        same[reading.print].append(reading)
    return list(same.values())


def _story(group: Sequence[int], copies: Sequence[Sequence[Reading]], scores: Mapping[Pair, float]) -> StoryGroup:
    readings = sorted((r for i in group for r in copies[i]), key=lambda r: r.order)
    members = {m.article: m for i in group for m in _members(i, group, copies, scores)}
    days = [r.article.published for r in readings if r.article.published]
    article, span = title(readings)
    return StoryGroup(
        id=readings[0].article.id,
        title=span,
        title_article=article,
        first=min(days, default=None),
        last=max(days, default=None),
        undated=len(readings) - len(days),
        outlets=tuple(sorted({r.article.outlet for r in readings if r.article.outlet})),
        members=tuple(members[r.article.id] for r in readings),
    )


def _members(
    i: int, group: Sequence[int], copies: Sequence[Sequence[Reading]], scores: Mapping[Pair, float]
) -> list[StoryMember]:
    """Return the members of equal words, each with the article of the story that it has most in common with."""
    first, *others = copies[i]
    made = [StoryMember(r.article.id, first.article.id, 1.0, "identical words") for r in others]
    near = max(((scores.get((min(i, j), max(i, j)), 0.0), -j) for j in group if j != i), default=None)
    if near:
        other = copies[-near[1]][0]
        reason = why(features(first, other), first, other)
        return [StoryMember(first.article.id, other.article.id, near[0], reason), *made]
    twin = StoryMember(first.article.id, others[0].article.id, 1.0, "identical words") if others else None
    return [twin or StoryMember(first.article.id), *made]


def _rank(story: StoryGroup) -> tuple[int, str, str]:
    return (-len(story.members), story.first.isoformat() if story.first else "9999", story.id)
