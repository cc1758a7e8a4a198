"""Whether the name of a state or of its capital stands for a place or for who acts there."""

from __future__ import annotations

from sayso.annotate.actors.words import Words
from sayso.data import people

ALWAYS_ACTS = frozenset(
    ("with", "between", "against", "by", "among", "amongst", "for", "than", "versus", "like", "unlike")
)


def is_place(w: Words, head: int, kind: str) -> bool:
    """Tell whether the name with main word ``head`` is used as a place; ``kind`` is Known.kind."""
    if kind in ("adjective", "people"):
        return False
    top = w.first_conjunct(head)
    dep, above = w.deps[top], w.heads[top]
    if dep == "pobj":
        return _after_preposition(w, above, kind)
    if dep in ("appos", "npadvmod") and w.pos[above] == "PROPN":
        return True
    return kind == "capital" and not _capital_acts(w, top, dep)


def _after_preposition(w: Words, preposition: int, kind: str) -> bool:
    word, governor = w.lowers[preposition], w.lemmas[w.heads[preposition]]
    if word in people.words("place_prepositions"):
        return True
    if word in ALWAYS_ACTS:
        return False
    if word in ("to", "from", "toward", "towards"):
        return governor in people.words("motion") or (kind == "name" and governor in people.words("transport"))
    if word == "of":
        return governor in people.words("parts") or kind == "capital"
    return kind == "capital"


def _capital_acts(w: Words, head: int, dep: str) -> bool:
    """A capital stands for the state as subject of an active verb, as its object, and before "'s"."""
    if dep == "nsubj":
        return w.pos[w.heads[head]] == "VERB" or w.lemmas[w.heads[head]] == "be"
    if dep in ("nmod", "compound"):
        return w.lemmas[w.heads[head]] in people.words("offices")
    return dep in ("poss", "dobj", "agent", "dative")
