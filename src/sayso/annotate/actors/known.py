"""Find the names that are known beforehand: states, their capitals and people, and bodies."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.actors.drafts import Found
from sayso.annotate.actors.places import is_place
from sayso.annotate.actors.words import Words
from sayso.data import people
from sayso.data.states import Known, known_names


def known_in(w: Words) -> Iterator[Found]:
    """Yield the known names in the order of the text; where two fit, the longer one."""
    index, i, size, before = known_names(), 0, len(w), (0, "")
    while i < size:
        if w.lowers[i] not in index:
            i += 1
            continue
        hit = next((k for k in index.get(w.lowers[i], ()) if _stands(w, i, k)), None)
        if hit is None or _is_other_word(w, i, hit) or (before[0] == i and hit.speaks_for not in (None, before[1])):
            i += 1
            continue
        end = i + len(hit.words)
        yield _of_known(w, i, end, hit)
        i, before = end, (end, hit.name)


def _stands(w: Words, i: int, known: Known) -> bool:
    end = i + len(known.words)
    # Most candidates begin with a word such as "the" and end otherwise: look at the last word first.
    if end > len(w) or (w.texts[end - 1] != known.words[-1] and not w.texts[end - 1].isupper()):
        return False
    words = w.texts[i:end]
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
    place = known.type in ("place", "state") and is_place(w, head, known.kind)
    type_ = "place" if known.kind == "capital" and place else known.type
    name = " ".join(known.words) if type_ != known.type else known.name
    if known.kind == "people" and not _is_the_people(w, start, head):
        type_, name = "group", w.between(*_group(w, head))
    return Found(start, end, head, start, type_, kind, name, (), known, place and kind != "people")


def _is_the_people(w: Words, start: int, head: int) -> bool:
    """Tell "the Danes", which means the state, from "many Danes" and "young Danes", which mean some of them."""
    return w.phrase(head) == start - 1 and w.lowers[start - 1] == "the"


def _group(w: Words, head: int) -> tuple[int, int]:
    start = w.phrase(head)
    while start < head and (w.tags[start] in ("DT", "CD", "PRP$") or w.lowers[start] in people.words("quantifiers")):
        start += 1
    return start, head + 1
