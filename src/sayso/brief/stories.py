"""The stories of a collection, as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sayso.brief.clean import cut, one_line
from sayso.model import Article, Grouped, StoryGroup, StoryMember
from sayso.stories import days

TITLE, HEADLINE, OUTLET, OUTLETS = 96, 66, 22, 6
# Articles that stand alone are listed up to this number, unless all are asked for.
ALONE = 20


def to_text(grouped: Grouped, full: bool = False) -> str:
    """Return the stories of several articles with those, then the articles that stand alone."""
    articles = {a.id: a for a in grouped.articles}
    return "\n".join(_lines(grouped, articles, full)) + "\n"


def to_json(grouped: Grouped) -> str:
    """Return all stories as JSON, without the articles' texts; spans count Unicode code points."""
    articles = {a.id: a for a in grouped.articles}
    made = {
        "format": grouped.format,
        "stories": [_row(n, story, articles) for n, story in enumerate(grouped.stories, start=1)],
        "skipped": [{"name": s.name, "reason": s.reason, "advice": s.advice} for s in grouped.skipped],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _lines(grouped: Grouped, articles: dict[str, Article], full: bool) -> Iterator[str]:
    numbered = list(enumerate(grouped.stories, start=1))
    alone = [(n, story) for n, story in numbered if len(story.members) == 1]
    several = [(n, story) for n, story in numbered if len(story.members) > 1]
    yield f"{_count(len(several), 'story', 'stories')} of several articles, {_count(len(alone), 'article')} alone"
    for number, story in several:
        yield ""
        yield from _story(number, story, articles, full)
    if alone:
        yield from ("", "ALONE")
    for number, story in alone if full else alone[:ALONE]:
        yield f"{number:>4}  {_article(articles[story.id])}"
    if not full and len(alone) > ALONE:
        yield f"      {len(alone) - ALONE} more with --full"
    if grouped.skipped:
        yield from ("", "NOT READ", *(f"      {one_line(str(skipped))}" for skipped in grouped.skipped))


def _story(number: int, story: StoryGroup, articles: dict[str, Article], full: bool) -> Iterator[str]:
    yield f"{number:>4}  {cut(one_line(story.title.text), TITLE)}"
    named = ", ".join(story.outlets[:OUTLETS])
    more = f" +{len(story.outlets) - OUTLETS}" if len(story.outlets) > OUTLETS else ""
    facts = [_count(len(story.members), "article"), days(story), named + more, f"id {story.id}"]
    yield "      " + " · ".join(fact for fact in facts if fact)
    for member in story.members:
        yield f"        {_article(articles[member.article])}"
        if full:
            yield f"            {one_line(member.reason)}"


def _article(article: Article) -> str:
    when = article.published.isoformat() if article.published else "no date   "
    outlet = cut(one_line(article.outlet or article.name), OUTLET)
    return f"{when}  {outlet:<{OUTLET}}  {cut(_headline(article), HEADLINE)}"


def _headline(article: Article) -> str:
    return one_line(article.title or next((line for line in article.text.splitlines() if line.strip()), ""))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _row(number: int, story: StoryGroup, articles: dict[str, Article]) -> dict[str, object]:
    return {
        "number": number,
        "id": story.id,
        "title": story.title.text,
        "title_span": {"article": story.title_article, "start": story.title.start, "end": story.title.end},
        "first": story.first.isoformat() if story.first else None,
        "last": story.last.isoformat() if story.last else None,
        "undated": story.undated,
        "outlets": list(story.outlets),
        "articles": [_member(member, articles[member.article]) for member in story.members],
    }


def _member(member: StoryMember, article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "name": article.name,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "nearest": member.nearest,
        "score": member.score,
        "reason": member.reason,
    }
