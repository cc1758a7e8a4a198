"""Of which whole a figure is: the place or the words that limit what it counts ("in Kelm", "in the province")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sayso.compare.scene import Scene, sentence_words
from sayso.data.loading import table
from sayso.model import Actor, Annotation, Figure, Span, any_overlap

REACH = 90  # characters after a figure in which the place of what it counts stands
NAME = r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}"
BREAK = re.compile(r"[;:!?()\n]|,\s|\.\s|\b(?:and|but|while|when|after|before|that|who|which)\b|\d")


class Whole(NamedTuple):
    """``key`` is equal for what is one whole; ``words`` are the text's own."""

    key: str
    words: str


def whole_of(scene: Scene, annotation: Annotation, figure: Figure) -> Whole | None:
    """Return the whole that a figure is of, None where its sentence does not tell."""
    if figure.scope is not None:
        words = " ".join(figure.scope.text.split())
        kind = _kinds().get(words.casefold())
        if kind:
            return Whole(kind, _small(words))
    span = figure.place or _place(annotation, figure)
    if span is None:
        return None
    words = " ".join(span.text.split())
    return Whole(_key(scene, annotation, span), _small(words))


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in table("wholes")}


@lru_cache(maxsize=1)
def _phrase() -> re.Pattern[str]:
    nouns = "|".join(row[0] for row in table("regions"))
    region = rf"(?:the|this|that)\s+(?:whole\s+|entire\s+)?(?:{nouns})\b(?!\s+of\b)"
    named = rf"(?:the\s+)?(?:[a-z]+\s+of\s+)?{NAME}"
    return re.compile(rf"\b(?:in|at|to|into|across|throughout|inside|within|near)\s+(?:{region}|{named})", re.ASCII)


def _place(annotation: Annotation, figure: Figure) -> Span | None:
    """Return the phrase of place right after a figure, or the one that its statement opens with."""
    text, sentence = annotation.article.text, sentence_words(annotation, figure.sentence)
    first, last = _statement(annotation, figure, sentence)
    after = max(figure.span.end, figure.counted.end if figure.counted else 0)
    found = _before(annotation, figure) or _first(annotation, after, min(last, after + REACH))
    if found is not None:
        return found
    opening = next((m for m in _openings(text, first) if m.end() <= figure.span.start), None)
    if (
        opening
        and not _is_time(annotation, opening)
        and not re.search(r"[;:]", text[opening.end() : figure.span.start])
    ):
        return Span.of(text, opening.start(), opening.end())
    return None


def _before(annotation: Annotation, figure: Figure) -> Span | None:
    """Return the place between what is counted and its number ("put the toll in the province at 60")."""
    if figure.counted is None or figure.counted.end > figure.span.start:
        return None
    found = _first(annotation, figure.counted.end, figure.span.start)
    apart = found is None or BREAK.search(annotation.article.text, found.end, figure.span.start)
    return None if apart else found


def _first(annotation: Annotation, start: int, end: int) -> Span | None:
    """Return the first phrase of place between two offsets, if no clause ends before it."""
    text = annotation.article.text
    for match in _phrase().finditer(text, start, max(start, end)):
        if BREAK.search(text, start, match.start()):
            return None
        span = Span.of(text, match.start(), match.end())
        bare = not match[0].startswith(("to ", "into "))
        if not _is_time(annotation, match) and (bare or _named(annotation, span) is not None):
            return span
    return None


def _statement(annotation: Annotation, figure: Figure, sentence: Span) -> tuple[int, int]:
    """Return the part of the sentence that is told by whoever gives the figure."""
    if figure.attribution is None:
        return sentence.start, sentence.end
    held = [s for s in annotation.attributions[figure.attribution].content if s.covers(figure.span)]
    found = held[0] if held else sentence
    return max(found.start, sentence.start), min(found.end, sentence.end)


def _openings(text: str, first: int) -> Iterator[re.Match[str]]:
    """Yield the phrase of place with which a statement opens ("In Lorvik 1,100 workers")."""
    opened = re.match(r"[“\"\s]*", text[first:])
    start = first + (opened.end() if opened else 0)
    # The pattern knows prepositions in small letters only, so that "In" is none of a name's words.
    match = _phrase().match(text[:start] + text[start : start + 1].lower() + text[start + 1 :], start)
    yield from (m for m in (match,) if m)


def _is_time(annotation: Annotation, match: re.Match[str]) -> bool:
    return any(t.span.start < match.end() and match.start() < t.span.end for t in annotation.times)


def _named(annotation: Annotation, span: Span) -> Actor | None:
    """Return the place or state that a phrase of place names, where it was read as one."""
    places = (a for a in annotation.actors if a.type in ("place", "state"))
    return next((a for a in places if any(any_overlap([m.span], [span]) for m in a.mentions)), None)


def _key(scene: Scene, annotation: Annotation, span: Span) -> str:
    """Return the story-wide name of the place, else its proper words, else its common noun."""
    actor = _named(annotation, span)
    if actor is not None:
        return scene.actor_name(annotation.article.id, actor.id).casefold()
    proper = re.findall(r"\b[A-Z][\w’'-]*", span.text[1:])
    return " ".join(proper).casefold() if proper else span.text.split()[-1].casefold()
