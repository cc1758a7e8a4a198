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
# Kinds of words that stand behind whom they are for, and before.
BEFORE, BEHIND = ("ousts", "derides", "urges"), ("scorn", "sides")
# What may stand between a name and the words for what is the name's own.
OWNED = re.compile(r"[’']s? [\w ,.]{2,40}$")
MOCKS = ("mocks", -0.6)


def outlet_stances(scene: Scene) -> Iterator[StoryRelation]:
    """Go through the stances that articles show in their outlet's own voice, each outlet and actor once."""
    seen: set[tuple[str, str, str]] = set()
    for annotation in scene.annotations:
        for actor, span, (name, stance) in (*_mocked(annotation), *_own_words(annotation)):
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


def _own_words(annotation: Annotation) -> Iterator[tuple[Actor, Span, tuple[str, float]]]:
    """Return for whom words are that show a stance and that no source says."""
    said = [s for a in annotation.attributions for s in a.content]
    for kind, pattern, shown in _showing():
        find = _before if kind in BEFORE else _behind
        for found in pattern.finditer(annotation.article.text):
            words = Span.of(annotation.article.text, *found.span())
            actor = None if any_overlap(said, [words]) else find(annotation, words)
            if actor:
                yield actor, sentence_words(annotation, sentence_of(annotation, words)), shown


def _before(annotation: Annotation, words: Span) -> Actor | None:
    """Return who is named right before words, or whose what stands there is ("Berg’s figure of 40 is a joke")."""
    start = sentence_words(annotation, sentence_of(annotation, words)).start
    text = annotation.article.text
    for actor in annotation.actors:
        for m in actor.mentions:
            between = text[m.span.end : words.start]
            near = m.span.start >= start and words.start >= m.span.end
            if near and actor.type in BODIES and (not between.strip() or OWNED.match(between)):
                return actor
    return _surnamed(annotation, text[start : words.start])


def _surnamed(annotation: Annotation, clause: str) -> Actor | None:
    """Return the person whose last name alone is the whole clause before the words."""
    name = clause.strip()
    people = (a for a in annotation.actors if a.type == "person" and " " in a.name)
    return next((a for a in people if name and a.name.split()[-1] == name), None)


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
def _showing() -> tuple[tuple[str, re.Pattern[str], tuple[str, float]], ...]:
    """Return what finds such words, with the kind, name and stance of each row (of these kinds in relations.tsv)."""
    rows = [row for row in table("relations") if row[0] in (*BEFORE, *BEHIND)]
    return tuple((kind, _any_of(words), (name, float(stance))) for kind, stance, name, words in rows)


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(w.strip()) for w in words.split(",")) + r")\b", re.IGNORECASE)
