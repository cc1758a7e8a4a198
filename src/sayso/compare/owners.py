"""Whose the things are that a figure counts: one army's soldiers are not another's."""

from __future__ import annotations

import re

from sayso.compare.kinds import kind_of
from sayso.compare.scene import Scene
from sayso.model import Annotation, Figure, FigureRow, Span

REACH = 4  # sentences back in which "the soldiers" may have been named
OWNED = 80  # characters in which "its" may stand
NAME = re.compile(r"(?:[Tt]he\s+)?([A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)")
OWN = re.compile(r"\b(?:its|their|his|her|our)\b", re.IGNORECASE)


def whose(scene: Scene, row: FigureRow, figure: Figure) -> tuple[str, ...]:
    """Return whose the things counted are, as the words of a name: by what qualifies them, who lost them, or before."""
    words = " ".join(proper(figure))
    annotation = scene.by_article[row.citation.article]
    found = None if words else _owner(annotation, figure)
    if found is not None:
        words = _name(scene, annotation, found).casefold()
    elif not words and _is_own(annotation, figure):
        words = _source(annotation, figure).casefold()
    known = (a for a in scene.links.actors if words and _is_of(words, a.name.casefold()))
    best = max(known, key=lambda a: (a.mentions, a.name), default=None)
    return tuple((best.name.casefold() if best else words).split()) or _before(scene, row, figure)


def _name(scene: Scene, annotation: Annotation, actor: int) -> str:
    """Return the name of an actor, of a person that of the body he speaks for or is called by ("Harrow's director")."""
    named = scene.actor(annotation.article.id, actor)
    if named and named.speaks_for:
        return named.speaks_for
    one = annotation.actors[actor]
    called = [m.span for m in one.mentions if m.kind != "pronoun"] if one.type == "person" else []
    others = (a for a in annotation.actors if a.id != actor)
    body = next((a for a in others if any(_leads(m.span, s) for m in a.mentions for s in called)), None)
    return _name(scene, annotation, body.id) if body else named.name if named else one.name


def _leads(body: Span, mention: Span) -> bool:
    """Whether a mention begins with a body's name in the genitive."""
    return mention.start == body.start and mention.text[len(body) :].startswith(("’s ", "'s "))


def _is_own(annotation: Annotation, figure: Figure) -> bool:
    return bool(OWN.search(_words(annotation, figure).text))


def _words(annotation: Annotation, figure: Figure) -> Span:
    """Return the number with what it counts, cut short where the two stand far apart."""
    end = max(figure.span.end, figure.counted.end if figure.counted else 0)
    return Span.of(annotation.article.text, figure.span.start, min(end, figure.span.start + OWNED))


def _source(annotation: Annotation, figure: Figure) -> str:
    """Return the name with which the source of a figure begins, where it was not read as an actor."""
    said = annotation.attributions[figure.attribution].source if figure.attribution is not None else ()
    found = NAME.match(said[0].text) if said else None
    return found[1] if found else ""


def _owner(annotation: Annotation, figure: Figure) -> int | None:
    """Return the actor that "its" soldiers are of (unresolved: who says so), of "lost 31 men" the one who did."""
    inside = _words(annotation, figure)
    near = [(m.span, a.id) for a in annotation.actors for m in a.mentions if m.sentence == figure.sentence]
    if OWN.search(inside.text):
        meant = [i for s, i in near if inside.covers(s) and OWN.fullmatch(s.text)]
        said = annotation.attributions[figure.attribution].actors if figure.attribution is not None else ()
        return next(iter((*meant, *said)), None)
    before = [(s, i) for s, i in near if s.end <= figure.span.start] if figure.predicate == "lose" else []
    return max(before, key=lambda x: x[0].start)[1] if before else None


def _is_of(words: str, name: str) -> bool:
    """Whether words are an adjective of a name or its beginning ("Norland staff", "Harrow Relief")."""
    return is_adjective(words, name) or name.startswith(f"{words} ")


def is_adjective(words: str, name: str) -> bool:
    """Whether words seem to be the adjective of a name: the beginning is the same, only the end differs."""
    shared = next((i for i, (a, b) in enumerate(zip(words, name, strict=False)) if a != b), min(len(words), len(name)))
    return shared >= 4 and max(len(words), len(name)) - shared <= 3


def proper(figure: Figure) -> tuple[str, ...]:
    """Return the proper words that qualify what is counted ("North Korean")."""
    numbers = figure.span.text.casefold().split()
    words = (figure.group or "").split()
    return tuple(w.casefold() for w in words if w[0].isupper() and w.casefold() not in numbers)


def _before(scene: Scene, row: FigureRow, figure: Figure) -> tuple[str, ...]:
    """Return whose they are by the nearest mention before of things of the same kind ("the soldiers")."""
    annotation = scene.by_article[row.citation.article]
    kind, best = kind_of(figure.head or ""), (-1, "")
    for actor in annotation.actors if figure.head else ():
        words = actor.name.split()
        if actor.type in ("force", "group") and kind_of(words[-1].removesuffix("s")) == kind:
            near = [m.span.start for m in actor.mentions if REACH > figure.sentence - m.sentence >= 0]
            best = max([best, *((s, actor.name) for s in near if s < figure.span.start)])
    return tuple(w.casefold() for w in best[1].split()[:-1] if w[0].isupper())
