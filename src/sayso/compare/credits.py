"""Which news agency an article credits, and when two names mean the same reporter (an outlet or an agency)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.data.loading import table
from sayso.model import Annotation, Article

HEAD, TAIL = 500, 300
GENERIC = re.compile(r"^the\s+|[\s-]+(?:news\s*agency|press\s*agency|agency|newswire|news\s*wire)$", re.IGNORECASE)
DATELINE = re.compile(r"^[A-ZÀ-Þ][^\n()]{1,70}\(([A-Z][^()\n]{1,40})\)\s*[–—-]+\s")
PLACE = re.compile(r"[A-ZÀ-Þ]{3}")
BYLINE = re.compile(r"^(?:(?:By|From|Sources?|Via|Copyright)\b|©|\(c\))[:\s]*(.{2,60})$", re.IGNORECASE)
BARE = re.compile(r"^[(\[—–-]*\s*([^()\[\]]{2,40}?)\s*[)\]]?$")
CITING = re.compile(r"\b[Cc]iting (?:the )?([A-Z][\w.&-]*(?: (?:of |and )?[A-Z][\w.&-]*)*)")
PARTS = re.compile(r"\s*(?:[,;|/•·]|\band\b|\bfor\b|\bof\b|\bwith\b)\s*")


@lru_cache(maxsize=8192)
def reporter(name: str) -> str:
    """Return the key under which names of one outlet or agency are equal.

    >>> reporter("the Norvane agency") == reporter("Norvane Agency") and reporter("AFP")
    'agence france-presse'
    """
    known = _names()
    plain = " ".join(name.split()).strip(" .,’'")
    for form in (plain, GENERIC.sub("", plain)):
        if form in known:
            return known[form].casefold()
    return GENERIC.sub("", GENERIC.sub("", plain)).casefold()


@lru_cache(maxsize=8192)
def is_agency(name: str) -> bool:
    """Whether the name is that of a known news agency, under any of its names."""
    plain = " ".join(name.split()).strip(" .,’'")
    return plain in _names() or GENERIC.sub("", plain) in _names()


def credited(article: Article) -> tuple[str, ...]:
    """Return the agencies that the dateline, byline or credit line names, in the order of the text."""
    own = reporter(article.outlet or "")
    found = dict.fromkeys(_credits(article.text[:HEAD], article.text[-TAIL:]))
    return tuple(name for name in found if reporter(name) != own)


def cited(annotation: Annotation, sentence: int) -> tuple[str, ...]:
    """Return the agencies and organisations that a sentence of the outlet's own gives as origin ("citing NBC")."""
    if not annotation.sentences:
        return ()
    span = annotation.sentences[sentence].span
    found = ((m.group(1), span.start + m.start(1)) for m in CITING.finditer(span.text))
    return tuple(name.rstrip(".") for name, at in found if is_agency(name) or _is_organisation(annotation, at))


def _is_organisation(annotation: Annotation, at: int) -> bool:
    bodies = (a for a in annotation.actors if a.type == "organisation")
    return any(m.span.start <= at < m.span.end for a in bodies for m in a.mentions)


@lru_cache(maxsize=4096)
def _credits(head: str, tail: str) -> tuple[str, ...]:
    return tuple(name for line in (*_lines(head)[:4], *_lines(tail)[-3:]) for name in _line_credits(line))


def _line_credits(line: str) -> Iterator[str]:
    dateline = DATELINE.match(line)
    if dateline and (PLACE.match(line) or is_agency(dateline.group(1))):
        yield _shown(dateline.group(1))
        return
    byline = BYLINE.match(line) or BARE.match(line)
    for part in PARTS.split(byline.group(1)) if byline else ():
        if is_agency(part):
            yield _shown(part)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _shown(name: str) -> str:
    return _names().get(name.strip(), name.strip())


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {form: row[0] for row in table("wires") for form in (row[0], *(row[1].split("|") if row[1:] else ()))}
