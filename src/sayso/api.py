"""sayso from Python: ``story = sayso.read("articles/")``, then ``story.figures``, ``story.disagreements`` …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import escape
from pathlib import Path

from sayso import pipeline
from sayso.annotate import annotate
from sayso.brief.render import render
from sayso.brief.select import select
from sayso.brief.text import to_text
from sayso.engine import Engine
from sayso.errors import UsageError
from sayso.export import records
from sayso.export.flatten import Flattener
from sayso.export.table import Table
from sayso.gather import gather
from sayso.model import Annotation, Article, Brief, Comparison, Gathered, Grouped
from sayso.stories import group as group_stories
from sayso.stories import of_one_story

__all__ = ["Story", "annotate_text", "group", "read", "read_all", "render"]

COUNTED = ("attributions", "claims", "figures", "events", "questions", "flags")


@dataclass(frozen=True)
class Story:
    """What the articles of one story say, and how that compares: tables of flat frozen records.

    ``comparison`` holds the objects themselves, with all their spans.
    """

    comparison: Comparison = field(repr=False)
    as_of: date | None = None

    @cached_property
    def articles(self) -> Table[records.ArticleRecord]:
        """The articles, numbered as a brief cites them."""
        return Table("articles", records.ArticleRecord, self._flat.articles())

    @cached_property
    def attributions(self) -> Table[records.AttributionRecord]:
        """Who is given as saying what, by which words."""
        return Table("attributions", records.AttributionRecord, self._flat.attributions())

    @cached_property
    def claims(self) -> Table[records.ClaimRecord]:
        """What is said, by a source or by the outlet, with certainty and polarity."""
        return Table("claims", records.ClaimRecord, self._flat.claims())

    @cached_property
    def figures(self) -> Table[records.FigureRecord]:
        """Quantities with bound, source and date."""
        return Table("figures", records.FigureRecord, self._flat.figures())

    @cached_property
    def events(self) -> Table[records.EventRecord]:
        """Who does what to whom."""
        return Table("events", records.EventRecord, self._flat.events())

    @cached_property
    def times(self) -> Table[records.TimeRecord]:
        """Time expressions, with dates where the text or the publication date fixes them."""
        return Table("times", records.TimeRecord, self._flat.times())

    @cached_property
    def flags(self) -> Table[records.FlagRecord]:
        """What to handle with care."""
        return Table("flags", records.FlagRecord, self._flat.flags())

    @cached_property
    def actors(self) -> Table[records.ActorRecord]:
        """Actors under one name over all articles."""
        return Table("actors", records.ActorRecord, self._flat.actors())

    @cached_property
    def accounts(self) -> Table[records.AccountRecord]:
        """Claims that say the same thing, with how many origins are shown to be independent."""
        return Table("accounts", records.AccountRecord, self._flat.accounts())

    @cached_property
    def disagreements(self) -> Table[records.SideRecord]:
        """Where accounts differ: a row a side, the sides of one disagreement under one id."""
        return Table("disagreements", records.SideRecord, self._flat.disagreements())

    @cached_property
    def timeline(self) -> Table[records.TimelineRecord]:
        """What is dated, by date."""
        return Table("timeline", records.TimelineRecord, self._flat.timeline())

    @cached_property
    def relations(self) -> Table[records.RelationRecord]:
        """How actors stand toward each other."""
        return Table("relations", records.RelationRecord, self._flat.relations())

    @cached_property
    def questions(self) -> Table[records.QuestionRecord]:
        """What is predicted, feared or open, and what settles it."""
        return Table("questions", records.QuestionRecord, self._flat.questions())

    @cached_property
    def copies(self) -> Table[records.CopyRecord]:
        """Articles that derive from one another."""
        return Table("copies", records.CopyRecord, self._flat.copies())

    @cached_property
    def skipped(self) -> Table[records.SkippedRecord]:
        """Inputs that were not read, and why."""
        return Table("skipped", records.SkippedRecord, self._flat.skipped())

    def brief(self, full: bool = False) -> Brief:
        """Return the brief; ``sayso.render(story.brief(), "html")`` shows it."""
        return select(self.comparison, full=full, as_of=self.as_of)

    @cached_property
    def _flat(self) -> Flattener:
        return Flattener(self.comparison)

    def __repr__(self) -> str:
        tables = [(name, len(getattr(self, name))) for name in COUNTED]
        # The table of disagreements has a row a side.
        tables.append(("disagreements", len(self.comparison.disagreements)))
        counts = ", ".join(f"{count} {name}" for name, count in tables)
        return f"Story({self.brief().title!r}, {len(self.articles)} articles: {counts})"

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self))}</p><pre>{escape(to_text(self.brief()))}</pre>"


Paths = str | Path | Iterable[str | Path]


def read(*paths: Paths, as_of: date | str | None = None, story: str | int | None = None, fast: bool = False) -> Story:
    """Read the articles of one story from files and folders, given one by one or as a list, and compare them.

    ``as_of`` (a date or "YYYY-MM-DD") keeps what was published by the end of that day. ``story`` keeps the articles
    of that story of ``group``: its number, its id or words of its title; without it all are compared, whatever they
    are about. ``fast`` reads who says what by the rules alone and matches claims by
    their words alone. What was left out or cannot be read stands in
    ``story.skipped``. Raises UsageError for no path, a path that does not exist, what is no date, or no such story.
    """
    day = _day(as_of)
    gathered = _gathered(paths)
    gathered = pipeline.as_of(gathered, day) if day else gathered
    gathered = gathered if story is None else of_one_story(gathered, str(story))
    return Story(pipeline.read_story(gathered, fast=fast), day)


def read_all(*paths: Paths, fast: bool = False) -> Iterator[Story]:
    """Read every story of a mixed archive by itself, the largest first, one at a time: the order is that of ``group``.

    What could not be gathered stands in ``group(…).skipped``, an article that could not be read in its story's
    ``skipped``. ``fast`` as in ``read``. Raises UsageError as ``read`` does.
    """
    grouped = group(*paths)
    return (Story(comparison) for comparison in pipeline.read_stories(grouped, fast=fast))


def group(*paths: Paths, engine: Engine | None = None) -> Grouped:
    """Group the articles of a mixed folder into stories, the largest first. Raises UsageError as ``read`` does.

    ``engine``, from ``sayso.engine.open_engine``, is where candidates are looked for; the stories are the same.
    """
    return group_stories(_gathered(paths), engine)


def annotate_text(text: str, published: date | str | None = None, name: str = "text", fast: bool = False) -> Annotation:
    """Read one text; ``published`` is the day that "yesterday" counts from."""
    return annotate(Article.make(text, name, published=_day(published)), fast)


def _gathered(paths: Iterable[Paths]) -> Gathered:
    return gather([_path(p) for given in paths for p in ([given] if isinstance(given, str | Path) else given)])


def _path(given: str | Path) -> str | Path:
    if not str(given).strip():
        raise UsageError("an empty path: name a file or folder")
    return given


def _day(given: date | str | None) -> date | None:
    try:
        return date.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        raise UsageError(f'"{given}" is not a date: give it as YYYY-MM-DD') from None
