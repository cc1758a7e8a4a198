"""Which days of a story matter most: a scorer that reads as a table of features and weights.

After the date selection of timeline summarisation (Gholipour Ghalandari & Ifrim, ACL 2020, DATEWISE): a day matters
when the coverage comes back to it. Counted are the days of publication on which it is told, not its mentions, so that
neither one long article nor a dozen copies of one report weigh more than another day of coverage.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from math import log1p
from typing import NamedTuple

from sayso.compare.dated import stems
from sayso.compare.edtf import is_day
from sayso.model import Annotation, Time

# From so many days after it on, a mention of a day recalls it; before, it is mere news.
RECALLED = 3
# So many days on either side a day is held against.
ROUND = 3


class Features(NamedTuple):
    """What speaks for a day; each is a logarithm of a count, held against the story's highest (0 to 1).

    ``told``: days of publication that tell of it, each for as much as its best sentence is on the subject.
    ``recalled``: days of publication that tell of it more than ``RECALLED`` days later.
    ``peak``: days of publication that tell of it against those that tell of the days round it.
    """

    told: float
    recalled: float
    peak: float


# Shares of one, rounded from a fit on all of Timeline17. quality/fit_days.py fits them, and scores weights that were
# fitted without the topic that they are tried on.
WEIGHTS = Features(told=0.65, recalled=0.25, peak=0.1)


class Mention(NamedTuple):
    """A place where a day is told: by which day of publication (or article, undated), how long after, how relevant."""

    day: date
    teller: str
    after: int
    relevance: float


DateOf = Callable[[Time], str | None]


def _own_date(time: Time) -> str | None:
    return time.edtf


def day_salience(
    annotations: Sequence[Annotation],
    first: date | None = None,
    last: date | None = None,
    date_of: DateOf = _own_date,
) -> Mapping[date, float]:
    """Return how much each day that the articles tell of matters, from 0 to 1; only days from ``first`` to ``last``.

    Needs of each annotation only the sentences and times; ``date_of`` may date a time that its article leaves open.
    Days of publication that no article tells of count 0. Time is linear in the text.
    """
    low, high = first or date.min, last or date.max
    found = _features(_mentions(annotations, low, high, date_of))
    published = {a.article.published for a in annotations if a.article.published}
    silent = {d: 0.0 for d in published if low <= d <= high}
    return {**silent, **{d: score(f) for d, f in found.items()}}


def score(features: Features) -> float:
    """Return the weighted sum of a day's features."""
    return sum(w * f for w, f in zip(WEIGHTS, features, strict=True))


def features_of(
    annotations: Sequence[Annotation], first: date | None = None, last: date | None = None
) -> Mapping[date, Features]:
    """Return the features of each day that is told, from ``first`` to ``last``."""
    return _features(_mentions(annotations, first or date.min, last or date.max, _own_date))


def _mentions(annotations: Sequence[Annotation], low: date, high: date, date_of: DateOf) -> Iterator[Mention]:
    words = [[stems(s.span.text) for s in a.sentences] for a in annotations]
    common = _shares(words)
    for annotation, sentences in zip(annotations, words, strict=True):
        published = annotation.article.published
        for day, sentence in _days(annotation, date_of):
            if low <= day <= high:
                after = (published - day).days if published else 0
                relevance = _mean(common[w] for w in (sentences[sentence] if sentences else ()))
                yield Mention(day, str(published or annotation.article.id), after, relevance)


def _days(annotation: Annotation, date_of: DateOf) -> Iterator[tuple[date, int]]:
    """Go through the firm days that an article names, with the sentence of each."""
    for time in annotation.times:
        known = (date_of(time) or "").partition("T")[0]
        if time.type in ("DATE", "TIME") and is_day(known):
            yield date.fromisoformat(known), time.sentence


def _shares(words: Sequence[Sequence[frozenset[str]]]) -> Mapping[str, float]:
    """Return for each stem the share of the articles that use it."""
    counts = Counter(stem for sentences in words for stem in frozenset[str]().union(*sentences))
    return {stem: count / len(words) for stem, count in counts.items()}


def _mean(values: Iterable[float]) -> float:
    given = list(values)
    return sum(given) / len(given) if given else 0.0


def _features(mentions: Iterable[Mention]) -> Mapping[date, Features]:
    best: dict[date, dict[str, float]] = defaultdict(dict)
    recalls: dict[date, set[str]] = defaultdict(set)
    for one in mentions:
        best[one.day][one.teller] = max(best[one.day].get(one.teller, 0.0), one.relevance)
        if one.after > RECALLED:
            recalls[one.day].add(one.teller)
    raw = {
        day: Features(log1p(sum(by.values())), log1p(len(recalls[day])), log1p(_peak(day, best)))
        for day, by in best.items()
    }
    top = reduce(lambda a, b: Features(*map(max, a, b)), raw.values(), Features(0.0, 0.0, 0.0))
    return {day: _against(f, top) for day, f in raw.items()}


def _against(features: Features, top: Features) -> Features:
    return Features(*(x / most if most else 0.0 for x, most in zip(features, top, strict=True)))


def _peak(day: date, told: Mapping[date, Mapping[str, float]]) -> float:
    """Return how often a day is told against the mean of the days round it."""
    base = day.toordinal()
    near = [base + step for step in range(-ROUND, ROUND + 1) if step and 0 < base + step <= date.max.toordinal()]
    return len(told[day]) / (1 + _mean(len(told.get(date.fromordinal(n), ())) for n in near))
