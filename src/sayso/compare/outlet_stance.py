"""How an outlet itself stands toward whom it writes about: whom its satire mocks, whom it scorns in its own voice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from sayso.compare.scene import Scene, sentence_of, sentence_words
from sayso.data.loading import table
from sayso.model import Actor, Annotation, Flag, Mode, Span, StoryRelation, any_overlap

NAMED = ("person", "organisation", "state")
BODIES = (*NAMED, "force", "group")
# How far behind scornful words the one stands whom they are for.
NEAR = 8
# Weight of what an outlet shows of itself: less than what its articles tell of others.
WEIGHT = 0.8
MOCKS = ("mocks", -0.6)


def outlet_stances(scene: Scene) -> Iterator[StoryRelation]:
    """Go through the stances that articles show in their outlet's own voice, each outlet and actor once."""
    seen: set[tuple[str, str, str]] = set()
    for annotation in scene.annotations:
        for actor, span, (name, stance) in (*_mocked(annotation), *_scorned(annotation)):
            article = annotation.article.id
            outlet, target = scene.outlet(article), scene.actor_name(article, actor.id)
            if target == outlet.name or (outlet.name, target, name) in seen:
                continue
            seen.add((outlet.name, target, name))
            window = scene.window_of[article]
            date = window.edtf if window.basis == "published" else None
            cited = (scene.cite(article, [span]),)
            yield StoryRelation(outlet.name, target, name, stance, cited, (outlet,), Mode.ASSERTED, date, WEIGHT)


def _mocked(annotation: Annotation) -> Iterator[tuple[Actor, Span, tuple[str, float]]]:
    """Return whom each satirical passage names most often."""
    for flag in (f for f in annotation.flags if f.type == "satire"):
        named = Counter(a.id for a in annotation.actors for m in _names(a, flag) if m)
        for number, _ in sorted(named.items(), key=lambda n: (-n[1], n[0]))[:1]:
            actor = annotation.actors[number]
            first = next(iter(_names(actor, flag)))
            yield actor, sentence_words(annotation, sentence_of(annotation, first)), MOCKS


def _names(actor: Actor, flag: Flag) -> list[Span]:
    return [m.span for m in actor.mentions if actor.type in NAMED and m.kind == "name" and flag.span.covers(m.span)]


def _scorned(annotation: Annotation) -> Iterator[tuple[Actor, Span, tuple[str, float]]]:
    """Return for whom scornful words are that no source says."""
    said = [s for a in annotation.attributions for s in a.content]
    for pattern, shown in _scorn():
        for found in pattern.finditer(annotation.article.text):
            words = Span.of(annotation.article.text, *found.span())
            actor = None if any_overlap(said, [words]) else _behind(annotation, words)
            if actor:
                yield actor, sentence_words(annotation, sentence_of(annotation, words)), shown


def _behind(annotation: Annotation, words: Span) -> Actor | None:
    """Return who is named right behind words, in their sentence."""
    end = sentence_words(annotation, sentence_of(annotation, words)).end
    near = [
        (m.span.end, a.id)
        for a in annotation.actors
        for m in a.mentions
        if a.type in BODIES and words.end < m.span.end <= end and m.span.start <= words.end + NEAR
    ]
    return annotation.actors[min(near)[1]] if near else None


@lru_cache(maxsize=1)
def _scorn() -> tuple[tuple[re.Pattern[str], tuple[str, float]], ...]:
    """Return what finds scornful words, with the name and stance of each row (kind "scorn" of relations.tsv)."""
    rows = [row for row in table("relations") if row[0] == "scorn"]
    return tuple((_any_of(words), (name, float(stance))) for _, stance, name, words in rows)


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(w.strip()) for w in words.split(",")) + r")\b", re.IGNORECASE)
