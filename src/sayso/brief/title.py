"""What to call a story: the words of one of its articles."""

from __future__ import annotations

from sayso.model import Annotation, Comparison

LONGEST = 100


def story_title(comparison: Comparison) -> str:
    """Return the headline that holds most of what the articles share, else the weightiest account's words."""
    counts: dict[str, int] = {}
    for annotation in comparison.annotations:
        for term in {t for claim in annotation.claims for t in claim.terms}:
            counts[term] = counts.get(term, 0) + 1
    headlines = [(_shared(h, counts), -i, h) for i, a in enumerate(comparison.annotations) if (h := headline(a))]
    if headlines:
        return max(headlines)[2]
    return _cut(comparison.accounts[0].text) if comparison.accounts else "No articles"


def headline(annotation: Annotation) -> str | None:
    """Return an article's title, or the heading it begins with."""
    if annotation.article.title:
        return " ".join(annotation.article.title.split())
    first = annotation.sentences[0] if annotation.sentences else None
    return " ".join(first.span.text.split()) if first and first.heading and len(annotation.sentences) > 1 else None


def _shared(words: str, counts: dict[str, int]) -> float:
    terms = [w.strip(".,:;?!“”\"'").casefold() for w in words.split()]
    return sum(counts.get(t, 0) for t in terms) / (4 + len(terms))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
