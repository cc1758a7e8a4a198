"""Find forces, groups, bodies and roles that are not named: "Ukrainian forces", "the company", "a resident"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.annotate.actors.drafts import Found
from sayso.annotate.actors.words import Words
from sayso.data import people

NEED_STATE = frozenset(("intelligence",))
NEED_QUALITY = frozenset(["people", "power", "person", "member", "other", "nation", "country"])
COLLECTIVE = frozenset(["police", "staff", "crew", "delegation", "mob", "crowd", "gang", "opposition"])
DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "its", "their", "his", "her", "our"])
NUMBERS = frozenset(("CD", "PRP$", "DT", "PDT", "WP", "WDT"))
SKIPPED = frozenset(("det", "nummod", "quantmod", "predet", "poss", "punct", "case", "cc", "advmod"))


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase for an actor: its place and what its words say.

    ``category`` is part or whole (of a force), group, body, state or role.
    """

    found: Found
    category: str
    noun: str
    modifiers: tuple[str, ...]
    qualifiers: tuple[Found, ...]
    definite: bool
    counted: bool
    indefinite: bool
    owned: bool


def find_nominals(w: Words, taken: Collection[int], names: Mapping[int, Found]) -> Iterator[Nominal]:
    """Yield the phrases in the order of the text. ``taken`` are the tokens of names, ``names`` names by main word."""
    for i in range(len(w)):
        if i in taken or w.pos[i] not in ("NOUN", "PROPN") or w.deps[i] in ("compound", "amod", "nmod"):
            continue
        noun, category = _category(w, i)
        if category:
            made = _nominal(w, i, noun, category, names)
            if made:
                yield made


def singular(w: Words, i: int) -> str:
    """Return the noun in its base form, also where the parser takes a capitalised one for a name."""
    word = w.lowers[i]
    if w.pos[i] == "PROPN" and word.endswith("s") and len(word) > 3:
        return word[:-1]
    return w.lemmas[i]


def _category(w: Words, i: int) -> tuple[str, str]:
    noun, plural = singular(w, i), w.tags[i] in ("NNS", "NNPS")
    if noun in people.words("forces_part") and (plural or noun in people.words("forces_collective")):
        return noun, "part"
    if noun in people.words("forces_whole") and not (plural and noun in ("division",)):
        return noun, "whole"
    if (plural and noun in people.words("groups")) or w.lowers[i] in COLLECTIVE:
        return noun, "group"
    if plural:
        return noun, ""
    if noun in people.words("bodies"):
        return noun, "body"
    if noun in people.words("state_nouns"):
        return noun, "state"
    return noun, "role" if noun in people.roles() else ""


def _nominal(w: Words, i: int, noun: str, category: str, names: Mapping[int, Found]) -> Nominal | None:
    start = w.phrase(i)
    number = max((c + 1 for c in range(start, i) if w.tags[c] == "CD"), default=start)
    inside = [
        c for c in range(number, i) if w.deps[c] not in SKIPPED and w.lowers[c] not in people.words("quantifiers")
    ]
    qualifiers = tuple(dict.fromkeys(names[c] for c in range(start, i) if c in names)) + _after(w, i, names)
    covered = covered_by(qualifiers)
    modifiers = tuple(w.lowers[c] for c in inside if c not in covered and w.texts[c].isalpha())
    if noun == "force" and "armed" in modifiers:
        noun, category, modifiers = "military", "whole", tuple(m for m in modifiers if m != "armed")
    first = w.lowers[start]
    definite = first in DEFINITE or w.tags[start] == "PRP$" or any(w.deps[c] == "poss" for c in w.children[i])
    counted = any(w.deps[c] == "nummod" for c in w.children[i])
    if noun in people.words("forces_only_with_arms") and not _is_armed(category, modifiers, qualifiers):
        return None
    if category == "body" and counted:
        return None
    if noun in NEED_STATE and not qualifiers:
        return None
    if noun in NEED_QUALITY and not (modifiers or qualifiers or _is_addressed(w, i)):
        return None
    type_ = {"part": "force", "whole": "force", "group": "group", "state": "state", "role": "person"}.get(
        category, "organisation"
    )
    name = _name(w, number, i, qualifiers)
    found = Found(start, i + 1, i, i, type_, "nominal", name, qualified=bool(qualifiers))
    return Nominal(
        found, category, noun, modifiers, qualifiers, definite, counted, first in ("a", "an"), w.tags[start] == "PRP$"
    )


def _is_addressed(w: Words, i: int) -> bool:
    """Tell the people of "urged people to leave"."""
    above = w.heads[i]
    verb = w.heads[above] if w.deps[i] == "nsubj" and w.deps[above] in ("ccomp", "xcomp") else above
    return w.deps[i] in ("dobj", "nsubj") and verb < i and w.lemmas[verb] in people.words("addressing")


def _is_armed(category: str, modifiers: tuple[str, ...], qualifiers: tuple[Found, ...]) -> bool:
    if category == "part" and "special" in modifiers:
        return True
    return bool(people.words("arms") & set(modifiers)) or any(f.type in ("state", "force") for f in qualifiers)


def _after(w: Words, i: int, names: Mapping[int, Found]) -> tuple[Found, ...]:
    """Names that qualify from behind: "troops from Chad", "a spokesman for the union"."""
    for preposition in w.kids(i, "prep"):
        if w.lowers[preposition] in ("of", "from", "for", "at"):
            return tuple(names[c] for c in w.kids(preposition, "pobj") if c in names)
    return ()


def _name(w: Words, start: int, head: int, qualifiers: tuple[Found, ...]) -> str:
    """The phrase without article, number and pronoun; a possessor that is named stays."""
    kept = covered_by(qualifiers)
    while start < head and start not in kept and _is_no_part(w, start):
        start += 1
    name = w.text[w.starts[start] : w.ends[head]]
    proper = w.pos[start] == "PROPN" or w.lowers[start] in people.words("proper_adjectives")
    return name if proper or start in kept else name[:1].lower() + name[1:]


def _is_no_part(w: Words, i: int) -> bool:
    return (
        w.pos[i] == "CCONJ"
        or w.deps[i] in SKIPPED
        or w.tags[i] in NUMBERS
        or w.lowers[i] in people.words("quantifiers")
    )


def covered_by(found: Iterable[Found]) -> set[int]:
    """Return the tokens of ``found``."""
    return {i for f in found for i in range(f.start, f.end)}
