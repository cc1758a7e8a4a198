"""How time and memory grow with the archive: ``python -m benchmarks.scale FILE COUNT`` measures one size, as JSON.

Stories are grouped, copies and actors linked, and every story compared, of the first COUNT annotated articles by day
of publication. So the archive grows as archives do, by further days, and at every size as many articles a day speak of
one event; a random sample would thin out the days, and with them the stories. ``--undated`` takes the dates away
before the stories are grouped, and goes no further.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from math import log
from pathlib import Path
from typing import TypeVar

from benchmarks.archive import annotated, articles, prepare
from benchmarks.paired import run
from sayso.compare import compare
from sayso.link import copies_among, link_story
from sayso.model import Annotation, Article, Gathered
from sayso.pipeline import copies_by_story
from sayso.stories import group

SIZES = (1000, 2000, 4000)
# Time is to grow with at most this power of the number of articles.
EXPONENT = 1.15
DATED, UNDATED = "dated", "undated"
Made = TypeVar("Made")


@dataclass(frozen=True)
class Sizing:
    """What one size took: CPU seconds by step, wall seconds, and the most memory (resident, MiB).

    The step "actors" looks once more at the two texts of each copy. ``held`` is what the process held before the
    first step: the annotations, and what reads them.
    """

    articles: int
    stories: int
    steps: dict[str, float]
    wall: float
    held: float
    peak: float

    @property
    def seconds(self) -> float:
        """CPU seconds of all steps."""
        return sum(self.steps.values())

    @property
    def above(self) -> float:
        """Memory above what was held before, in MiB."""
        return self.peak - self.held


def growth(sizes: Sequence[float], amounts: Sequence[float]) -> float:
    """Return the exponent of a power law, by least squares on the logarithms.

    >>> growth([1, 2, 4], [3, 6, 12])
    1.0
    """
    x, y = [log(s) for s in sizes], [log(max(a, 1e-9)) for a in amounts]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    covered = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return round(covered / sum((a - mean_x) ** 2 for a in x), 3)


def sizings(source: Path, most: int = 0) -> dict[str, list[Sizing]]:
    """Measure all sizes up to ``most`` (0: all articles), each in a fresh process, from annotations made before."""
    whole = prepare(source, most)
    sizes = [*(n for n in SIZES if n < whole), whole]
    return {way: [_in_process(source, size, way) for size in sizes] for way in (DATED, UNDATED)}


def _in_process(source: Path, count: int, way: str) -> Sizing:
    options = [] if way == DATED else [f"--{way}"]
    out = run([sys.executable, "-m", "benchmarks.scale", str(source), str(count), *options]).out
    return Sizing(**json.loads(out))


class _Clock:
    """CPU seconds by step."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}

    def __call__(self, step: str, work: Callable[[], Made]) -> Made:
        start = time.process_time()
        made = work()
        self.steps[step] = self.steps.get(step, 0.0) + time.process_time() - start
        return made


def measured(given: Sequence[Annotation]) -> Sizing:
    """Group, link and compare annotated articles, as ``pipeline.read_stories`` does."""
    by_id = {a.article.id: a for a in given}
    clock, start, held = _Clock(), time.perf_counter(), _peak()
    grouped = clock("stories", lambda: group(Gathered(tuple(a.article for a in given))))
    copies = clock("copies", lambda: copies_among(grouped.articles))
    between = copies_by_story(grouped, copies)
    for number, story in enumerate(grouped.stories):
        own = [by_id[m.article] for m in story.members]
        links = clock("actors", partial(link_story, own, between.get(number, ())))
        clock("compare", partial(compare, own, links))
    return Sizing(len(given), len(grouped.stories), clock.steps, time.perf_counter() - start, held, _peak())


def measured_undated(given: Sequence[Article]) -> Sizing:
    """Group articles as if no date were known."""
    bare = tuple(replace(a, published=None, url=None) for a in given)
    clock, start, held = _Clock(), time.perf_counter(), _peak()
    grouped = clock("stories", lambda: group(Gathered(bare)))
    return Sizing(len(given), len(grouped.stories), clock.steps, time.perf_counter() - start, held, _peak())


def _peak() -> float:
    gc.collect()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("source", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--undated", action="store_true")
    asked = parser.parse_args()
    if asked.undated:
        found = measured_undated(articles(asked.source)[: asked.count])
    else:
        found = measured(list(annotated(asked.source, asked.count)))
    print(json.dumps(asdict(found)))
