"""Check again that every cited word stands where the brief says it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sayso.brief.clean import cut, one_line
from sayso.model import Article, Brief, BriefArticle, Citation, Span

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that does not hold: where in the brief, the words it cites, and what is wrong."""

    where: str
    words: str
    why: str

    def __str__(self) -> str:
        words = f' "{cut(one_line(self.words), SHOWN)}"' if self.words else ""
        return f"{one_line(self.where)}:{words} {self.why}"


@dataclass(frozen=True, slots=True)
class Report:
    """How many spans were checked and how many hold; failures in the order of the brief.

    A failure may be about an article and not about a span, so ``ok`` is the answer, not the two counts.
    """

    checked: int
    held: int
    failures: tuple[Failure, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return not self.failures


def verify(brief: Brief, articles: Iterable[Article] | None = None) -> Report:
    """Check each span of each line, figure and sentence against the articles' texts.

    With ``articles`` (gathered again), their texts are what counts, matched by id, equal text or name, and an
    article of the brief that is not among them is a failure; without, the texts saved in the brief count.
    """
    texts, missing = _saved(brief), _changed(brief.articles)
    if articles is not None:
        texts, missing = _given(brief, list(articles))
    checked = [(where, span, _wrong(span, article, texts)) for where, article, span in _spans(brief)]
    # The spans of an article that is missing do not hold, but the article is the one failure to name.
    failures = [Failure(where, span.text, why) for where, span, why in checked if why]
    held = sum(why is None for _, _, why in checked)
    return Report(len(checked), held, (*missing, *_uncited(brief), *failures))


def _saved(brief: Brief) -> dict[str, str | None]:
    return {a.id: a.text for a in brief.articles}


def _wrong(span: Span, article: str, texts: Mapping[str, str | None]) -> str | None:
    """Return what is wrong with a span, None where it holds, nothing where its article is missing."""
    if article not in texts:
        return f"cites an article that is not there ({article})"
    text = texts[article]
    if text is None:
        return ""
    if span.holds_in(text):
        return None
    if not 0 <= span.start < span.end <= len(text):
        return f"is cited at {span.start}–{span.end}, outside the article's {len(text)} characters"
    return f'does not stand at {span.start}–{span.end}; "{cut(one_line(text[span.start : span.end]), SHOWN)}" does'


def _spans(brief: Brief) -> Iterator[tuple[str, str, Span]]:
    """Yield (where, article id, span) for all that the brief pins to words."""
    for article in brief.articles:
        for number, span in enumerate(article.sentences, start=1):
            yield f"article {article.number}, sentence {number}", article.id, span
    for where, citation in _citations(brief):
        for span in citation.spans:
            yield where, citation.article, span


def _citations(brief: Brief) -> Iterator[tuple[str, Citation]]:
    for section in brief.sections:
        for number, line in enumerate(section.lines, start=1):
            for citation in line.citations:
                yield f"{section.key}, line {number}", citation
    for series in brief.series:
        for number, row in enumerate(series.rows, start=1):
            yield f"figures of “{series.label}”, row {number}", row.citation
        for number, derived in enumerate(series.derived, start=1):
            yield from ((f"figures of “{series.label}”, derived {number}", c) for c in derived.citations)


def _uncited(brief: Brief) -> list[Failure]:
    """A citation that names a sentence its article does not have, or no words at all, can show nothing."""
    sentences = {a.id: len(a.sentences) for a in brief.articles}
    found = []
    for where, citation in _citations(brief):
        if not citation.spans:
            found.append(Failure(where, "", "cites no words"))
        elif not 0 <= citation.sentence < sentences.get(citation.article, citation.sentence + 1):
            found.append(Failure(where, "", f"names sentence {citation.sentence + 1}, which its article does not have"))
    return found


def _changed(articles: Iterable[BriefArticle]) -> list[Failure]:
    """An id is made from the text, so a text edited inside the file shows even where its spans were edited too."""
    return [
        Failure(f"article {a.number}", a.name, "was edited: its id is not that of its text")
        for a in articles
        if not _genuine(a)
    ]


def _genuine(article: BriefArticle) -> bool:
    try:
        published = date.fromisoformat(article.published) if article.published else None
    except ValueError:
        return False
    made = Article.make(article.text, article.name, outlet=article.outlet, published=published, url=article.url)
    return made.id == article.id


def _given(brief: Brief, articles: list[Article]) -> tuple[dict[str, str | None], list[Failure]]:
    """Return the given articles' texts under the brief's ids, and a failure for each article that is not given."""
    by_id, by_name, by_text = ({getattr(a, key): a for a in articles} for key in ("id", "name", "text"))
    texts: dict[str, str | None] = {}
    missing = []
    for article in brief.articles:
        given = by_id.get(article.id) or by_text.get(article.text) or by_name.get(article.name)
        texts[article.id] = given.text if given else None
        if given is None:
            missing.append(Failure(f"article {article.number}", article.name, "is not among the given files"))
    return texts, missing
