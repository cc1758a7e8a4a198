"""Passages that joke: a run of sentences in which the signs of sarcasm and satire add up.

No sign is proof: a column may ask questions and an agency may quote an exclamation. So signs are summed over
neighbouring sentences, and a run counts only if it has several kinds of sign. The signs are those of the
literature on irony and satire in news (Burfoot & Baldwin 2009; Rubin et al. 2016): direct address, interjections,
mocking praise and comparisons, exclamations, rhetorical questions, slang, scare quotes, absurd speakers.
A sentence that tells the reader that the joking is over ends a passage; an outlet, section or title that says
"satire" makes one of all that stands before such a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.annotate.flags.joking import Sign, signs_by_sentence
from sayso.annotate.flags.labelled import turn_at, why_labelled
from sayso.annotate.flags.page import Found, Page
from sayso.data.loading import toml

COST = 0.5  # what a sentence without any sign takes off a run
PATIENCE = 4.0  # a run ends after so much without a sign
LEAD, TAIL = 3, 1  # so many sentences without a sign before or after a run, at the passage's ends, belong to it
WHY = "jokes, asides to the reader and mocking comparisons in the outlet's own voice"


class Least(NamedTuple):
    """What a run must have: sum above cost, kinds of sign, strong signs, kinds that only inventions have, sentences.

    The columnist asks, exclaims and addresses the reader too; so fewer strong signs do only where the run
    holds several kinds that come with invented matter (mock praise, odd things, speakers who swoon).
    """

    total: float
    kinds: int
    strong: int
    invented: int
    sentences: int


LEAST = (Least(4.0, 3, 2, 0, 3), Least(1.5, 3, 1, 2, 3), Least(1.5, 4, 0, 3, 3))
LEAST_TURNED = (*LEAST, Least(1.0, 2, 1, 0, 2))  # where the article itself says that the joking is over


class _Part(NamedTuple):
    """Sentences first to last, up to where the article turns (``turned``) or ends."""

    first: int
    last: int
    turned: bool


def satires(page: Page) -> list[Found]:
    """Return the joking passages, each as one range of whole sentences."""
    parts, why = list(_parts(page)), why_labelled(page)
    if why and parts:
        return [_found(page, parts[0].first, parts[0].last, why)]
    signs = signs_by_sentence(page)
    return [_found(page, *found, WHY) for part in parts for found in _in_part(page, part, signs)]


def _found(page: Page, first: int, last: int, why: str) -> Found:
    return Found("satire", page.sentences[first].span.start, page.sentences[last].span.end, why)


def _parts(page: Page) -> Iterator[_Part]:
    """Cut where the article says that the joking is over."""
    first, count = 0, len(page.sentences)
    for number in range(count):
        if turn := turn_at(page, number):
            last = number if turn == "whole" else number - 1
            if last >= first:
                yield _Part(first, last, True)
            first = last + 1
    if first < count:
        yield _Part(first, count - 1, False)


def _in_part(page: Page, part: _Part, signs: list[list[Sign]]) -> list[tuple[int, int]]:
    least = LEAST_TURNED if part.turned else LEAST
    ranges: list[tuple[int, int]] = []
    for a, b in _runs([sum(s.weight for s in group) for group in signs[part.first : part.last + 1]]):
        first, last = part.first + a, part.first + b
        inside = [s for group in signs[first : last + 1] for s in group]
        if any(_convincing(inside, last - first + 1, each) for each in least) and not (
            ranges and last <= ranges[-1][1]
        ):
            ranges.append(_whole(page, part, first, last))
    return _merged(ranges)


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join ranges that reach into the same paragraph."""
    merged: list[tuple[int, int]] = []
    for first, last in ranges:
        if merged and first <= merged[-1][1] + 1:
            first = merged.pop()[0]
        merged.append((first, last))
    return merged


def _convincing(signs: list[Sign], sentences: int, least: Least) -> bool:
    strong, invented = frozenset(toml("satire")["strong"]), frozenset(toml("satire")["any_voice"])
    kinds = {s.kind for s in signs}
    return (
        sum(s.weight for s in signs) - COST * sentences >= least.total
        and len(kinds) >= least.kinds
        and sum(s.kind in strong for s in signs) >= least.strong
        and len(kinds & invented) >= least.invented
        and sentences >= least.sentences
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


def _whole(page: Page, part: _Part, first: int, last: int) -> tuple[int, int]:
    """Return the first and last sentence, filled up to whole paragraphs, with the heading above them.

    Where little stands before them in the article, or between them and the turn, they take it in.
    """
    sentences = page.sentences
    if part.first == 0 and sum(not s.heading for s in sentences[:first]) <= LEAD:
        first = 0
    while first > part.first and sentences[first - 1].paragraph == sentences[first].paragraph:
        first -= 1
    while first > part.first and sentences[first - 1].heading:
        first -= 1
    while last < part.last and sentences[last + 1].paragraph == sentences[last].paragraph:
        last += 1
    if part.turned or part.last - last <= TAIL:
        last = part.last
    return first, last
