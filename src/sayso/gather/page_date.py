"""The date of publication that a web page states of itself; a date that would have to be guessed is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from sayso.data.loading import toml
from sayso.gather.dates import stated_date

JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')


def page_date(tree: Any) -> date | None:
    """Return the date in the page's meta elements, JSON-LD, microdata or ``time`` elements, in this order."""
    return next((day for words in _stated(tree) if (day := stated_date(words))), None)


def _stated(tree: Any) -> Iterator[str]:
    names = set(toml("page")["date_meta"])
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if key.lower() in names:
            yield meta.get("content") or ""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        yield from JSON_LD.findall(script.text or "")
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("datetime") or element.get("content") or element.text_content()
    yield from _times(tree)


def _times(tree: Any) -> Iterator[str]:
    """Yield the dates of ``time`` elements marked as the page's own, or of the only one that the page has."""
    times = [t for t in tree.iter("time") if t.get("datetime")]
    own = [t for t in times if t.get("pubdate") is not None or "publish" in (t.get("class") or "").lower()]
    days = {t.get("datetime")[:10] for t in times}
    yield from (t.get("datetime") for t in own or (times if len(days) == 1 else []))
