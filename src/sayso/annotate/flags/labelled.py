"""Where an article itself says that it jokes, or that the joking is over."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from sayso.annotate.flags.page import Page
from sayso.data.loading import toml

LONGEST_TURN, LONGEST_LABEL = 90, 200  # characters
EDGES = " \t.!?:;,–—-…\"“”'’()[]*"
WHY_OUTLET = "the outlet is known for satire"
WHY_LABEL = "the article is labelled as satire"


def why_labelled(page: Page) -> str | None:
    """Return why the article as a whole is satire by its own label (outlet, address, title, a line of the text)."""
    article, listed = page.note.article, toml("satire")
    outlet, (host, sections) = (article.outlet or "").casefold().strip(), _address(article.url)
    if outlet in listed["outlets"] or host in listed["hosts"]:
        return WHY_OUTLET
    if any(word in host for word in listed["host_words"]):
        return WHY_LABEL
    titled = any(_title().search(t) for t in (article.title or "", page.sentences[0].span.text))
    if titled or _labels(outlet, listed["labels"]) or not sections.isdisjoint(listed["sections"]):
        return WHY_LABEL
    return WHY_LABEL if any(h.entry.sign == "label" and _declares(page, h.start) for h in page.hits["satire"]) else None


def turn_at(page: Page, number: int) -> str | None:
    """Return "whole" for a sentence that only says that the joking is over, "opening" for one that goes on."""
    span = page.sentences[number].span
    if not page.in_own_voice(span.start):
        return None
    whole, opening = _turns()
    if span.end - span.start <= LONGEST_TURN and whole.fullmatch(span.text.strip(EDGES)):
        return "whole"
    return "opening" if opening.match(span.text) else None


def _declares(page: Page, start: int) -> bool:
    span = page.sentences[page.sentence_at(start)].span
    return span.start == start and len(span) <= LONGEST_LABEL and page.in_own_voice(start)


def _labels(name: str, labels: list[str]) -> bool:
    return any(word in labels for word in re.findall(r"\w+", name))


def _address(url: str | None) -> tuple[str, frozenset[str]]:
    """Return the host without "www." and the folders of an address."""
    try:
        parts = urlsplit((url or "").casefold())
        host = parts.hostname or ""
    except ValueError:
        return "", frozenset()
    return host.removeprefix("www."), frozenset(parts.path.split("/")[:-1])


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    label = "|".join(toml("satire")["sections"])
    return re.compile(rf"^\W*(?:{label})\s*[:|\])–—]|(?:[|\[(]|[-–—] )\s*(?:{label})\W*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _turns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    whole, opening = toml("satire")["turns"], toml("satire")["turn_openings"]
    patterns = [re.compile("|".join(f"(?:{p})" for p in listed), re.IGNORECASE) for listed in (whole, opening)]
    return patterns[0], patterns[1]
