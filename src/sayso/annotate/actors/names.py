"""Find proper names: the known ones, the parser's entities, and those that the parser missed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sayso.annotate.actors.drafts import Found
from sayso.annotate.actors.entities import bare, entities_in, surname
from sayso.annotate.actors.known import known_in
from sayso.annotate.actors.words import Words
from sayso.data import people

# How the parser tags a family name that it does not know, at the start of a sentence.
MISTAGGED = frozenset(("NOUN", "X", "ADV", "INTJ"))


def find_names(w: Words) -> list[Found]:
    """Return the proper names in the order of the text; a name of a state may stand inside a longer name."""
    known = list(known_in(w))
    by_token = _by_token(known)
    entities = entities_in(w, lambda f: _is_known(f, by_token))
    missed = list(_missed(w, entities, by_token.keys() | _by_token(entities).keys()))
    longer = _by_token([*entities, *missed])
    kept = [k for k in known if not _swallowed(k, longer.get(k.start) or longer.get(k.end - 1))]
    return sorted((*kept, *entities, *missed), key=lambda f: (f.first, -f.end))


def _missed(w: Words, entities: Iterable[Found], covered: Collection[int]) -> Iterator[Found]:
    """Surnames of people named in full elsewhere, names after a title, and names that end like an organisation's."""
    surnames = {surname(f.name) for f in entities if f.type == "person"} - {""}
    firsts = {people.fold(f.name).split()[0] for f in entities if f.type == "person" and " " in f.name}
    for start, end in _runs(w, covered, surnames):
        first = bare(w, start, end)
        words = w.texts[first:end]
        last = people.fold(words[-1])
        honoured = first > start and w.lowers[start].rstrip(".") in people.words("honorifics")
        honoured = honoured or _looks_like_person(w, first, end)
        if last in surnames or honoured or (len(words) == 1 and last in firsts):
            title = tuple(w.lowers[start:first])
            yield Found(start, end, w.root(range(start, end)), first, "person", "name", w.between(first, end), title)
        elif end - start > 1 and last in people.words("organisation_names"):
            yield Found(start, end, w.root(range(start, end)), start, "organisation", "name", w.between(start, end))
        elif _is_acronym(w, start, end) and w.deps[start] in ("nsubj", "nsubjpass", "pobj", "appos", "poss"):
            yield Found(start, end, start, start, "organisation", "name", w.texts[start])


def _looks_like_person(w: Words, start: int, end: int) -> bool:
    """Two to four capitalised words that begin with a given name, or with a family name that comes first."""
    words = w.texts[start:end]
    if not 2 <= end - start <= 4 or w.heading[start] or not all(t == "-" or t.isalpha() for t in words):
        return False
    family = words[0].lower() in people.family_first() and w.deps[end - 1] != "compound"
    return (family or words[0].lower() in people.given_names()) and words[-1].lower() not in people.words("not_bodies")


def _is_acronym(w: Words, start: int, end: int) -> bool:
    word = w.texts[start]
    around = w.texts[max(start - 2, 0) : start] + w.texts[end : end + 2]
    shouted = any(len(t) > 3 and t.isupper() for t in around)
    closing = people.words("suffixes") | people.words("company_names") | people.words("organisation_names")
    known_not = word.lower() in people.words("not_bodies") | closing
    return (
        end - start == 1 and not known_not and word.isalpha() and word.isupper() and 2 <= len(word) <= 6 and not shouted
    )


def _runs(w: Words, covered: Collection[int], surnames: Collection[str]) -> Iterator[tuple[int, int]]:
    i, size = 0, len(w)
    while i < size:
        proper = w.pos[i] == "PROPN" or (w.pos[i] in MISTAGGED and w.lowers[i] in surnames)
        if i in covered or not proper or not w.texts[i][:1].isupper():
            i += 1
            continue
        end = i + 1
        while end < size and end not in covered and (w.pos[end] == "PROPN" or _joined(w, end)):
            end += 1
        yield i, end
        i = end + 1


def _joined(w: Words, i: int) -> bool:
    """The hyphen of "Jong-un", or what stands after it."""
    hyphen = w.texts[i] == "-" and i + 1 < len(w) and w.texts[i + 1].isalpha()
    return (hyphen or w.texts[i - 1] == "-") and w.ends[i - 1] == w.starts[i]


def _by_token(found: Iterable[Found]) -> dict[int, Found]:
    return {i: f for f in found for i in range(f.start, f.end)}


def _is_known(entity: Found, known: Mapping[int, Found]) -> bool:
    """The entity is a known name, with or without its title or article, or with the state's name before it."""
    there = known.get(entity.first)
    if there is not None and there.start <= entity.first and entity.end <= there.end:
        return True
    last = known.get(entity.end - 1)
    before = known.get(last.start - 1) if last is not None and last.end == entity.end else None
    return last is not None and before is not None and before.start == entity.start and before.type == "state"


def _swallowed(known: Found, longer: Found | None) -> bool:
    """A known name inside a longer one stays only where it qualifies it ("Russian" in "Russian Foreign Ministry")."""
    if longer is None or known.end <= longer.first:
        return False
    at_front = known.start == longer.start and known.known is not None and known.known.type == "state"
    return longer.type == "person" or not at_front or known.kind != "adjectival"
