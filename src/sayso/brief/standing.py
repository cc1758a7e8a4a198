"""Who stands how toward whom: in the short brief a line for each actor, with how it stands toward several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.brief.clean import cut
from sayso.brief.phrases import joined, names, stance
from sayso.brief.used import Used
from sayso.model import Comparison, Line, StoryRelation

A_LINE, LONGEST = 3, 80  # relations of one actor in a line of the short brief, and characters of the words of each
BETWEEN = " · "


def actor_lines(comparison: Comparison, used: Used) -> Iterator[list[Line]]:
    """Return how actors stand toward each other; in short, a line an actor, one relation a pair and sign."""
    if used.full:
        yield from ([_relation(r)] for r in comparison.relations)
        return
    own: dict[str, dict[tuple[str, bool], StoryRelation]] = {}
    for relation in comparison.relations:
        own.setdefault(relation.source, {}).setdefault((relation.target, relation.stance > 0), relation)
    for relations in sorted((list(r.values())[:A_LINE] for r in own.values()), key=_weight):
        yield [_actor(relations) if len(relations) > 1 else _relation(relations[0])]


def _weight(relations: Sequence[StoryRelation]) -> float:
    return -sum(r.weight for r in relations)


def _actor(relations: Sequence[StoryRelation]) -> Line:
    text = BETWEEN.join(f"{stance(r)} {r.target}: {cut(_words(r), LONGEST)}{_teller(r)}" for r in relations)
    cited = tuple(dict.fromkeys(c for r in relations for c in r.citations[:2]))
    return Line(text, cited, f"{relations[0].source} →")


def _teller(relation: StoryRelation) -> str:
    """Return who tells of a relation where that is neither the actor nor an outlet."""
    told = [w for w in relation.who if w.name != relation.source and not w.is_outlet]
    return f" ({names(told, most=1)})" if len(told) == len(relation.who) else ""


def _relation(relation: StoryRelation) -> Line:
    note = joined(stance(relation), names(relation.who, most=1))
    return Line(_words(relation), relation.citations, f"{relation.source} → {relation.target}", note)


def _words(relation: StoryRelation) -> str:
    return " ".join(relation.citations[0].spans[0].text.split())
