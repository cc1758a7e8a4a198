"""Whether one of two texts derives from the other: one fixed setting for news and for any other text.

A pair is looked at from the most certain kind of evidence to the least; the first that is enough decides. Speech,
posts, statements and page furniture are never counted, since two reporters may quote one speech.

The limits were set on the development half of quality/copies, on its 115 later pairs, on BASIL (300 pairs of reports on
one event: own words shared reach .13, the two pairs above it do copy) and on Clough & Stevenson's answers. The pairs
of the test half were never read, but its score was seen between variants.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sayso.link.copies.furniture import shared_furniture
from sayso.link.copies.kept import kept_share
from sayso.link.copies.pile import Candidate
from sayso.link.copies.publishers import agencies_named, credited_outlet, same_publisher, times_credited
from sayso.link.copies.rewording import Rewording, rewording
from sayso.link.copies.rewrites import Retelling, retelling
from sayso.link.copies.shares import Shared, share, shared
from sayso.link.copies.texts import NONE
from sayso.model import Article

# The share of a text's own runs of three words, and their number, that make it derive from the other.
PART, PART_RUNS = 0.14, 20
# Less than this much must keep its order or hold a passage this long (set phrases do neither), and must be more than
# one passage: so many runs must stand outside the longest one, and PART_RUNS outside what is one quoted paragraph.
MUCH, ORDER, LONG, ELSEWHERE = 0.25, 0.8, 8, 16
# So much of a text must stand in sentences whose wording is kept: names and phrases of an event scatter over all of it.
KEPT = 0.15
# This share will do where both name one news agency, or one credits the other's outlet: that shows an origin for both.
ORIGIN = 0.09
# A smaller share will do where one passage is longer than a sentence, others are no mere set phrase, and so many words
# stand in long passages.
LESS, SENTENCE, SENTENCES = 0.1, 20, 50
# With fewer shared runs, quotations counted, only the sentences can show anything.
LEAST_RUNS = 12
# Nearly the whole of a text.
WHOLE = 0.6
# Several long passages, together this many words, are taken over however long the texts are.
PASSAGES, ALL_WORDS = 3, 100
# Rewording: runs, telling words and pairs of telling words that are kept.
REWORDED_RUNS, REWORDED_WORDS, REWORDED_PAIRS, REWORDED_KEPT = 0.07, 0.45, 0.175, 30
# Retelling: sentences in the same order, how much of the text they are, and how few stray from the order.
TOLD_SENTENCES, TOLD, IN_ORDER = 5, 0.23, 0.8
TOLD_WORDS = 0.4
# Two that quote one statement tell what it says in its order, each by itself: then so much must be retold.
TOLD_BESIDE_QUOTATIONS = 0.4
# A text that shares this much of its words with the other, quotations counted, keeps sentences of it, and credits it so
# often: whoever retells an article says so more than once, while any report may credit another for one fact.
CREDITED, CREDITED_RUNS, CREDITS = 0.25, 30, 2
# Sentences of the other's own that a text has in quotation marks: passages, words, and how much of it they are.
EXCERPTS, EXCERPT_WORDS, EXCERPT = 2, 60, 0.12
# Where a shared run begins in both texts -> the quoted paragraph of either that it stands in.
Quoted = Mapping[tuple[int, int], tuple[int | None, int | None]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that one text derives from the other: ``kind`` of evidence, and what it is.

    ``original`` is the id of the text that the other derives from where the evidence itself says so, ``agency`` the
    news agency that both name where less evidence was asked for because of it.
    """

    kind: str
    shared: Shared
    rewording: Rewording | None = None
    retelling: Retelling | None = None
    flipped: bool = False
    taken: float = 0.0
    agency: str | None = None
    original: str | None = None


def evidence(x: Candidate, y: Candidate) -> Evidence | None:
    """Return what shows that one of two texts derives from the other, None where nothing does."""
    everything = len(np.intersect1d(x.whole, y.whole, assume_unique=True))
    if everything < LEAST_RUNS:
        return _retold(x, y)
    page = shared_furniture(x.lines, y.lines, min(len(x.own.runs), len(y.own.runs)), x.vocabulary)
    loose = shared(x.loose, y.loose, (page, NONE, NONE))
    if loose.most >= WHOLE and len(loose.runs) >= PART_RUNS:
        return Evidence("words", loose)
    if same_publisher(x.article, y.article):
        return None
    # What both quote at length is a third text; what only one quotes so may be the other's.
    third = np.intersect1d(x.blocks, y.blocks, assume_unique=True)
    own = shared(x.own, y.own, (np.union1d(page, third), x.said, y.said))
    quoted = _quoted_paragraphs(own, x, y)
    found = _worded(x, y, own, quoted) if len(own.runs) >= PART_RUNS else None
    return found or _reworded(x, y, own) or _excerpted(x, y) or _credited(x, y, own, everything) or _retold(x, y)


def _worded(x: Candidate, y: Candidate, own: Shared, quoted: Quoted) -> Evidence | None:
    """Look at the runs of words that are shared: how many, in how many places, and in sentences that are kept."""
    holds = own.most >= ORIGIN and _coheres(own, quoted) and (own.most >= MUCH or kept_share(own, x, y) >= KEPT)
    if holds and own.most >= PART:
        return Evidence("words", own)
    if _has_passages(own, quoted):
        return Evidence("passages", own)
    return _of_one_origin(x, y, own) if holds else None


def _of_one_origin(x: Candidate, y: Candidate, own: Shared) -> Evidence | None:
    """Look for the origin of what is shared: an agency that both name, or the outlet of one of the two."""
    if max((length for _, _, length in own.passages), default=0) < LONG:
        return None
    named = min(agencies_named(x.article) & agencies_named(y.article), default=None)
    credited = credited_outlet(x.article, y.article) or credited_outlet(y.article, x.article)
    return Evidence("words", own, agency=named) if named or credited else None


def _quoted_paragraphs(own: Shared, x: Candidate, y: Candidate) -> Quoted:
    """Return the shared runs that stand in a paragraph that one of the texts quotes at length, with that paragraph."""
    paragraphs = (((i, j), x.quoted_paragraph(i), y.quoted_paragraph(j)) for i, j in own.starts)
    return {start: (p, q) for start, p, q in paragraphs if p is not None or q is not None}


def _coheres(own: Shared, quoted: Quoted) -> bool:
    """Whether what is shared is much, or no mere set phrases and more than one passage or quoted paragraph."""
    longest = max((length for _, _, length in own.passages), default=0)
    paragraph = max(Counter(quoted.values()).values(), default=0)
    elsewhere = len(own.runs) - longest + 2 >= ELSEWHERE and len(own.runs) - paragraph >= PART_RUNS
    return own.most >= MUCH or (elsewhere and (own.in_order >= ORDER or longest >= LONG))


def _has_passages(own: Shared, quoted: Quoted) -> bool:
    long = _long(own, quoted)
    longest, rest = (long[-1], sum(long[:-1])) if long else (0, 0)
    if own.most >= LESS and longest >= SENTENCE and rest >= ELSEWHERE and longest + rest >= SENTENCES:
        return True
    return len(long) >= PASSAGES and sum(long) >= ALL_WORDS


def _long(own: Shared, quoted: Quoted) -> list[int]:
    """Return the lengths of the long passages; those in one quoted paragraph count as one."""
    found: Counter[object] = Counter()
    for i, j, length in own.passages:
        if length >= LONG:
            found[quoted.get((i, j), (i, j, length))] += length
    return sorted(found.values())


def _reworded(x: Candidate, y: Candidate, own: Shared) -> Evidence | None:
    if own.most < REWORDED_RUNS:
        return None
    found = rewording(x.telling, y.telling)
    enough = found.words >= REWORDED_WORDS and found.pairs >= REWORDED_PAIRS and found.kept >= REWORDED_KEPT
    return Evidence("wording", own, rewording=found) if enough and own.in_order >= ORDER else None


def _retold(x: Candidate, y: Candidate) -> Evidence | None:
    """Compare what is told: the text with fewer telling words must be retold by the other."""
    if same_publisher(x.article, y.article):
        return None
    fewer = min(len(x.told), len(y.told))
    both = len(np.intersect1d(x.told, y.told, assume_unique=True))
    if not fewer or both < TOLD_WORDS * fewer:
        return None
    flipped = x.outline.size > y.outline.size
    best = retelling(y.outline, x.outline) if flipped else retelling(x.outline, y.outline)
    if best.share < _least_told(x, y) or len(best.pairs) < max(TOLD_SENTENCES, IN_ORDER * best.matched):
        return None
    return Evidence("telling", shared(x.own, y.own, (NONE, x.said, y.said)), retelling=best, flipped=flipped)


def _least_told(x: Candidate, y: Candidate) -> float:
    quoted = len(np.intersect1d(x.said, y.said, assume_unique=True))
    return TOLD_BESIDE_QUOTATIONS if quoted >= LEAST_RUNS else TOLD


def _excerpted(x: Candidate, y: Candidate) -> Evidence | None:
    """Look for what one has in quotation marks and the other says itself: that quotes an article, not a speaker."""
    for one, other, flipped in ((x, y, False), (y, x, True)):
        if len(np.intersect1d(one.said, other.plain.runs, assume_unique=True)) < EXCERPT_WORDS // 2:
            continue
        views = (other.plain, one.quoted) if flipped else (one.quoted, other.plain)
        found = shared(*views, (NONE, NONE, NONE))
        long = _long(found, {})
        part = share(sum(long), len(one.text.numbers))
        if len(long) >= EXCERPTS and sum(long) >= EXCERPT_WORDS and part >= EXCERPT:
            return Evidence("excerpt", found, taken=part, original=other.article.id)
    return None


def _later(a: Article, b: Article) -> bool:
    return bool(a.published and b.published and a.published > b.published)


def _credited(x: Candidate, y: Candidate, own: Shared, runs: int) -> Evidence | None:
    if runs < CREDITED_RUNS:
        return None
    for one, other in ((x, y), (y, x)):
        part = share(runs, len(one.whole))
        if part >= CREDITED and _retells(one.article, other.article) and kept_share(own, x, y) >= KEPT:
            return Evidence("credit", own, taken=part)
    return None


def _retells(article: Article, other: Article) -> bool:
    return times_credited(article, other) >= CREDITS and not _later(other, article)
