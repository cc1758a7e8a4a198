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
MOCKS, SCORNS = ("mocks", -0.6), ("scorns", -0.5)


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
    for found in _scorn().finditer(annotation.article.text):
        words = Span.of(annotation.article.text, *found.span())
        if any_overlap(said, [words]):
            continue
        near = [
            (m.span.end, a.id)
            for a in annotation.actors
            for m in a.mentions
            if a.type in BODIES and m.span.end > words.end and m.span.start <= words.end + NEAR
        ]
        for end, number in sorted(near)[:1]:
            sentence = sentence_words(annotation, sentence_of(annotation, words))
            if end <= sentence.end:
                yield annotation.actors[number], sentence, SCORNS


@lru_cache(maxsize=1)
def _scorn() -> re.Pattern[str]:
    phrases = [w.strip() for kind, _, _, words in table("relations") if kind == "scorn" for w in words.split(",")]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)
