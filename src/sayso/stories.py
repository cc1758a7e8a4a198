"""Which story of a collection a reader wants: list the stories, pick one, leave the others out and say so."""

from __future__ import annotations

from dataclasses import replace

from sayso.engine import Engine
from sayso.errors import UsageError
from sayso.link.stories import group_stories
from sayso.model import Article, Gathered, Grouped, Skipped, StoryGroup

ALL = "all"
# Articles of fewer words cannot be told to be of another story; they stay with whatever they were given with.
TELLING = 60
# A story of so many articles is what a folder is about if it has at least so many times the articles that stand alone.
MAIN, TIMES = 3, 3
LISTED, TITLE = 20, 90


def group(gathered: Gathered, engine: Engine | None = None) -> Grouped:
    """Group the articles into stories, with or without an engine the same. What was skipped stays so."""
    return Grouped(group_stories(gathered.articles, engine), gathered.articles, gathered.skipped)


def of_one_story(gathered: Gathered, wanted: str | None = None) -> Gathered:
    """Keep the articles of the story that is wanted; the others are listed as skipped.

    ``wanted`` is a story's number (from 1), its id, words of its title, or "all" for every article, whatever it is
    about. Without it there must be one story; articles too short to tell (below ``TELLING`` words) belong to it, and
    a few articles that stand alone beside a large one are left out.

    Raises:
        UsageError: no such story, or several and none wanted; then there is a line for each.

    """
    if wanted == ALL or (wanted is None and len(gathered.articles) < 2):
        return gathered
    grouped = group(gathered)
    if wanted is not None:
        return _only(gathered, pick(grouped, wanted))
    telling = _telling(grouped)
    if len(telling) < 2:
        return gathered
    return _only(gathered, _main(telling) or _ask(grouped))


def pick(grouped: Grouped, wanted: str) -> StoryGroup:
    """Return the story with this number, id or words in its title. Raises UsageError where not exactly one has."""
    stories = grouped.stories
    by_id = [s for s in stories if s.id == wanted]
    if not by_id and wanted.isdecimal() and 1 <= int(wanted) <= len(stories):
        return stories[int(wanted) - 1]
    low = " ".join(wanted.casefold().split())
    titles = [" ".join(s.title.text.casefold().split()) for s in stories]
    named = by_id or [s for s, title in zip(stories, titles, strict=True) if low and low in title]
    exact = [s for s, title in zip(stories, titles, strict=True) if title == low]
    found = exact if len(exact) == 1 else named
    if len(found) != 1:
        what = "no story has" if not found else f"{len(found)} stories have"
        raise UsageError(f'{what} "{wanted}" as number, id or in the title; there {_listing(grouped)}')
    return found[0]


def days(story: StoryGroup) -> str:
    """Return the days of publication that a story spans, in words."""
    if story.first is None or story.last is None:
        return "no date"
    span = " to ".join(dict.fromkeys((story.first.isoformat(), story.last.isoformat())))
    return f"{span}, {story.undated} undated" if story.undated else span


def _telling(grouped: Grouped) -> list[StoryGroup]:
    """Return the stories with an article that is long enough to tell what it is about."""
    long = {a.id for a in grouped.articles if len(a.text.split()) >= TELLING}
    return [s for s in grouped.stories if any(m.article in long for m in s.members)]


def _main(telling: list[StoryGroup]) -> StoryGroup | None:
    """Return the one large story beside which there are but a few articles that stand alone."""
    first, *others = telling
    alone = all(len(s.members) == 1 for s in others)
    return first if alone and len(first.members) >= max(MAIN, TIMES * len(others)) else None


def _ask(grouped: Grouped) -> StoryGroup:
    raise UsageError(f"there {_listing(grouped)}")


def _listing(grouped: Grouped) -> str:
    stories = grouped.stories
    count = f"are {len(stories)} stories" if len(stories) != 1 else "is one story"
    lines = [f"{count}: choose with --story N (or words of its title, or its id), or take --story {ALL}"]
    lines += [_line(n, story) for n, story in enumerate(stories[:LISTED], start=1)]
    if len(stories) > LISTED:
        lines.append(f"  … and {len(stories) - LISTED} more: sayso stories lists them")
    return "\n".join(lines)


def _line(number: int, story: StoryGroup) -> str:
    articles = f"{len(story.members)} article{'s' if len(story.members) > 1 else ''}"
    title = " ".join(story.title.text.split())
    title = title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"
    return f"  {number:>2}  {title}  ({articles}, {days(story)}; {story.id})"


def _only(gathered: Gathered, story: StoryGroup) -> Gathered:
    ids = {member.article for member in story.members}
    kept = tuple(a for a in gathered.articles if a.id in ids)
    left = tuple(_left_out(a) for a in gathered.articles if a.id not in ids)
    return replace(gathered, articles=kept, skipped=gathered.skipped + left)


def _left_out(article: Article) -> Skipped:
    return Skipped(article.name, "of another story", f"--story {ALL} takes every article")
