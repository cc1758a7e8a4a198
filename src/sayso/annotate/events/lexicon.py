"""Which words name events, and of which type (``data/events.tsv``)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sayso.annotate.clauses import Tree
from sayso.data.loading import table

OBJECT, PASSIVE = "+obj", "+passive"
# A wave or a fire does not attack: what forces of nature do keeps their type.
NATURAL = frozenset({"DISASTER", "ACCIDENT", "HEALTH"})
WITH = frozenset({"prt", "prep", "dobj", "nsubjpass", "acomp", "advmod", "dative", "agent"})
BINDING = frozenset({"of", "on", "against"})
BESIDE = frozenset({"compound", "amod", "nmod"})


class Sense(NamedTuple):
    """A type of event, its PLOVER mode where there is one, and the words that make it up beside the head."""

    type: str
    mode: str | None
    others: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _senses() -> dict[tuple[str, str], tuple[Sense, ...]]:
    """Index the senses by (kind, head word), the ones of most words first; an earlier row wins."""
    found: dict[tuple[str, str], list[Sense]] = {}
    for type_, kind, mode, phrases in table("events"):
        for phrase in filter(None, (p.strip() for p in phrases.split(","))):
            words = phrase.split()
            head = words[0] if kind == "verb" or not BINDING.isdisjoint(words) else words[-1]
            others = tuple(w for w in words if w != head)
            found.setdefault((kind, head), []).append(Sense(type_, None if mode == "-" else mode, others))
    return {key: tuple(sorted(senses, key=lambda s: -len(s.others))) for key, senses in found.items()}


def sense(tree: Tree, i: int) -> Sense | None:
    """Return what kind of event the verb or noun ``i`` names, with the words around it; None where none is listed."""
    kind = "verb" if tree.pos[i] == "VERB" else "noun" if tree.pos[i] in ("NOUN", "PROPN") else ""
    senses = _senses().get((kind, tree.lemma[i]), ())
    if not senses:
        return None
    if len(senses) == 1 and not senses[0].others:
        return senses[0]
    near = companions(tree, i)
    return next((s for s in senses if all(w in near for w in s.others)), None)


def companions(tree: Tree, i: int) -> dict[str, int]:
    """Return the lemmas that stand with word ``i``: particles, prepositions, objects and what qualifies them."""
    near: dict[str, int] = {}
    verb = tree.pos[i] == "VERB"
    for kid in tree.kids[i]:
        if tree.dep[kid] not in (WITH if verb else BESIDE | {"prep"}) or _of_time(tree, kid):
            continue
        if verb and tree.dep[kid] in ("dobj", "nsubjpass"):
            near[OBJECT] = kid
        if verb and tree.dep[kid] == "nsubjpass":
            near[PASSIVE] = kid
        near.setdefault(tree.lemma[kid], kid)
        below = tree.kids[kid] if verb or tree.dep[kid] == "prep" else []
        near.update((tree.lemma[k], k) for k in below if tree.dep[k] in BESIDE or tree.dep[k] == "pobj")
    return near


def _of_time(tree: Tree, preposition: int) -> bool:
    """Whether a preposition leads to a date ("a strike on Monday" is on nobody)."""
    return tree.dep[preposition] == "prep" and any(tree.named[k] in ("DATE", "TIME") for k in tree.kids[preposition])
