"""What is said of the things counted: "killed" of 40 people, "evacuated" of 300 homes, "ill" of 12 pupils."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from sayso.annotate.figures.counted import TELLS
from sayso.data.loading import table

LIGHT = frozenset(("be", "become", "fall", "get", "feel", "remain", "lie", "turn", "go", "have", "leave", "stay"))
STATED = frozenset(("death", "injury", "arrest", "disappearance", "evacuation", "infection", "detention", "dismissal"))
WHOLES = frozenset(("total", "number", "group", "toll", "crowd", "crew", "team", "majority", "handful", "hundred"))
OBJECTS = frozenset(("dobj", "nsubjpass", "nsubj", "obj"))
COMPLEMENTS = frozenset(("acomp", "attr", "oprd", "xcomp"))
STATES = frozenset(("amod", "acl", "relcl", "compound"))


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(word for row in table("predicates") for word in row[1].split())


def is_state(word: str | None) -> bool:
    """Whether a lemma tells what befell those counted ("killed", "ill")."""
    return word in _states()


def predicate(head: Token, is_whole: bool = False) -> str | None:
    """Return the lemma of the state or verb that holds of a counted noun; None where its phrase has none.

    ``is_whole`` says that only some of those counted are told of ("12 of the 45 patients have died").
    """
    for child in head.children:
        if child.dep_ in STATES and (child.tag_ == "VBN" or (child.tag_ == "JJ" and child.lemma_.lower() in _states())):
            return child.lemma_.lower()
    if is_whole:
        return None
    owner = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    if owner.lemma_.lower() in STATED and owner.i != head.i:
        return owner.lemma_.lower()
    top = _out_of_partitive(head)
    if top.dep_ not in OBJECTS and not _in_range(top):
        return None
    verb = top.head.head if top.dep_ == "pobj" else top.head
    if verb.lemma_ in TELLS and (verb.lemma_ not in LIGHT or verb.lemma_ == "come"):
        return None
    if verb.lemma_ in LIGHT:
        return _complement(verb) or (None if verb.lemma_ in ("be", "have") else verb.lemma_.lower())
    return verb.lemma_.lower() if verb.pos_ == "VERB" else None


def _in_range(token: Token) -> bool:
    """Tell the subject of "between 70 and 90 people have died", which the parser hangs on the preposition."""
    above = token.head
    ranged = token.dep_ == "pobj" and above.lower_ == "between" and above.dep_ == "prep" and above.i < above.head.i
    return ranged and not any(c.dep_ in ("nsubj", "nsubjpass") for c in above.head.lefts)


def _out_of_partitive(head: Token) -> Token:
    """Climb from "people" in "dozens of people" to the noun that has the verb."""
    at = head
    while at.dep_ == "pobj" and at.head.lower_ == "of" and _is_amount(at.head.head):
        at = at.head.head
    while at.dep_ in ("nummod", "quantmod", "compound", "nmod") and at.head.i != at.i:
        at = at.head
    return at


def _is_amount(token: Token) -> bool:
    return token.like_num or token.pos_ != "NOUN" or token.lemma_.lower() in WHOLES or token.text[-3:] in ("ens", "eds")


def _complement(verb: Token) -> str | None:
    for child in verb.rights:
        if child.dep_ in COMPLEMENTS and child.pos_ in ("ADJ", "VERB", "NOUN"):
            return child.lemma_.lower()
    return None
