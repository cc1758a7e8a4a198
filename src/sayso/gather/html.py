"""Read a web page: trafilatura finds the article in it; scripts and menus stay out. No network."""

from __future__ import annotations

from collections.abc import Iterator

from trafilatura import extract, extract_metadata, load_html

from sayso.gather.draft import CannotReadError, Draft
from sayso.gather.normalise import one_line
from sayso.gather.page_date import page_date

ADVICE = "save the article's text as .txt"


def read(text: str) -> Iterator[Draft]:
    """Yield the article of a page, with the title, outlet, URL and date that the page states.

    Raises:
        CannotReadError: the page holds no article text.
    """
    try:
        draft = _draft(text)
    except CannotReadError:
        raise
    except Exception as error:  # whatever a parser makes of a broken page, the other inputs go on
        raise CannotReadError(f"not HTML that can be read: {type(error).__name__}", ADVICE) from error
    yield draft


def _draft(text: str) -> Draft:
    tree = load_html(text)
    if tree is None:
        raise CannotReadError("not HTML that can be read", ADVICE)
    published = page_date(tree)
    body = extract(text, fast=True, include_comments=False, include_tables=False) or ""
    if not body.strip():
        raise CannotReadError("no article text in the page", ADVICE)
    known = extract_metadata(tree, extensive=False)
    return Draft(body, _words(known.title), _words(known.sitename), published, _words(known.url))


def _words(value: str | None) -> str | None:
    return one_line(value) or None if value else None
