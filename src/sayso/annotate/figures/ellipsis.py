"""What a bare number counts: what one before it does ("127 of them", "the organisers spoke of 20,000")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.figures import phrases
from sayso.annotate.figures.countable import countables
from sayso.annotate.figures.counted import GATHERED
from sayso.annotate.figures.margins import MARGIN
from sayso.annotate.figures.predicate import is_state
from sayso.model import Attribution, Figure

OF_THEM = re.compile(r",?\s+of\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
OWNED = re.compile(r",?\s+of\s+(?:them|whom)\s+(?:its|their|his|her|our)\b", re.IGNORECASE)
THERE = re.compile(r"\bthere\s+(?:were|are|have\s+been)\s+(?:only\s+|just\s+|in\s+fact\s+)?$", re.IGNORECASE)
STOP = re.compile(r"\s*(?:[.,;!?\n]|$)")
EQUALS = re.compile(r"\s+(?:is|was|stands\s+at|stood\s+at)\s+", re.IGNORECASE)
# Words beside a number that add nothing to it.
HEDGES = frozenset(("the", "a", "an", "just", "only", "about", "around", "some", "barely"))
# How far back the things counted may have been named ("163 cases … 127 of them", "40 men were hurt and 12 killed").
NEAR, FAR = 80, 400
# A rival number is of the order of the one that it disputes.
ORDER = 10.0
# So many words beside a number that is all that somebody is cited with ("of about 20,000", "the number at 480").
SPARE = 3
# Nouns that stand for whatever is counted ("put the number at 480").
NUMBERS = frozenset(("number", "figure", "count", "total", "tally", "estimate", "headcount")) | GATHERED


def elliptic(text: str, figure: Figure, earlier: Sequence[Figure], said: Attribution | None) -> Figure:
    """Let a bare number count what one before it counts, or people where what is said of it tells of people.

    ``earlier`` are the figures with a noun before it, the nearest last; ``said`` is who is cited with the number.
    """
    if (figure.unit is not None or figure.counted is not None) and figure.head not in NUMBERS:
        return _of_them(text, figure, earlier)
    if is_rival(figure, said):
        likely = (f for f in reversed(earlier) if figure.head not in GATHERED or _is_people(f))
        disputed = next((f for f in likely if _may_dispute(figure, f)), None)
        if disputed is not None:
            # The verb of a rival number is one of saying ("put", "spoke of"), not what befell those counted.
            return _like(figure, disputed, disputed.predicate)
    if earlier and (_is_there(text, figure) or _is_of_number(text, figure)) and _may_dispute(figure, earlier[-1]):
        return _like(figure, earlier[-1], earlier[-1].predicate) if _follows(figure, earlier[-1]) else figure
    return figure if figure.head else _continued(text, figure, earlier[-1] if earlier else None)


def is_rival(figure: Figure, said: Attribution | None) -> bool:
    """Whether a number is nearly all that somebody is cited with."""
    if said is None or not said.source:
        return False
    words = " ".join(s.text for s in said.content).split()
    words = [w for w in words if w.casefold() not in HEDGES]
    return len(words) - len(figure.span.text.split()) <= SPARE


def _of_them(text: str, figure: Figure, earlier: Sequence[Figure]) -> Figure:
    """Let what is somebody's own share the fate of those that it is of ("a toll of 21, four of them its own staff")."""
    owned = figure.counted is not None and OWNED.match(text, figure.span.end)
    if not owned or figure.predicate or not earlier or figure.sentence != earlier[-1].sentence:
        return figure
    before = earlier[-1]
    fate = next((w for w in (before.predicate, before.head) if is_state(w)), None)
    return replace(figure, predicate=fate)


def _is_there(text: str, figure: Figure) -> bool:
    """Whether all that a clause says is a number: "There were two."."""
    start, end = figure.span.start, figure.span.end
    return figure.head is None and bool(THERE.search(text, max(start - 30, 0), start)) and bool(STOP.match(text, end))


def _is_of_number(text: str, figure: Figure) -> bool:
    """Whether it is said what a number is, that of things named before: "The ministry's figure is 41"."""
    if figure.head not in NUMBERS or figure.counted is None or figure.counted.end > figure.span.start:
        return False
    return bool(EQUALS.fullmatch(text, figure.counted.end, figure.span.start))


def _follows(figure: Figure, before: Figure) -> bool:
    return figure.sentence - before.sentence <= 1


def _may_dispute(figure: Figure, other: Figure) -> bool:
    if other.per or figure.span.start - other.span.end > FAR:
        return False
    one, two = figure.value or 0.0, other.value or other.low or 0.0
    return min(one, two) > 0 and max(one, two) <= ORDER * min(one, two)


def _continued(text: str, figure: Figure, before: Figure | None) -> Figure:
    people = phrases.of_people(text, figure.span.start, figure.span.end)
    state = people or figure.predicate
    if before is None or not _continues(text, figure, before) or (people and not _is_people(before)):
        return replace(figure, head="people" if people else None, predicate=state)
    if OF_THEM.match(text, figure.span.end):
        # "127 of them" names what it counts too far away to be shown with the number.
        return replace(_like(figure, before, state), counted=None)
    return _like(figure, before, state or _shared(text, figure, before))


def _shared(text: str, figure: Figure, before: Figure) -> str | None:
    """Return what is said of the number before where it holds of this one too ("won 40 seats against 38").

    The whole of which the other is a part ("by 12 votes out of 900") is not told of, nor is a difference a count.
    """
    led = text[max(figure.span.start - 4, 0) : figure.span.start].split()
    return None if led[-1:] == ["of"] or before.predicate == MARGIN else before.predicate


def _like(figure: Figure, other: Figure, state: str | None) -> Figure:
    return replace(figure, unit=other.unit, counted=other.counted, head=other.head, group=other.group, predicate=state)


def _continues(text: str, figure: Figure, before: Figure) -> bool:
    gap = figure.span.start - before.span.end
    if before.counted is None or before.per or gap > FAR:
        return False
    if OF_THEM.match(text, figure.span.end):
        return figure.sentence - before.sentence <= 1
    return figure.sentence == before.sentence and gap <= NEAR


def _is_people(figure: Figure) -> bool:
    return countables().get(figure.head or "") == "people"
