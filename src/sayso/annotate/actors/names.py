"""Find proper names: the known ones, the parser's entities, and those that the parser missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.annotate.actors.drafts import Found
from sayso.annotate.actors.entities import bare, entities_in, names_company, surname
from sayso.annotate.actors.known import known_in
from sayso.annotate.actors.words import Words
from sayso.data import people

# How the parser tags a family name that it does not know, at the start of a sentence.
MISTAGGED = frozenset(("NOUN", "X", "ADV", "INTJ"))
# Labels of the parser under which the name of a body may hide.
UNSURE = frozenset(("", "WORK_OF_ART", "PRODUCT", "EVENT", "FAC"))


def find_names(w: Words) -> list[Found]:
    """Return the proper names in the order of the text; a name of a state may stand inside a longer name."""
    known = list(known_in(w))
    by_token = _by_token(known)
    entities = entities_in(w, lambda f: _is_known(f, by_token))
    missed = list(_missed(w, entities, by_token.keys() | _by_token(entities).keys()))
    missed += list(_shortened(w, [*entities, *missed], by_token))
    added = _labels(w, [*entities, *missed])
    longer = _by_token(added)
    kept = [k for k in known if not _swallowed(k, longer.get(k.start) or longer.get(k.end - 1))]
    return sorted((*kept, *added), key=lambda f: (f.first, -f.end))


def _shortened(w: Words, found: Collection[Found], known: Mapping[int, Found]) -> Iterator[Found]:
    """The first word alone of a company of two words that the text names: "Kelso" for "Kelso Energy"."""
    closing = people.words("company_names")
    names = (f.name.split() for f in found if f.type == "organisation")
    firsts = {words[0] for words in names if len(words) == 2 and words[1].lower() in closing}
    if firsts:
        taken = known.keys() | _by_token(found).keys()
        for i, word in enumerate(w.texts):
            if word in firsts and i not in taken:
                yield Found(i, i + 1, i, i, "organisation", "name", word)


def _labels(w: Words, entities: list[Found]) -> list[Found]:
    """Take initials before a colon, in an interview, for the person who has them: "AL:"."""
    people_here = {"".join(x[0] for x in f.name.split()).upper() for f in entities if f.type == "person"}
    return [
        replace(f, type="person") if f.name in people_here and f.name.isupper() and _before_colon(w, f.end) else f
        for f in entities
    ]


def _before_colon(w: Words, i: int) -> bool:
    return i < len(w) and w.texts[i] == ":"


def _missed(w: Words, entities: Iterable[Found], covered: Collection[int]) -> Iterator[Found]:
    """Surnames of people named in full elsewhere, names after a title, and names that end like an organisation's."""
    surnames = {surname(f.name) for f in entities if f.type == "person"} - {""}
    firsts = {people.fold(f.name).split()[0] for f in entities if f.type == "person" and " " in f.name}
    runs = list(_runs(w, covered, surnames))
    counts = Counter(w.between(start, end) for start, end in runs)
    companies = {f.name.split()[0] for f in entities if f.type == "organisation" and " " in f.name}
    for start, end in runs:
        first = bare(w, start, end)
        words = w.texts[first:end]
        last = people.fold(words[-1])
        honoured = first > start and w.lowers[start].rstrip(".") in people.words("honorifics")
        honoured = honoured or _looks_like_person(w, first, end)
        if last in surnames or honoured or (len(words) == 1 and last in firsts):
            title = tuple(w.lowers[start:first])
            yield Found(start, end, w.root(range(start, end)), first, "person", "name", w.between(first, end), title)
        elif end - start == 1 and w.texts[start] in companies:
            continue
        elif type_ := _type_of(w, start, end, counts[w.between(start, end)] > 1):
            begin = first if type_ == "person" else start
            title = tuple(w.lowers[start:begin])
            yield Found(start, end, w.root(range(start, end)), begin, type_, "name", w.between(begin, end), title)
        elif _is_acronym(w, start, end) and w.deps[start] in ("nsubj", "nsubjpass", "pobj", "appos", "poss"):
            yield Found(start, end, start, start, "organisation", "name", w.texts[start])


def _type_of(w: Words, start: int, end: int, again: bool) -> str:
    """Return the type of a name that the parser missed: by how it ends, by what is said of it, or because it speaks.

    ``again``: the text has the name more than once.
    """
    head, last = w.root(range(start, end)), people.fold(w.texts[end - 1])
    if end - start > 1 and last in people.words("organisation_names"):
        return "organisation"
    speaks = _is_speaker(w, head, end)
    if (again or speaks or w.kids(head, "appos")) and names_company(w, start, end):
        return "organisation"
    if not speaks or not all(word.isalpha() for word in w.texts[start:end]):
        return ""
    if end - start == 1:
        return _type_of_word(w, start, again)
    shouted = any(word.isupper() and len(word) > 1 for word in w.texts[start:end])
    return "organisation" if shouted or _is_thing(w, head) else "person"


def _is_speaker(w: Words, head: int, end: int) -> bool:
    if w.deps[head] != "nsubj" or w.lemmas[w.heads[head]] not in people.words("speech") or w.heading[head]:
        return False
    word = w.lowers[end - 1]
    titled = word in people.words("titles") and word not in people.words("company_names")
    common = titled or word in people.roles() or word in people.words("not_bodies")
    return not common and w.tags[head] == "NNP" and w.doc[head].ent_type_ in UNSURE


def _type_of_word(w: Words, i: int, again: bool) -> str:
    """One word that speaks: a body where it recurs; at the start of a sentence only before its verb, as a person."""
    if w.texts[i].isupper() or w.lowers[i] in w.texts:
        return ""
    if not w.doc[i].is_sent_start:
        return "organisation" if again else ""
    return "person" if w.heads[i] == i + 1 and w.kids(i + 1, "ccomp") else ""


def _is_thing(w: Words, head: int) -> bool:
    """Tell "Kelso Yards, which", and "Kelso Yards" after "the"."""
    clauses = w.kids(head, "relcl")
    return any(w.lowers[c] == "which" for clause in clauses for c in w.children[clause]) or bool(w.kids(head, "det"))


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
        proper = w.pos[i] == "PROPN" or (w.pos[i] in MISTAGGED and (w.lowers[i] in surnames or _opens(w, i)))
        if i in covered or not proper or not w.texts[i][:1].isupper():
            i += 1
            continue
        end = i + 1
        while end < size and end not in covered and (w.pos[end] == "PROPN" or _joined(w, end)):
            end += 1
        yield i, end
        i = end + 1


def _opens(w: Words, i: int) -> bool:
    """Tell the first word of "Kelso Energy", which the parser may take for a common noun."""
    return w.deps[i] == "compound" and w.heads[i] == i + 1 and w.lowers[i + 1] in people.words("company_names")


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
