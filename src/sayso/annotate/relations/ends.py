"""Who can stand toward somebody: actors by their type, places that act as states do, and the "we" of a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.clauses import Tree
from sayso.annotate.relations.stances import stances
from sayso.data.people import words
from sayso.model import Actor, Annotation, Attribution, Kind, Mention, Span

# Who stands toward another, or toward whom: an actor of the article, or words that name somebody else.
End = int | Span
ENDS = frozenset({"person", "organisation", "state", "force", "group"})
FIRST_PERSON = frozenset({"we", "us", "our", "i", "me", "my"})
# What a place has that acts: "Ulmeria's army", "the president of Ulmeria".
BODIES = ("offices", "forces_whole", "bodies")
ALLY = 0.7  # the least stance of a noun whose "of" leads to one who acts ("an ally of Ulmeria")
OPENING, CLOSING = '“"', '”"'


def ends(tree: Tree, annotation: Annotation) -> frozenset[int]:
    """Return the actors that may have a relation: a place only where the text lets it speak or act."""
    heard = {actor for a in annotation.attributions for actor in a.actors}
    acting = (a.id for a in annotation.actors if a.type == "place" and (a.id in heard or _acts(tree, a)))
    return frozenset(a.id for a in annotation.actors if a.type in ENDS).union(acting)


def _acts(tree: Tree, actor: Actor) -> bool:
    return any(not m.as_place and m.kind in ("name", "pronoun") and _acting(tree, m) for m in actor.mentions)


def _acting(tree: Tree, mention: Mention) -> bool:
    """Whether a place is named as who does something, or as whose body or ally somebody is."""
    tokens = tree.within(mention.span)
    head = tree.root(tokens) if len(tokens) else None
    if head is None:
        return False
    above = tree.head[head]
    if tree.dep[head] == "nsubj":
        return tree.pos[above] == "VERB" and tree.lemma[above] not in stances()["still"]
    if tree.dep[head] == "pobj" and tree.lower[above] == "of":
        above = tree.head[above]
    elif tree.dep[head] != "poss":
        return False
    lemma = tree.lemma[above]
    tie = stances()["noun"].get(lemma)
    return any(lemma in words(key) for key in BODIES) or (tie is not None and tie.value >= ALLY)


def as_ends(annotation: Annotation) -> Annotation:
    """Leave out mentions as places: one does not stand toward a location."""
    kept = tuple(replace(a, mentions=tuple(m for m in a.mentions if not m.as_place)) for a in annotation.actors)
    return replace(annotation, actors=kept)


def speakers(tree: Tree, annotation: Annotation, held: Sequence[int | None]) -> dict[int, int]:
    """Return who is meant by each "we", "I", "our" inside quotation marks: the source of the quotation."""
    found: dict[int, int] = {}
    for attribution in annotation.attributions:
        if len(attribution.actors) == 1 and attribution.kind in (Kind.DIRECT, Kind.MIXED):
            mine = (i for i in _quoted(tree, attribution) if held[i] == attribution.id)
            found.update((i, attribution.actors[0]) for i in mine if tree.lower[i] in FIRST_PERSON)
    return found


def _quoted(tree: Tree, attribution: Attribution) -> list[int]:
    inside, found = False, []
    for span in attribution.content:
        for i in tree.within(span):
            if tree.lower[i] in OPENING and not inside:
                inside = True
            elif tree.lower[i] in CLOSING:
                inside = False
            elif inside:
                found.append(i)
    return found
