"""How a citation is shown: ``[article:sentence]``, both counted from 1, as in ``[2:5, 3:1]``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.model import Brief, Citation


def article_numbers(brief: Brief) -> dict[str, int]:
    """Map each article's id to the number that citations name it by."""
    return {a.id: a.number for a in brief.articles}


def labels(citations: Iterable[Citation], numbers: Mapping[str, int]) -> list[str]:
    """Return each cited sentence once, in the given order, as ``"2:5"``; "?" for an article that is not there."""
    shown = (f"{numbers.get(c.article, '?')}:{c.sentence + 1}" for c in citations)
    return list(dict.fromkeys(shown))


def bracketed(citations: Iterable[Citation], numbers: Mapping[str, int]) -> str:
    """Return the citations as one bracket, or nothing where there are none."""
    shown = labels(citations, numbers)
    return f"[{', '.join(shown)}]" if shown else ""
