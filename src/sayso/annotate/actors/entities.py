"""The parser's named entities, put right: their edges, their types, and what is no name at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from sayso.annotate.actors.drafts import Found
from sayso.annotate.actors.edges import whole_name
from sayso.annotate.actors.places import is_place
from sayso.annotate.actors.words import Words
from sayso.data import people

TYPES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
EDGES = frozenset(("'s", "’s", "the", "a", "an", "of", "and", *"'’,.\"“”-–—:;()@#"))
PLACES = frozenset(("in", "near", "across", "throughout", "outside"))
CITIES = frozenset(("city", "town", "capital", "outskirts", "centre", "center"))


def entities_in(w: Words, is_known: Callable[[Found], bool]) -> list[Found]:
    """Return the entities that are people, bodies, places and groups, without those that are known names."""
    return _agree(w, _confirmed([f for f in _entities(w) if not is_known(f)]))


def bare(w: Words, start: int, end: int) -> int:
    """Return where the name starts after titles such as "President" or "Mr"; at least one word stays."""
    titles = people.words("titles")
    while start < end - 1 and (w.lowers[start].rstrip(".") in titles or w.texts[start] in ("-", "’s", "'s")):
        start += 1
    return start


def surname(name: str) -> str:
    """Return the family name of a full name, folded; "" for a name of one word."""
    words = people.fold(name).split()
    if len(words) < 2:
        return ""
    return words[0] if words[0] in people.family_first() else words[-1]


def _entities(w: Words) -> Iterator[Found]:
    trimmed = (_trim(w, e.start, e.end) for e in w.doc.ents if e.label_ == "ORG")
    bodies = {tuple(w.texts[start:end]) for start, end in trimmed}
    for ent in w.doc.ents:
        type_ = TYPES.get(ent.label_)
        if type_ is None:
            continue
        start, end = _trim(w, ent.start, ent.end)
        if start >= end or not any(t[:1].isupper() for t in w.texts[start:end]) or _is_suffix(w, start, end):
            continue
        found = start, end
        start, end = whole_name(w, start, end, type_, bodies)
        type_ = "organisation" if type_ == "place" and (start, end) != found else type_
        first = bare(w, start, end)
        while type_ == "organisation" and end - start > 1 and w.lowers[end - 1] in people.roles():
            end -= 1
        type_ = _right_type(w, start, first, end, type_)
        if not type_:
            continue
        if not type_.startswith("person"):
            first = start
        if type_ == "organisation" and w.lowers[end - 1] in people.words("forces_whole") | {"forces"}:
            type_ = "force"
        if type_ == "person":
            start = _with_titles(w, start)
        name = w.between(first, end)
        title = tuple(w.lowers[start:first])
        yield Found(start, end, w.root(range(start, end)), first, type_, "name", name, title)


def _with_titles(w: Words, start: int) -> int:
    """Return where the titles start that the parser left outside a person's name."""
    titles = people.words("titles")
    while start and w.lowers[start - 1].rstrip(".") in titles and w.texts[start - 1][:1].isupper():
        start -= 1
    return start


def _is_suffix(w: Words, start: int, end: int) -> bool:
    return end - start == 1 and w.lowers[start].replace(".", "") in people.words("suffixes")


def _trim(w: Words, start: int, end: int) -> tuple[int, int]:
    lines = [i for i in range(start, end) if "\n" in w.texts[i] or w.texts[i] == "("]
    end = lines[0] if lines else end
    while start < end and (w.lowers[start] in EDGES or not w.texts[start].strip()):
        start += 1
    while start < end and (w.lowers[end - 1] in EDGES or not w.texts[end - 1].strip()):
        end -= 1
    return start, end


def _right_type(w: Words, start: int, first: int, end: int, type_: str) -> str:
    last, words = w.lowers[end - 1].rstrip("."), w.texts[first:end]
    if type_ == "group":
        return "group" if w.tags[end - 1] in ("NNPS", "NNS") else ""
    if end - first > 1 and last in people.words("organisation_names"):
        return "organisation"
    sure = type_ == "person" and end - first > 1 and last not in people.words("company_names")
    if not sure and type_ != "organisation" and names_company(w, first, end):
        return "organisation"
    before = w.lowers[start - 1].rstrip(".") if start else ""
    if {before, w.lowers[start].rstrip(".") if start < first else ""} & people.words("honorifics"):
        return "person"
    plain = all(
        t[:1].isupper() or t == "-" or t.lower() in people.words("particles") or (i and words[i - 1] == "-")
        for i, t in enumerate(words)
    )
    if type_ != "person" and 2 <= len(words) <= 4 and plain and _is_described(w, end):
        return "person"
    if 2 <= len(words) <= 4 and plain and words[0].lower() in people.given_names() and type_ != "person":
        return "person" if not {"and", "&"} & set(words) else type_
    if w.heading[start] and words[0].lower() not in people.given_names():
        return f"{type_} in heading"
    if type_ == "organisation" and _is_no_body(w, start, end, last):
        return ""
    if type_ == "organisation" and first > start and w.lowers[first - 1] in people.roles().keys() - {last}:
        return "person" if last not in people.words("titles") else ""
    if end - start == 1 and w.texts[start].istitle() and stands_as_place(w, start, peopled=type_ != "person"):
        return "place"
    if type_ == "person" and (any(t.isdigit() for t in words) or not plain or len(words) > 5):
        return ""
    return type_


def names_company(w: Words, start: int, end: int) -> bool:
    """Tell "Harbour Energy" by its last word, and "Kelso, a retailer" and "carmaker Kelso" by what is said of it."""
    if end - start > 1 and w.lowers[start] in people.given_names():
        return False
    if end - start > 1 and w.lowers[end - 1] in people.words("company_names") and w.texts[end - 1][0].isupper():
        return True
    head = w.root(range(start, end))
    if any(w.deps[c] == "appos" and w.lemmas[c] in people.words("called_company") for c in w.children[head]):
        return True
    if start and w.deps[start - 1] == "compound" and w.lowers[start - 1] in people.words("called_company"):
        return w.heads[start - 1] == head
    return False


def stands_as_place(w: Words, i: int, *, peopled: bool = False) -> bool:
    """Tell "in Ulm" and "people of Ulm"; ``peopled``: the latter only, as one can be in a body too."""
    if w.deps[i] != "pobj":
        return False
    preposition = w.heads[i]
    if w.lowers[preposition] in PLACES:
        return not peopled
    governor = w.lemmas[w.heads[preposition]]
    return w.lowers[preposition] == "of" and governor in people.words("of_places") | CITIES


def _is_described(w: Words, end: int) -> bool:
    """Tell "Ann Lee, a geologist" and "their ambassador, Ann Lee": who is said to be one in a role is a person."""
    last = end - 1
    named = w.heads[last]
    if w.deps[last] == "appos" and w.pos[named] == "NOUN" and w.lemmas[named] in people.roles():
        return w.lowers[named] not in people.words("owners")
    return any(w.deps[c] == "appos" and w.lemmas[c] in people.roles() for c in w.children[last] if w.pos[c] == "NOUN")


def _is_no_body(w: Words, start: int, end: int, last: str) -> bool:
    """Tell a law, an event or a disease, the "State" of "Secretary of State", and "Peru-Chile"."""
    if last in people.words("not_bodies"):
        return True
    if end - start > 1:
        return False
    title: bool = start > 1 and w.lowers[start - 1] == "of" and w.lowers[start - 2] in people.roles()
    return (
        title or ("-" in w.texts[start][1:-1] and "." in w.texts[start]) or w.pos[start] not in ("PROPN", "NOUN", "X")
    )


def _confirmed(entities: list[Found]) -> list[Found]:
    """Keep a name in a heading, where every word has a capital, only where the text has it as well."""
    known = {word for f in entities if f.type == "person" for word in people.fold(f.name).split()}
    whole = {people.fold(f.name) for f in entities if " " not in f.type}
    made = []
    for f in entities:
        if " " not in f.type:
            made.append(f)
        elif people.fold(f.name) in whole or (f.type[:6] == "person" and people.fold(f.name).split()[-1] in known):
            made.append(replace(f, type=f.type.split()[0]))
    return made


def _agree(w: Words, entities: list[Found]) -> list[Found]:
    """Give the same words the same type everywhere: that of the longer name they belong to, else the most frequent."""
    votes: dict[str, Counter[str]] = {}
    for f in entities:
        votes.setdefault(people.fold(f.name), Counter())[f.type] += 3 if f.type == "place" and _is_in(w, f) else 1
    names = Counter(word for f in entities for word in people.fold(f.name).split())
    surnames = {surname(f.name) for f in entities if f.type == "person"} - {""}
    common = {word for word in w.texts if word.islower()}
    entities = [f for f in entities if not (_is_chance(w, f, names) or _is_common(w, f, common, surnames))]
    parts = dict.fromkeys(surnames, "person")
    made = []
    for f in entities:
        key = people.fold(f.name)
        type_ = parts.get(key) or max(votes[key].items(), key=lambda v: (v[0] == "person" and " " in key, v[1]))[0]
        made.append(replace(f, type=type_, as_place=type_ == "place" and is_place(w, f.head, "name")))
    return made


def _is_in(w: Words, f: Found) -> bool:
    return stands_as_place(w, f.head)


def _is_chance(w: Words, f: Found, names: Counter[str]) -> bool:
    """One word that opens a sentence, once in the text, and says nothing: the parser took it for a name."""
    alone = f.type == "person" and f.end - f.first == 1 and f.first == f.start and names[people.fold(f.name)] == 1
    return alone and bool(w.doc[f.start].is_sent_start) and w.lemmas[w.heads[f.head]] not in people.words("speech")


def _is_common(w: Words, f: Found, common: Collection[str], surnames: Collection[str]) -> bool:
    """One word that stands in small letters elsewhere is no name ("Iodine"), unless a full name has it ("Rice")."""
    alone = f.end - f.start == 1 and not w.texts[f.start].isupper()
    return alone and w.lowers[f.start] in common and w.lowers[f.start] not in surnames
