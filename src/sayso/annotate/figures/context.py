"""What stands round a figure in its sentence: place, scope, time and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from sayso.data.loading import table
from sayso.model import Annotation, Attribution, SourceType, Span, Time

PLACES = frozenset(("GPE", "LOC", "FAC"))
PLACING = frozenset(("in", "at", "near", "inside", "across", "outside", "around", "on", "throughout", "within"))


@lru_cache(maxsize=1)
def _scopes() -> re.Pattern[str]:
    phrases = "|".join(re.escape(p).replace(r"\ ", r"\s+") for (p,) in table("scopes"))
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


def scope(text: str, start: int, end: int, first: int, last: int) -> Span | None:
    """Return the scope words nearest to the figure ``start:end`` within ``first:last``, at most 60 characters away."""
    first, last = max(first, start - 60), min(last, end + 60)
    found = [m for m in _scopes().finditer(text, first, last) if _near(_between(text, m, start, end))]
    if not found:
        return None
    best = min(found, key=lambda m: len(_between(text, m, start, end)))
    return Span.of(text, best.start(), best.end())


def _near(between: str) -> bool:
    return not re.search(r"[;:!?]|\.\s", between) and ("," not in between or len(between) < 4)


def _between(text: str, m: re.Match[str], start: int, end: int) -> str:
    return text[m.end() : start] if m.end() <= start else text[end : m.start()]


def places(doc: Doc) -> dict[int, list[tuple[Token, int]]]:
    """Return the prepositions that place something, with the end (token index) of the place that each governs.

    They are given by the index of the first token of their sentence.
    """
    made: dict[int, list[tuple[Token, int]]] = {}
    for entity in doc.ents:
        if entity.label_ not in PLACES:
            continue
        token, steps, last = entity.root, 0, entity.end
        while token.dep_ not in ("prep", "ROOT") and steps < 4:
            last = max(last, token.i + 1)
            token, steps = token.head, steps + 1
        if token.dep_ == "prep" and token.lower_ in PLACING and token.i < entity.start and last <= entity.end + 4:
            made.setdefault(token.sent.start, []).append((token, last))
    return made


def place(text: str, found: list[tuple[Token, int]], token: Token) -> Span | None:
    """Return the place of the figure whose word is ``token``: the nearest that hangs on its own clause."""
    above = _clause(token)
    hanging = [(abs(p.i - token.i), p.i, end) for p, end in found if p.head.i in above or _clause(p) & above]
    if not hanging:
        return None
    _, first, end = min(hanging)
    doc, last = token.doc, token.doc[end - 1]
    return Span.of(text, doc[first].idx, last.idx + len(last))


def _clause(token: Token) -> set[int]:
    """Return the indices of ``token`` and what it hangs on, up to and with its verb."""
    seen = {token.i}
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX") and len(seen) < 12:
        token = token.head
        seen.add(token.i)
    return seen


def time(times: Iterable[tuple[Time, Token]], token: Token) -> int | None:
    """Return the id of the time that hangs on the figure's clause, the nearest where there are several."""
    above = _clause(token)
    near = [(abs(word.i - token.i), one.id) for one, word in times if _clause(word) & above]
    return min(near)[1] if near else None


def innermost(annotation: Annotation) -> list[tuple[int, int, int, int]]:
    """Return (start, end, total length, id) of every content span, for ``attribution``.

    The id is that of the attribution whose source stands behind the content: where someone confirms reports, it is
    the one who confirms and not the reports.
    """
    attributions = annotation.attributions
    return [(s.start, s.end, _length(a), _vouching(attributions, a)) for a in attributions for s in a.content]


def _vouching(attributions: Sequence[Attribution], attribution: Attribution) -> int:
    parent = attributions[attribution.parent] if attribution.parent is not None else None
    unnamed = attribution.source_type in (SourceType.UNNAMED, SourceType.NONE)
    endorsed = parent is not None and parent.cue_lemma.lower() in {word for (word,) in table("endorsements")}
    return parent.id if parent is not None and unnamed and endorsed else attribution.id


def attribution(contents: list[tuple[int, int, int, int]], start: int, end: int) -> int | None:
    """Return the id of the shortest content that holds ``start:end``, None for the outlet's voice."""
    holding = [(length, -number) for s, e, length, number in contents if s <= start and end <= e]
    return -min(holding)[1] if holding else None


def _length(attribution: Attribution) -> int:
    return sum(len(span) for span in attribution.content)
