"""Which news agency an article credits, and when two names mean the same reporter (an outlet or an agency)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.data.agencies import agencies
from sayso.model import Annotation, Article

HEAD, TAIL = 500, 300
GENERIC = re.compile(r"^the\s+|[\s-]+(?:news\s*agency|press\s*agency|agency|newswire|news\s*wire)$", re.IGNORECASE)
DATELINE = re.compile(r"^[A-ZÀ-Þ][^\n()]{1,70}\(([A-Z][^()\n]{1,40})\)\s*[–—-]+\s")
PLACE = re.compile(r"[A-ZÀ-Þ]{3}")
BYLINE = re.compile(r"^(?:(?:By|From|Sources?|Via|Copyright)\b|©|\(c\))[:\s]*(.{2,60})$", re.IGNORECASE)
BARE = re.compile(r"^[(\[—–-]*\s*([^()\[\]]{2,40}?)\s*[)\]]?$")
# "citing NBC", "citing figures of the health ministry"
CITING = re.compile(r"\b[Cc]iting (?:(?:[a-z]+ ){0,4}(?:of|from|by) )?(?:the |its |an? )?")
NAME = re.compile(r"[A-Z][\w.&-]*(?: (?:of |and )?[A-Z][\w.&-]*)*")
# "With reporting by AFP", "Ann Lee and The Associated Press contributed to this report"
CONTRIBUTED = re.compile(
    r"^\W*(?:(?:with )?(?:additional )?reporting by|(?:with )?material from|with)\s+(.{2,80}?)\W*$"
    r"|^(.{2,160}?) (?:also )?contributed\b",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*(?:[,;|/•·]|\band\b|\bfor\b|\bof\b|\b[Ww]ith\b)\s*")


@lru_cache(maxsize=8192)
def reporter(name: str) -> str:
    """Return the key under which names of one outlet or agency are equal.

    >>> reporter("the Norvane agency") == reporter("Norvane Agency") and reporter("AFP")
    'agence france-presse'
    """
    known = agencies()
    plain = " ".join(name.split()).strip(" .,’'")
    for form in (plain, GENERIC.sub("", plain)):
        if form in known:
            return known[form].casefold()
    return GENERIC.sub("", GENERIC.sub("", plain)).casefold()


@lru_cache(maxsize=8192)
def is_agency(name: str) -> bool:
    """Whether the name is that of a known news agency, under any of its names."""
    plain = " ".join(name.split()).strip(" .,’'")
    return plain in agencies() or GENERIC.sub("", plain) in agencies()


def credited(article: Article) -> tuple[str, ...]:
    """Return the agencies that the dateline, byline or credit line names, in the order of the text."""
    return _of_others(article, _credits(article.text[:HEAD], article.text[-TAIL:]))


def contributing(article: Article) -> tuple[str, ...]:
    """Return the agencies that had a part in an article ("With reporting by AFP"): nothing says in which part."""
    lines = _lines(article.text[-TAIL:])[-3:]
    found = (m for m in map(CONTRIBUTED.match, lines) if m)
    return _of_others(article, (n for m in found for n in _agencies_in(next(filter(None, m.groups())))))


def _of_others(article: Article, names: Iterable[str]) -> tuple[str, ...]:
    own = reporter(article.outlet or "")
    return tuple(name for name in dict.fromkeys(names) if reporter(name) != own)


def cited(annotation: Annotation, sentence: int) -> tuple[tuple[str, int | None], ...]:
    """Return whom a sentence gives as origin ("citing NBC"): the name as it stands, and the actor's id if it is one.

    An agency is a name; of all else only what is known as an organisation or a person counts.
    """
    if not annotation.sentences:
        return ()
    span = annotation.sentences[sentence].span
    found: list[tuple[str, int | None]] = []
    for at in (m.end() for m in CITING.finditer(span.text)):
        name = NAME.match(span.text, at)
        actor = _actor_at(annotation, span.start + at)
        if name and is_agency(name.group()):
            found.append((name.group().rstrip("."), None))
        elif actor is not None:
            found.append((name.group().rstrip(".") if name else annotation.actors[actor].name, actor))
    return tuple(found)


def _actor_at(annotation: Annotation, at: int) -> int | None:
    """Return the organisation or person that a mention at a place of the text names, no state that only qualifies."""
    named = (a for a in annotation.actors if a.type in ("organisation", "person"))
    return next((a.id for a in named for m in a.mentions if m.span.start <= at < m.span.end), None)


@lru_cache(maxsize=4096)
def _credits(head: str, tail: str) -> tuple[str, ...]:
    return tuple(name for line in (*_lines(head)[:4], *_lines(tail)[-3:]) for name in _line_credits(line))


def _line_credits(line: str) -> Iterator[str]:
    dateline = DATELINE.match(line)
    if dateline and (PLACE.match(line) or is_agency(dateline.group(1))):
        yield _shown(dateline.group(1))
        return
    byline = BYLINE.match(line) or BARE.match(line)
    if byline and not CONTRIBUTED.match(line):
        yield from _agencies_in(byline.group(1))


def _agencies_in(names: str) -> Iterator[str]:
    for part in PARTS.split(names):
        if is_agency(part):
            yield _shown(part)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _shown(name: str) -> str:
    return agencies().get(name.strip(), name.strip())
