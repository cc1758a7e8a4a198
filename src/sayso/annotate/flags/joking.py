"""The signs of joking in a text, gathered sentence by sentence for the satire reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sayso.annotate.flags.page import Page
from sayso.annotate.flags.phrases import Hit
from sayso.data.loading import toml

ASIDE = re.compile(r"(?=.{2,24}$)[^\W\d_]\S*(?: \S+){0,2}(?<=[.!?])")
CONTRACTION = re.compile(
    r"n[’']t\b|(?<=[a-z])[’'](?:re|ve|ll|d)\b|\b(?:it|that|there|he|she|what|who|let|here)[’']s\b", re.IGNORECASE
)
MARK = re.compile(r"[!?…]")
MARKS = {"!": ("exclamation", 1.2), "?": ("question", 0.9), "…": ("pause", 0.5)}
SCARE_QUOTE_WORDS = 3
INTERJECTION_ENDS = (",", "!", ".", "?", "…", "—", "–")
QUOTED_SHARE = 0.5
OFFICE, COINED, SPEAKER, HEADLINE = 1.5, 2.5, 2.0, 0.8
WORDS_TO_WHOM = 4


class Sign(NamedTuple):
    """A sign of joking: its kind, its weight and where it stands."""

    kind: str
    weight: float
    start: int


def signs_by_sentence(page: Page) -> list[list[Sign]]:
    """Return each sentence's signs; of signs of one kind in a sentence the heaviest."""
    signs: list[list[Sign]] = [[] for _ in page.sentences]
    for sign in _signs(page) if signs else ():
        group = signs[page.sentence_at(sign.start)]
        if not any(s.kind == sign.kind and s.weight >= sign.weight for s in group):
            group[:] = [*(s for s in group if s.kind != sign.kind), sign]
    return signs


def _signs(page: Page) -> Iterator[Sign]:
    for hit in page.hits["satire"]:
        yield from _phrase(page, hit)
    for mark in MARK.finditer(page.text):
        if page.in_own_voice(mark.start()):
            yield Sign(*MARKS[mark[0]], mark.start())
    for start, end in page.quotes:
        if not page.sourced[start] and len(page.text[start:end].split()) <= SCARE_QUOTE_WORDS:
            yield Sign("scare quotes", 0.3, start)
    for short in CONTRACTION.finditer(page.text):
        if page.in_own_voice(short.start()):
            yield Sign("contraction", 0.4, short.start())
    yield from _asides(page)
    yield from _headlines(page)
    yield from _coined(page)
    yield from _speakers(page)


def _phrase(page: Page, hit: Hit) -> Iterator[Sign]:
    kind, weight = hit.entry.sign, hit.entry.weight
    if kind in toml("satire")["any_voice"]:
        yield Sign(kind, weight * QUOTED_SHARE if page.quoted[hit.start] else weight, hit.start)
    elif page.in_own_voice(hit.start) and (kind != "interjection" or _alone(page, hit)):
        yield Sign(kind, weight, hit.start)


def _alone(page: Page, hit: Hit) -> bool:
    """Whether an interjection opens its sentence and a mark follows: "Well, …", "Oh! …", not "well known"."""
    opens = page.sentences[page.sentence_at(hit.start)].span.start == hit.start
    return opens and page.text[hit.end : hit.end + 1] in INTERJECTION_ENDS


def _asides(page: Page) -> Iterator[Sign]:
    """Yield sentences of at most three words amid longer ones ("Impressive!", "And the others?")."""
    for before, sentence in pairwise(page.sentences):
        span = sentence.span
        if sentence.paragraph == before.paragraph and ASIDE.fullmatch(span.text) and page.in_own_voice(span.start):
            yield Sign("aside", 1.0, span.start)


def _headlines(page: Page) -> Iterator[Sign]:
    """Yield the article's first line where it is written as the titles of invented reports are."""
    first = page.sentences[0].span.start if page.sentences else 0
    line = page.text[first:].partition("\n")[0] if len(page.text) > first else ""
    words = line.split()
    if 3 <= len(words) <= 16 and words[-1][-1] not in ".!" and _headline().match(line):
        yield Sign("headline", HEADLINE, first)


def _coined(page: Page) -> Iterator[Sign]:
    """Yield coined words ("spokesfish", "snowpocalypse") and offices that there are none of ("Head of Excuses")."""
    listed = toml("satire")
    known, spokes, blend = frozenset(listed["known_blends"]), frozenset(listed["spokes"]), _blend()
    offices, portfolios = frozenset(listed["offices"]), frozenset(listed["portfolios"])
    words = page.words
    for at, word in enumerate(words):
        lower = word.lower
        if lower.startswith("spokes"):
            if lower.removesuffix("'s") not in spokes:
                yield Sign("absurd", COINED, word.start)
        elif lower in offices and at + 2 < len(words) and words[at + 1].lower in ("of", "for"):
            if any(w.lower in portfolios for w in words[at + 2 : at + 4]):
                yield Sign("absurd", OFFICE, word.start)
        elif len(lower) > 8 and blend.fullmatch(lower) and lower not in known:
            yield Sign("absurd", COINED, word.start)


def _speakers(page: Page) -> Iterator[Sign]:
    """Yield animals and things that speak or are spoken to: "a goat said", "told a passing statue"."""
    listed = frozenset(toml("satire")["speakers"])
    for attribution in page.note.attributions:
        for source in attribution.source[:1]:
            if _head(source.text) in listed:
                yield Sign("absurd", SPEAKER, source.start)
    for at, word in enumerate(page.words):
        if word.lower in ("told", "asked"):
            after = [w.lower for w in page.words[at + 1 : at + 1 + WORDS_TO_WHOM]]
            if after and after[0] in ("a", "an", "his", "her", "its") and any(w in listed for w in after):
                yield Sign("absurd", SPEAKER, word.start)


def _head(source: str) -> str:
    """Return the noun before "of", "for", "from" …; "" for a name ("the Tigers" is a team)."""
    words = re.split(r" (?:of|for|from|in|at|on|who|with)\b|,", source, maxsplit=1)[0].split()
    return words[-1] if words and (words[-1].islower() or words[0].lower() == "the") else ""


@lru_cache(maxsize=1)
def _headline() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in toml("satire")["headlines"]), re.IGNORECASE)


@lru_cache(maxsize=1)
def _blend() -> re.Pattern[str]:
    return re.compile(toml("satire")["blends"])
