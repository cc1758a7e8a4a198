"""What stands round a figure in its sentence: place, scope, time and who says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from sayso.annotate.sentences import sentence_at
from sayso.data.loading import table
from sayso.model import Annotation, Sentence, Span

BLOCK = 512
REACH = 60
Content = tuple[int, int, int, int]
WHOLE_PLACE = re.compile(
    r"\w+\s+(?:the\s+(?:whole|rest|length|entirety)\s+of|the\s+entire|all\s+of|the\s+wider)\b", re.IGNORECASE
)
FROM = re.compile(r"\s+from\s+(?:the\s+)?")
# A place that has counted its own ("Norland has now recorded …").
RECORDED = re.compile(
    r"\s+(?:(?:has|have|had|now|so\s+far|already|also|since)\s+)*"
    r"(?:record|register|confirm|count|log|see|saw|suffer)\w*\s+(?:its\s+)?"
)
PLACES = frozenset(("GPE", "LOC", "FAC"))
PLACING = frozenset(("in", "at", "near", "inside", "across", "outside", "around", "on", "throughout", "within"))


@lru_cache(maxsize=1)
def _scopes() -> re.Pattern[str]:
    phrases = "|".join(re.escape(p).replace(r"\ ", r"\s+") for (p,) in table("scopes"))
    name = r"(?:the\s+)?(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*){0,3}"
    parts = r"the\s+(?:whole|rest|length|entirety)\s+of|the\s+entire|all\s+of|the\s+wider"
    whole = rf"(?:in|across|throughout|along|over|around)\s+(?:{parts})\s+{name}"
    itself = rf"in\s+{name}\s+(?:itself|alone|proper)"
    return re.compile(rf"\b(?:{whole}|{itself}|{phrases})\b", re.IGNORECASE)


def scope(text: str, start: int, end: int, first: int, last: int) -> Span | None:
    """Return the scope words nearest to the figure ``start:end`` within ``first:last``, at most 60 characters away."""
    first, last = max(first, start - 60), min(last, end + 60)
    found = [m for m in _scopes().finditer(text, first, last) if _near(_between(text, m, start, end))]
    if not found:
        return None
    best = min(found, key=lambda m: _distance(_between(text, m, start, end)))
    return Span.of(text, best.start(), best.end())


def is_place(scope: Span) -> bool:
    """Whether scope words name a place ("in the whole of Kent", "in Lima itself")."""
    return scope.text.endswith((" itself", " alone", " proper")) or bool(WHOLE_PLACE.match(scope.text))


def _near(between: str) -> bool:
    return not re.search(r"[;:!?]|\.\s", between) and ("," not in between or len(between) < 4)


def _distance(between: str) -> int:
    """Return how far scope words stand, further where a comma parts them ("200 in all, 30 of them so far")."""
    return len(between) + 20 * ("," in between)


def _between(text: str, m: re.Match[str], start: int, end: int) -> str:
    return text[m.end() : start] if m.end() <= start else text[end : m.start()]


class Hanging(NamedTuple):
    """A place or time: its token's index, the clause it hangs on, and its last token's index or its id."""

    at: int
    clause: frozenset[int]
    other: int


def places(doc: Doc, sentences: Sequence[Sentence]) -> dict[int, list[Hanging]]:
    """Return the prepositions that place something, with the end (token index) of the place that each governs.

    They are given by the id of their sentence.
    """
    made: dict[int, list[Hanging]] = {}
    for entity in doc.ents:
        if entity.label_ not in PLACES:
            continue
        token, steps, last = entity.root, 0, entity.end
        while (token.dep_ not in ("prep", "ROOT") or _of_whole(token)) and steps < 6:
            last = max(last, token.i + 1)
            token, steps = token.head, steps + 1
        if token.dep_ == "prep" and token.lower_ in PLACING and token.i < entity.start and last <= entity.end + 4:
            hanging = Hanging(token.i, clause(token) | {token.head.i}, last)
            made.setdefault(sentence_at(sentences, token.idx), []).append(hanging)
    return made


def _of_whole(token: Token) -> bool:
    """Whether the preposition leads from a whole to its place ("in the whole of the county")."""
    return token.lower_ == "of" and token.head.lower_ in (
        "whole",
        "rest",
        "all",
        "most",
        "parts",
        "part",
        "much",
        "half",
    )


def place(text: str, found: list[Hanging], token: Token) -> Span | None:
    """Return the place of the figure whose word is ``token``: the nearest that hangs on its own clause."""
    best = nearest(found, token)
    if best is None:
        return None
    doc, last = token.doc, token.doc[best.other - 1]
    return Span.of(text, doc[best.at].idx, last.idx + len(last))


def named_place(annotation: Annotation, start: int, end: int) -> Span | None:
    """Return the place whose count the number at ``start:end`` is: "Norland has recorded nine", "18 from Norland"."""
    text = annotation.article.text
    places = (m.span for a in annotation.actors if a.type in ("place", "state") for m in a.mentions if m.kind == "name")
    near = [s for s in places if -REACH <= s.start - end <= len(" from the ") or 0 <= start - s.end <= REACH]
    return next((s for s in near if _is_recorder(text, s, start) or FROM.fullmatch(text, end, s.start)), None)


def _is_recorder(text: str, name: Span, start: int) -> bool:
    return name.end <= start and bool(RECORDED.fullmatch(text, name.end, start))


def nearest(found: list[Hanging], token: Token) -> Hanging | None:
    """Return the nearest of ``found``, at most ``REACH`` tokens away, that shares the clause of ``token``."""
    near = [h for h in found if abs(h.at - token.i) <= REACH]
    above = clause(token) if near else frozenset()
    return min((h for h in near if h.clause & above), key=lambda h: (abs(h.at - token.i), h.at), default=None)


def clause(token: Token) -> frozenset[int]:
    """Return the indices of ``token`` and what it hangs on, up to and with its verb."""
    seen = {token.i}
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX") and len(seen) < 12:
        token = token.head
        seen.add(token.i)
    return frozenset(seen)


def contents(annotation: Annotation) -> dict[int, list[Content]]:
    """Return every content span as (start, end, length of the whole content, id) by the blocks of text it lies in."""
    made: dict[int, list[Content]] = {}
    for one in annotation.attributions:
        length = sum(len(s) for s in one.content)
        for span in one.content:
            for block in range(span.start // BLOCK, span.end // BLOCK + 1):
                made.setdefault(block, []).append((span.start, span.end, length, one.id))
    return made


def attribution(known: dict[int, list[Content]], start: int, end: int) -> int | None:
    """Return the id of the shortest content that holds ``start:end``, None for the outlet's voice."""
    holding = [(length, -number) for s, e, length, number in known.get(start // BLOCK, ()) if s <= start and end <= e]
    return -min(holding)[1] if holding else None
