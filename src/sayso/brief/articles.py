"""The articles of a brief, with what is known of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.brief.title import headline
from sayso.compare import edtf
from sayso.model import Annotation, BriefArticle, Citation, Comparison, Copy, DateWindow, Line, Section

COPIES_NAMED = 4
# Articles of one text that are listed one by one.
SAME_LISTED = 4
COPIES = {
    "identical": "identical to",
    "near copy": "near copy of",
    "rewrite": "rewrite of",
    "cut-down": "cut-down of",
    "passages": "has passages of",
}


def brief_articles(comparison: Comparison) -> tuple[BriefArticle, ...]:
    """Return the articles in the story's order, numbered from 1."""
    numbers = {a.id: i for i, a in enumerate(comparison.articles, start=1)}
    rows = zip(comparison.annotations, comparison.windows, strict=True)
    return tuple(
        _article(numbers[annotation.article.id], annotation, window, _notes(annotation, comparison, numbers))
        for annotation, window in rows
    )


def article_section(articles: tuple[BriefArticle, ...]) -> Section:
    """Return the section that lists the articles; of many with one text it lists a few and counts the others."""
    lines = [_line(article) for article in listed(articles)]
    return Section("articles", "Articles", (*lines, *_counted(articles)))


def listed(articles: Sequence[BriefArticle]) -> tuple[BriefArticle, ...]:
    """Return the articles that have a line of their own, in order."""
    seen: Counter[str] = Counter()
    kept = []
    for article in articles:
        seen[article.text] += 1
        if seen[article.text] <= SAME_LISTED:
            kept.append(article)
    return tuple(kept)


def _counted(articles: Sequence[BriefArticle]) -> Iterator[Line]:
    same = Counter(article.text for article in articles)
    first = {article.text: article.number for article in reversed(articles)}
    for text, number in same.items():
        more = number - SAME_LISTED
        if more > 0:
            yield Line(f"{more} more article{'s' * (more > 1)}: the text of [{first[text]}]", (), warn=True)


def _article(number: int, annotation: Annotation, window: DateWindow, notes: tuple[str, ...]) -> BriefArticle:
    seen = annotation.article
    return BriefArticle(
        number=number,
        id=seen.id,
        name=seen.name,
        title=headline(annotation),
        outlet=seen.outlet,
        published=seen.published.isoformat() if seen.published else None,
        window=window.edtf,
        window_basis=window.basis,
        url=seen.url,
        text=seen.text,
        sentences=tuple(s.span for s in annotation.sentences),
        notes=notes,
    )


def _line(article: BriefArticle) -> Line:
    when = edtf.spoken(article.published) if article.published else _window(article)
    first = article.sentences[:1]
    shown = article.title or (" ".join(first[0].text.split()) if first else article.name)
    cited = (Citation(article.id, 0, (first[0],)),) if first else ()
    return Line(
        text=shown,
        citations=cited,
        label=f"{article.outlet or article.name}, {when}",
        note="; ".join(article.notes),
        warn=bool(article.notes),
    )


def _window(article: BriefArticle) -> str:
    if not article.window:
        return "no date"
    return f"no date; not before {edtf.spoken(article.window).removeprefix('since ')}"


def _notes(annotation: Annotation, comparison: Comparison, numbers: dict[str, int]) -> tuple[str, ...]:
    article = annotation.article.id
    linked = sorted(
        (c for c in comparison.links.copies if article in (c.a, c.b) and c.original != article),
        key=lambda c: numbers[_other(c, article)],
    )
    known = [c for c in linked if c.original]
    copies = [_copy(c, article, numbers) for c in (known or linked)[:COPIES_NAMED]]
    more = len(known or linked) - len(copies)
    copies += [f"and of {more} more"] if more else []
    kinds = {f.type for f in annotation.flags}
    flags = [text for kind, text in FLAGGED if kind in kinds]
    return tuple(dict.fromkeys([*copies, *flags]))


FLAGGED = (
    ("satire", "has a satirical passage, not counted as a voice"),
    ("rewrite", "one passage rewrites another of the same article"),
    ("translation", "reads like a machine translation"),
)


def _copy(copy: Copy, article: str, numbers: dict[str, int]) -> str:
    other = _other(copy, article)
    unsure = "" if copy.original else ", direction unknown"
    return f"{COPIES[copy.kind]} [{numbers[other]}]{unsure}"


def _other(copy: Copy, article: str) -> str:
    return copy.b if copy.a == article else copy.a
