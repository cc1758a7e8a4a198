"""Find proper names: the known ones, the parser's entities put right, and surnames that the parser missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.annotate.actors.drafts import Found
from sayso.annotate.actors.places import is_place
from sayso.annotate.actors.words import Words
from sayso.data import people
from sayso.data.states import Known, known_names

TYPES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
EDGES = frozenset(
    (
        "'s",
        "’s",
        "'",
        "’",
        "the",
        "a",
        "an",
        ",",
        ".",
        '"',
        "“",
        "”",
        "-",
        "–",
        "—",
        ":",
        ";",
        "(",
        ")",
        "of",
        "and",
        "@",
        "#",
    )
)


PLACES = frozenset(("in", "near", "across", "throughout", "outside"))


def find_names(w: Words) -> list[Found]:
    """Return the proper names in the order of the text; a name of a state may stand inside a longer name."""
    known = list(_known(w))
    by_token = _by_token(known)
    entities = _agree(w, _confirmed([f for f in _entities(w) if not _is_known(f, by_token)]))
    missed = list(_missed(w, entities, by_token.keys() | _by_token(entities).keys()))
    longer = _by_token([*entities, *missed])
    kept = [k for k in known if not _swallowed(k, longer.get(k.start) or longer.get(k.end - 1))]
    return sorted((*kept, *entities, *missed), key=lambda f: (f.first, -f.end))


def bare(w: Words, start: int, end: int) -> int:
    """Return where the name starts after titles such as "President" or "Mr"; at least one word stays."""
    titles = people.words("titles")
    while start < end - 1 and (w.lowers[start].rstrip(".") in titles or w.texts[start] in ("-", "’s", "'s")):
        start += 1
    return start


def _known(w: Words) -> Iterator[Found]:
    index, i, size, before = known_names(), 0, len(w), (0, "")
    while i < size:
        hit = next((k for k in index.get(w.lowers[i], ()) if _stands(w, i, k)), None)
        if hit is None or _is_other_word(w, i, hit) or (before[0] == i and hit.speaks_for not in (None, before[1])):
            i += 1
            continue
        end = i + len(hit.words)
        yield _of_known(w, i, end, hit)
        i, before = end, (end, hit.name)


def _stands(w: Words, i: int, known: Known) -> bool:
    words = w.texts[i : i + len(known.words)]
    if tuple(words) == known.words:
        return True
    joined = " ".join(known.words)
    return len(joined) > 4 and " ".join(words) == joined.upper()


def _is_other_word(w: Words, i: int, known: Known) -> bool:
    """Tell "US" in a line of capitals ("TELL US"), "Polish" as a verb, "Turkey" within "New Turkey Road"."""
    if known.words == ("US",) and all(t.isupper() for t in w.texts[max(i - 2, 0) : i] or ["x"]):
        return True
    if w.pos[i] in ("VERB", "AUX", "PRON") and known.kind == "adjective":
        return True
    after = w.texts[i + len(known.words)] if i + len(known.words) < len(w) else ""
    return (i > 0 and w.texts[i - 1] == "New" and known.words[0] != "New" and known.name != "New Zealand") or (
        known.kind == "capital" and after in ("Post", "Times", "Street", "County")
    )


def _of_known(w: Words, start: int, end: int, known: Known) -> Found:
    head = w.root(range(start, end))
    kind = {"adjective": "adjectival"}.get(known.kind, "name")
    if kind == "name" and w.deps[head] in ("compound", "amod", "nmod") and w.heads[head] >= end:
        kind = "adjectival" if known.type == "state" else "name"
    if kind == "adjectival" and known.kind != "people" and w.heads[head] < start and w.deps[head] != "conj":
        kind = "name"
    place = known.type == "place" or (known.type == "state" and is_place(w, head, known.kind))
    type_ = "place" if known.kind == "capital" and place else known.type
    name = " ".join(known.words) if type_ != known.type else known.name
    if known.kind == "people" and not _is_the_people(w, start, head):
        type_, name = "group", _join(w, *_group(w, head))
    return Found(start, end, head, start, type_, kind, name, (), known, place and kind != "people")


def _is_the_people(w: Words, start: int, head: int) -> bool:
    """Tell "the Danes", which means the state, from "many Danes" and "young Danes", which mean some of them."""
    return w.phrase(head) == start - 1 and w.lowers[start - 1] == "the"


def _group(w: Words, head: int) -> tuple[int, int]:
    start = w.phrase(head)
    while start < head and (w.tags[start] in ("DT", "CD", "PRP$") or w.lowers[start] in people.words("quantifiers")):
        start += 1
    return start, head + 1


def _entities(w: Words) -> Iterator[Found]:
    for ent in w.doc.ents:
        type_ = TYPES.get(ent.label_)
        if type_ is None:
            continue
        start, end = _trim(w, ent.start, ent.end)
        if start >= end or not any(t[:1].isupper() for t in w.texts[start:end]) or _is_suffix(w, start, end):
            continue
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
        name = _join(w, first, end)
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
    before = w.lowers[start - 1].rstrip(".") if start else ""
    if {before, w.lowers[start].rstrip(".") if start < first else ""} & people.words("honorifics"):
        return "person"
    plain = all(t[:1].isupper() or t == "-" or t.lower() in people.words("particles") for t in words)
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
    if type_ == "person" and end - start == 1 and w.deps[start] == "pobj" and w.lowers[w.heads[start]] in PLACES:
        return "place"
    if type_ == "person" and (any(t.isdigit() for t in words) or not plain or len(words) > 5):
        return ""
    return type_


def _is_common(w: Words, f: Found, common: Collection[str], surnames: Collection[str]) -> bool:
    """One word that stands in small letters elsewhere is no name ("Iodine"), unless a full name has it ("Rice")."""
    alone = f.end - f.start == 1 and not w.texts[f.start].isupper()
    return alone and w.lowers[f.start] in common and w.lowers[f.start] not in surnames


def _is_described(w: Words, end: int) -> bool:
    """Tell "Ann Lee, a geologist": who is said to be one in a role is a person."""
    return any(
        w.deps[c] == "appos" and w.lemmas[c] in people.roles() for c in w.children[end - 1] if w.pos[c] == "NOUN"
    )


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


def _is_chance(w: Words, f: Found, names: Counter[str]) -> bool:
    """One word that opens a sentence, once in the text, and says nothing: the parser took it for a name."""
    alone = f.type == "person" and f.end - f.first == 1 and f.first == f.start and names[people.fold(f.name)] == 1
    return alone and bool(w.doc[f.start].is_sent_start) and w.lemmas[w.heads[f.head]] not in people.words("speech")


def _join(w: Words, start: int, end: int) -> str:
    return w.text[w.starts[start] : w.ends[end - 1]]


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
        votes.setdefault(people.fold(f.name), Counter())[f.type] += 1
    names = Counter(word for f in entities for word in people.fold(f.name).split())
    surnames = {word for f in entities if f.type == "person" for word in _surname(f.name)}
    common = {word for word in w.texts if word.islower()}
    entities = [f for f in entities if not (_is_chance(w, f, names) or _is_common(w, f, common, surnames))]
    parts = dict.fromkeys(surnames, "person")
    made = []
    for f in entities:
        key = people.fold(f.name)
        type_ = parts.get(key) or max(votes[key].items(), key=lambda v: (v[0] == "person" and " " in key, v[1]))[0]
        made.append(replace(f, type=type_))
    return made


def _surname(name: str) -> list[str]:
    words = people.fold(name).split()
    return [words[-1]] if len(words) > 1 else []


def _missed(w: Words, entities: Iterable[Found], covered: Collection[int]) -> Iterator[Found]:
    """Surnames of people named in full elsewhere, names after a title, and names that end like an organisation's."""
    surnames = {word for f in entities if f.type == "person" for word in _surname(f.name)}
    firsts = {people.fold(f.name).split()[0] for f in entities if f.type == "person" and " " in f.name}
    for start, end in _runs(w, covered, surnames):
        first = bare(w, start, end)
        words = w.texts[first:end]
        last = people.fold(words[-1])
        honoured = first > start and w.lowers[start].rstrip(".") in people.words("honorifics")
        honoured = honoured or _looks_like_person(w, first, end)
        if last in surnames or honoured or (len(words) == 1 and last in firsts):
            yield Found(
                start,
                end,
                w.root(range(start, end)),
                first,
                "person",
                "name",
                _join(w, first, end),
                tuple(w.lowers[start:first]),
            )
        elif end - start > 1 and last in people.words("organisation_names"):
            yield Found(start, end, w.root(range(start, end)), start, "organisation", "name", _join(w, start, end))
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
        proper = w.pos[i] == "PROPN" or w.lowers[i] in surnames
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
