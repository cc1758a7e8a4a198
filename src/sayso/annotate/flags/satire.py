"""Passages that joke: a run of sentences in which the signs of sarcasm and satire add up.

No sign is proof: a column may ask questions and an agency may quote an exclamation. So signs are summed over
neighbouring sentences of the outlet's own voice, and a run counts only if it has several kinds of sign.
The signs are those of the literature on irony in news (Burfoot & Baldwin 2009; Rubin et al. 2016): direct
address, interjections, mocking comparisons, exclamations, rhetorical questions, slang, scare quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sayso.annotate.flags.page import Found, Page
from sayso.annotate.flags.phrases import Hit

COST = 0.5  # what a sentence without any sign takes off a run
LEAST_SUM, LEAST_KINDS, LEAST_STRONG, LEAST_SENTENCES = 4.0, 3, 2, 3
STRONG = ("address", "simile", "interjection", "slang", "mock")
PATIENCE = 4.0  # a run ends after so much without a sign
ASIDE = re.compile(r"(?=.{2,24}$)[^\W\d_]\S*(?: \S+){0,2}(?<=[.!?])")
CONTRACTION = re.compile(
    r"n[’']t\b|(?<=[a-z])[’'](?:re|ve|ll|d)\b|\b(?:it|that|there|he|she|what|who|let|here)[’']s\b", re.IGNORECASE
)
MARK = re.compile(r"[!?…]")
SCARE_QUOTE_WORDS = 3
INTERJECTION_ENDS = (",", "!", ".", "?", "…", "—", "–")
WHY = "jokes, asides to the reader and mocking comparisons in the outlet's own voice"


class _Sign(NamedTuple):
    kind: str
    weight: float
    start: int


def satires(page: Page) -> list[Found]:
    """Return the joking passages, each as one range of whole sentences."""
    signs, sentences = _by_sentence(page), page.sentences
    ranges: list[tuple[int, int]] = []
    for first, last in _runs([sum(s.weight for s in group) for group in signs]):
        inside = [s for group in signs[first : last + 1] for s in group]
        if _convincing(inside, last - first + 1) and not (ranges and last <= ranges[-1][1]):
            ranges.append(_whole(page, first, last))
    return [Found("satire", sentences[a].span.start, sentences[b].span.end, WHY) for a, b in _merged(ranges)]


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join ranges that reach into the same paragraph."""
    merged: list[tuple[int, int]] = []
    for first, last in ranges:
        if merged and first <= merged[-1][1] + 1:
            first = merged.pop()[0]
        merged.append((first, last))
    return merged


def _convincing(signs: list[_Sign], sentences: int) -> bool:
    kinds = {s.kind for s in signs}
    strong = sum(s.kind in STRONG for s in signs)
    return (
        sum(s.weight for s in signs) - COST * sentences >= LEAST_SUM
        and len(kinds) >= LEAST_KINDS
        and strong >= LEAST_STRONG
        and sentences >= LEAST_SENTENCES
    )


def _runs(scores: list[float]) -> Iterator[tuple[int, int]]:
    """Yield the first and last sentence of each run whose signs outweigh its cost, in linear time."""
    start, total, best, last = 0, 0.0, 0.0, -1
    for number, score in enumerate([*scores, float("-inf")]):
        total += score - COST
        if total > best:
            best, last = total, number
        if total <= 0 or best - total > PATIENCE:
            if last >= start:
                yield start, last
            start, total, best = number + 1, 0.0, 0.0
            last = number


def _whole(page: Page, first: int, last: int) -> tuple[int, int]:
    """Return the first and last sentence, filled up to whole paragraphs, with the heading above them."""
    sentences = page.sentences
    while first and sentences[first - 1].paragraph == sentences[first].paragraph:
        first -= 1
    while first and sentences[first - 1].heading:
        first -= 1
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[last].paragraph:
        last += 1
    return first, last


def _by_sentence(page: Page) -> list[list[_Sign]]:
    signs: list[list[_Sign]] = [[] for _ in page.sentences]
    if not signs:
        return []
    for sign in _signs(page):
        group = signs[page.sentence_at(sign.start)]
        if not any(s.kind == sign.kind and s.weight >= sign.weight for s in group):
            group.append(sign)
    return signs


def _signs(page: Page) -> Iterator[_Sign]:
    for hit in page.hits["satire"]:
        if page.in_own_voice(hit.start) and (hit.entry.sign != "interjection" or _alone(page, hit)):
            yield _Sign(hit.entry.sign, hit.entry.weight, hit.start)
    for mark in MARK.finditer(page.text):
        if page.in_own_voice(mark.start()):
            yield _mark(mark)
    for start, end in page.quotes:
        if not page.sourced[start] and len(page.text[start:end].split()) <= SCARE_QUOTE_WORDS:
            yield _Sign("scare quotes", 0.3, start)
    for short in CONTRACTION.finditer(page.text):
        if page.in_own_voice(short.start()):
            yield _Sign("contraction", 0.4, short.start())
    yield from _asides(page)


def _alone(page: Page, hit: Hit) -> bool:
    """Whether an interjection opens its sentence and a mark follows: "Well, …", "Oh! …", not "well known"."""
    opens = page.sentences[page.sentence_at(hit.start)].span.start == hit.start
    return opens and page.text[hit.end : hit.end + 1] in INTERJECTION_ENDS


def _asides(page: Page) -> Iterator[_Sign]:
    """Yield sentences of at most three words amid longer ones ("Impressive!", "And the others?")."""
    for before, sentence in pairwise(page.sentences):
        span = sentence.span
        if sentence.paragraph == before.paragraph and ASIDE.fullmatch(span.text) and page.in_own_voice(span.start):
            yield _Sign("aside", 1.0, span.start)


def _mark(mark: re.Match[str]) -> _Sign:
    kind, weight = {"!": ("exclamation", 1.2), "?": ("question", 0.9), "…": ("pause", 0.5)}[mark[0]]
    return _Sign(kind, weight, mark.start())
