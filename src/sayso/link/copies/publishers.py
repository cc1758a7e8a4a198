"""Who published an article, and whom it names as having reported: the other article's outlet, or a news agency."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from sayso.data.agencies import agencies
from sayso.data.loading import table
from sayso.model import Article

# "Post (Web)", "Post - Opinion": what stands behind the name proper.
SECTION = re.compile(r"\s*(?:\(.*|\s[-–—|:]\s.*)$")
SHORTEST = 3
# Not "told": what somebody told an outlet is speech, and anybody may quote it.
REPORTING = r"(?:according to|citing|cites?|reported by|reports? (?:by|in|from)|per|via)"
# "…, reports the Guardian"
TOLD = r"[,”\"’'] (?:reports|reported|writes|wrote|notes|noted)"
REPORTED = r"(?:reports?|reported|said|says|noted|notes|wrote|writes|found|revealed|also)\b"


def same_publisher(a: Article, b: Article) -> bool:
    """Whether one outlet or one site published both: it repeats its own background and page parts."""
    return (bool(a.outlet) and a.outlet == b.outlet) or (bool(host := _host(a.url)) and host == _host(b.url))


def credited_outlet(article: Article, other: Article) -> str | None:
    """Return the name of the other article's outlet where this one says that it reported, else None."""
    return SECTION.sub("", other.outlet or "").strip() if times_credited(article, other) else None


def times_credited(article: Article, other: Article) -> int:
    """Return how often an article says that the other's outlet reported."""
    name = SECTION.sub("", other.outlet or "").strip()
    if len(name) < SHORTEST or name == SECTION.sub("", article.outlet or "").strip():
        return 0
    forms = next((found for found in _agencies() if name in found), (name,))
    places = {found.end() for form in forms for found in _crediting(form).finditer(article.text)}
    return max(len(places), int(agency(article) == forms[0]))


def agency(article: Article) -> str | None:
    """Return the first news agency that the text names as the origin: "(Reuters)", "AP contributed", "citing AFP"."""
    found = _named_agency().search(article.text)
    return agencies()[next(g for g in found.groups() if g)] if found else None


def agencies_named(article: Article) -> frozenset[str]:
    """Return the news agencies that published the article or that its text names, in whatever part.

    Initials ("AP") count only where they can mean nothing else: "(AP)", "told AP", or a credit.
    """
    known = agencies()
    names = [name for found in _any_agency().findall(article.text) for name in found if name]
    own = SECTION.sub("", article.outlet or "").strip()
    return frozenset(known[name] for name in (*names, own) if name in known) | {a for a in (agency(article),) if a}


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@lru_cache(maxsize=1024)
def _crediting(name: str) -> re.Pattern[str]:
    # However it is put in capitals (USA TODAY, USA Today), but never a common word (by post).
    named = rf"(?:[Tt]he )?(?=[A-ZÀ-Þ])(?i:{re.escape(name.removeprefix('The '))})\b"
    return re.compile(rf"\b{REPORTING} {named}|{TOLD} {named}|\b{named}(?:['’]s [\w ]{{1,30}})? {REPORTED}|\({named}\)")


@lru_cache(maxsize=1)
def _agencies() -> tuple[tuple[str, ...], ...]:
    return tuple((row[0], *(row[1].split("|") if row[1:] else ())) for row in table("wires"))


@lru_cache(maxsize=1)
def _named_agency() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, agencies()), key=len, reverse=True))
    return re.compile(
        rf"\(({names})\)|\b(?:citing|[Rr]eporting by|[Mm]aterial from) (?:the )?({names})\b"
        rf"|\b({names})(?:['’]s [\w ]{{1,40}}| writers? [\w ,]{{1,60}})? (?:also )?contributed\b"
    )


@lru_cache(maxsize=1)
def _any_agency() -> re.Pattern[str]:
    names = sorted(agencies(), key=len, reverse=True)
    full = "|".join(re.escape(name) for name in names if not name.isupper())
    every = "|".join(map(re.escape, names))
    return re.compile(rf"\b({full})\b|\(({every})\)|\btold (?:the )?({every})\b")
