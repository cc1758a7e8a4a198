"""What kind of source stands behind a content: a named person, an organisation, somebody unnamed, or nobody given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.annotate.view import Range, View
from sayso.data.loading import toml
from sayso.data.people import words
from sayso.data.states import aliases
from sayso.model import Actor, SourceType

PERSONAL = frozenset({"he", "she", "him", "her", "his", "i", "me", "my"})
PLURAL = frozenset({"they", "them", "their", "we", "us", "our", "you"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
BODIES = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
PAPERS = frozenset({"document", "reports", "poll"})
Typed = tuple[SourceType, str]


def source_type(view: View, source: tuple[Range, ...], rule: str = "", actors: Sequence[Actor] = ()) -> Typed:
    """Return the type and subtype of a source given as token ranges; ``actors`` are who it was resolved to.

    Subtypes: head of state, spokesman, officials, experts, reports, document, poll, intelligence, witnesses,
    sources, group, state, pronoun; for no source: passive, or "" where the sentence just names none.
    """
    if not source:
        return SourceType.NONE, "passive" if ".pas." in rule else ""
    first, stop = source[0]
    head = head_of(view, first, stop)
    if stop - first == 1 and view.low[first] in RELATIVE:
        head = antecedent(view, first)
        first, stop = (head, head + 1) if head != source[0][0] else (first, stop)
    if view.low[head] in PERSONAL | PLURAL | {"it"}:
        return _pronoun(view.low[head], actors)
    return _noun(view, first, stop, head, actors)


def head_of(view: View, first: int, stop: int) -> int:
    """Return the token that the others of the range hang on."""
    return next((i for i in range(first, stop) if not first <= view.head[i] < stop or view.head[i] == i), first)


def antecedent(view: View, i: int) -> int:
    """Return the noun that a relative pronoun stands for, or the pronoun itself."""
    at = i
    for _ in range(5):
        if view.dep[at] == "relcl":
            return view.head[at]
        at = view.head[at]
    return i


def _pronoun(word: str, actors: Sequence[Actor]) -> Typed:
    if (actors and actors[0].type == "person") or word in PERSONAL:
        return SourceType.PERSON, "pronoun"
    if word == "it" or (actors and actors[0].type in ("organisation", "state", "force")):
        return SourceType.ORGANISATION, "pronoun"
    return SourceType.UNNAMED, "pronoun"


def _noun(view: View, first: int, stop: int, head: int, actors: Sequence[Actor]) -> Typed:
    word = view.low[head]
    role = _role(" ".join(view.low[first:stop])) or _role(_held(actors))
    named = _named(view, head) or _renamed(view, first, stop, head, actors)
    if view.pos[head] != "PROPN" and word in unnamed() and view.entity[head] != "PERSON" and not named:
        return _unnamed(view, first, head, unnamed()[word])
    if view.entity[head] == "PERSON" or named or (actors and actors[0].type == "person"):
        return SourceType.PERSON, role
    if " ".join(view.low[first:stop]).removeprefix("the ") in aliases():
        return SourceType.ORGANISATION, "state" if _is_state(view, head, actors) else ""
    if actors and actors[0].type in ("organisation", "state", "force"):
        return SourceType.ORGANISATION, "state" if actors[0].type == "state" else ""
    if view.entity[head] in BODIES and (view.tag[head] != "NNPS" and view.entity[head] != "NORP"):
        return SourceType.ORGANISATION, "state" if view.entity[head] == "GPE" else ""
    if view.pos[head] == "PROPN" and view.entity[head] != "NORP":
        return (SourceType.UNNAMED, unnamed()[word]) if word in unnamed() else _by_shape(view, first, head, role)
    if word in bodies():
        return SourceType.ORGANISATION, ""
    if _looks_like_name(view, first, head):
        return SourceType.PERSON, role
    if any(view.entity[k] == "ORG" for k in view.children(head, "appos")):
        return SourceType.ORGANISATION, ""
    return SourceType.UNNAMED, unnamed().get(word, unnamed().get(view.lemma[head], "group"))


def _unnamed(view: View, first: int, head: int, subtype: str) -> Typed:
    """Type a source without a name; a service under a state's name ("Chilean intelligence") is a state body."""
    if subtype == "intelligence" and head > first:
        return SourceType.ORGANISATION, "intelligence"
    return SourceType.UNNAMED, subtype


def _by_shape(view: View, first: int, head: int, role: str) -> Typed:
    """Type a name that nothing else knows: a role before it makes it a person."""
    if role or (head > first and view.pos[head - 1] == "PROPN" and view.entity[head] != "ORG"):
        return SourceType.PERSON, role
    return SourceType.ORGANISATION, ""


def _looks_like_name(view: View, first: int, head: int) -> bool:
    """Whether an unknown word is written like a name: a capital, no article before it, no plural."""
    word = view.text[view.start[head] : view.end[head]]
    capital = word[:1].isupper() and view.pos[head] not in ("NUM", "PRON", "DET")
    return first == head and capital and view.tag[head] != "NNS" and view.lemma[head] not in unnamed()


def _named(view: View, head: int) -> bool:
    """Whether a common noun carries a person's name in apposition ("the minister, Ann Lee")."""
    return any(view.entity[k] == "PERSON" for k in view.children(head, "appos"))


def _renamed(view: View, first: int, stop: int, head: int, actors: Sequence[Actor]) -> bool:
    """Whether a comma and a person's name follow ("the mayor, Ann Lee", "a lawyer for the bank, Ann Lee of Hill")."""
    if view.pos[head] == "PROPN" or unnamed().get(view.low[head]) in PAPERS:
        return False
    held = set(actors[0].name.lower().split()) if _is_name(actors) else set[str]()
    for i in range(head + 1, stop - 1):
        at = _past_titles(view, i + 1, stop)
        if view.low[i] != "," or view.pos[at] != "PROPN" or (view.entity[at] in BODIES and view.low[at] not in held):
            continue
        if view.low[at] in held or (view.entity[at] == "PERSON" and not _belongs_elsewhere(view, head, at)):
            return True
    return False


def _past_titles(view: View, i: int, stop: int) -> int:
    """Return the token behind titles ("Dr Ann Lee")."""
    while i < stop - 1 and view.low[i].rstrip(".") in words("titles"):
        i += 1
    return i


def _is_name(actors: Sequence[Actor]) -> bool:
    """Whether the first actor is a person with a name of his own, not "the mayor" or "Mr Hill's lawyer"."""
    return bool(actors) and actors[0].type == "person" and all(w[0].isupper() for w in actors[0].name.split())


def _belongs_elsewhere(view: View, head: int, at: int) -> bool:
    """Whether a name renames another person in the phrase ("an aide to the president, Ann Lee")."""
    while view.dep[at] in ("compound", "nmod"):
        at = view.head[at]
    up = view.head[at]
    return view.dep[at] == "conj" or (up != head and view.pos[up] == "NOUN" and view.low[up] in unnamed())


def _is_state(view: View, head: int, actors: Sequence[Actor]) -> bool:
    return bool(actors and actors[0].type == "state") or view.entity[head] == "GPE"


def _held(actors: Sequence[Actor]) -> str:
    return (actors[0].role or "").lower() if actors and actors[0].type == "person" else ""


def _role(words: str) -> str:
    known = roles()
    return next((kind for role, kind in known.items() if f" {role} " in f" {words} "), "")


@lru_cache(maxsize=1)
def unnamed() -> Mapping[str, str]:
    """Return the subtype of each word that names a source without a name."""
    return {word: kind for kind, words in toml("sources")["unnamed"].items() for word in words}


@lru_cache(maxsize=1)
def roles() -> Mapping[str, str]:
    """Return the subtype of each role of a named person, in the order of the file."""
    return {word: kind for kind, words in toml("sources")["roles"].items() for word in words}


@lru_cache(maxsize=1)
def bodies() -> frozenset[str]:
    """Return the common nouns for a body that speaks as one ("the ministry")."""
    return frozenset(toml("sources")["bodies"])
