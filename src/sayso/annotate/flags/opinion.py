"""Judgements in the outlet's own voice: evaluative words and stock phrases without a source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from spacy.tokens import Token

from sayso.annotate.flags.page import Found, Page
from sayso.annotate.flags.phrases import Hit

WHY = "a judgement in the outlet's own voice, without a source"
NEAR = 60  # characters
WHY_OUTLOOK = "a stock phrase that says nothing about who thinks so"


def opinions(page: Page) -> Iterator[Found]:
    """Yield at most one judgement a sentence: the words from the first sign to the noun that the last describes."""
    hits = (h for h in page.hits["opinion"] if page.in_own_voice(h.start))
    for number, group in groupby(hits, key=lambda h: page.sentence_at(h.start)):
        held = _together(list(group))
        if sum(h.entry.weight for h in held) >= 1 and not page.sentences[number].heading:
            outlook = all(h.entry.sign == "stock phrase" for h in held)
            yield Found("opinion", *_reach(page, held), WHY_OUTLOOK if outlook else WHY)


def _together(hits: list[Hit]) -> list[Hit]:
    """Return the signs that stand close to the strongest one."""
    strongest = max(hits, key=lambda h: h.entry.weight)
    return [h for h in hits if abs(h.start - strongest.start) <= NEAR]


def _reach(page: Page, hits: list[Hit]) -> tuple[int, int]:
    start, end = hits[0].start, hits[-1].end
    described = page.doc.char_span(hits[-1].start, end, alignment_mode="expand")
    if described is not None and (noun := _described(described.root)):
        end = max(end, _end(noun))
    return start, end


def _described(word: Token) -> Token | None:
    """Return the noun that an adjective stands before, also as the second of a pair: "new and troubling rules"."""
    if word.dep_ == "conj":
        word = word.head
    return word.head if word.dep_ == "amod" else None


def _end(token: Token) -> int:
    return token.idx + len(token.text)
