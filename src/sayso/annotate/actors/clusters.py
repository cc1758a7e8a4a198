"""Put the names of one article together that mean the same actor."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sayso.annotate.actors.drafts import Draft, Found
from sayso.annotate.actors.words import Words
from sayso.data import people

INITIALS = 1
SMALL = frozenset(("of", "the", "and", "for", "&", "on", "in", "de", "to"))
# By first and last word and generation: the words and the person of each full name.
FullNames = dict[tuple[str, str, str], list[tuple[list[str], Draft]]]


def cluster_names(w: Words, names: Iterable[Found]) -> list[Draft]:
    """Return a draft for each person, state, body and place that is named, in the order of first mention."""
    found = list(names)
    drafts = [*_known(found), *_persons([f for f in found if f.type == "person"])]
    drafts += _bodies(w, [f for f in found if f.type != "person" and f.known is None], drafts)
    return sorted(drafts, key=lambda d: d.found[0].start)


def _known(found: list[Found]) -> list[Draft]:
    made: dict[str, Draft] = {}
    for f in found:
        if f.known is None:
            continue
        draft = made.setdefault(f"{f.type} {f.name.lower()}", Draft(f.name, f.type, speaks_for=f.known.speaks_for))
        draft.plural = f.type == "group"
        draft.found.append(f)
    return list(made.values())


def _persons(found: list[Found]) -> list[Draft]:
    """Full names first, by their spelling; then single names, each to the full name that ends (or begins) so."""
    full: FullNames = {}
    bearers: dict[tuple[str, int], list[Draft]] = {}
    single: dict[tuple[str, str | None], Draft] = {}
    pairs = {tuple(words) for words in map(_words, found) if len(words) == 2}
    for f in found:
        words = _without_epithet(_words(f), pairs)
        if len(words) > 1:
            _add(_full(full, bearers, words, f), f)
    for f in found:
        words = _words(f)
        if len(words) == 1:
            _add(_owner(bearers, f, words[0]) or _single(single, f, words[0]), f)
    drafts = [*(d for same in full.values() for _, d in same), *dict.fromkeys(single.values())]
    for draft in drafts:
        draft.found.sort(key=lambda f: f.start)
        draft.name = _best_name(draft)
    return drafts


def _without_epithet(words: list[str], pairs: Collection[tuple[str, ...]]) -> list[str]:
    """Leave out the "crooked" of "Crooked Ann Lee" where the text has "Ann Lee" as well."""
    doubled = len(words) == 3 and tuple(words[1:]) in pairs and words[0] not in people.given_names()
    return words[1:] if doubled else words


def _words(f: Found) -> list[str]:
    words = people.fold(f.name).split()
    while len(words) > 1 and words[-1] in people.words("suffixes"):
        words.pop()
    return words


def _generation(f: Found) -> str:
    """Return "jr" or "iii" behind a name: a son is not his father. The elder one may be named without "sr"."""
    last = people.fold(f.name).split()[-1:]
    found = {"junior": "jr"}.get(last[0], last[0]) if last else ""
    return found if found in people.words("generations") - {"sr", "senior"} else ""


def _full(
    full: FullNames,
    bearers: dict[tuple[str, int], list[Draft]],
    words: list[str],
    f: Found,
) -> Draft:
    """Find "Robert M. Gates" under "Robert Gates" (same first and last word, one with words between) or begin anew."""
    known = full.setdefault((words[0], words[-1], _generation(f)), [])
    for other, draft in known:
        if other == words or 2 in (len(other), len(words)):
            return draft
    draft = Draft(f.name, "person")
    known.append((words, draft))
    for place in (-1, 0):
        bearers.setdefault((words[place], place), []).append(draft)
    bearers.setdefault(("".join(word[0] for word in words), INITIALS), []).append(draft)
    return draft


def _gender(f: Found) -> str | None:
    known = people.genders()
    title = next((known[t.rstrip(".")] for t in f.title if t.rstrip(".") in known), None)
    words = people.fold(f.name).split()
    return title or (known.get(words[0]) if len(words) > 1 and words[0] in people.given_names() else None)


def _owner(bearers: dict[tuple[str, int], list[Draft]], f: Found, word: str) -> Draft | None:
    """Return the full name with ``word`` as surname (else first name): the nearest before, else the first after."""
    gender = _gender(f)
    for place in (-1, 0, INITIALS):
        fitting = [d for d in bearers.get((word, place), ()) if not _clash(d.gender, gender)]
        fitting = [d for d in fitting if _generation(d.found[0]) == _generation(f)] or fitting
        if len(fitting) > 1:
            before = [d for d in fitting if d.found[0].start < f.start]
            return max(before, key=lambda d: _last_before(d, f)) if before else fitting[0]
        if fitting:
            return fitting[0]
    return None


def _last_before(draft: Draft, f: Found) -> int:
    return max(g.start for g in draft.found if g.start < f.start)


def _clash(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and left != right


def _single(single: dict[tuple[str, str | None], Draft], f: Found, word: str) -> Draft:
    """One word for a person nowhere named in full; "Mr Smith" and "Mrs Smith" are two."""
    gender = _gender(f)
    if gender is None:
        same = [d for (w, _), d in single.items() if w == word]
        if same:
            return same[-1]
    if (word, gender) not in single and (word, None) in single:
        single[word, gender] = single[word, None]
    return single.setdefault((word, gender), Draft(f.name, "person"))


def _add(draft: Draft, f: Found) -> None:
    draft.found.append(f)
    draft.gender = draft.gender or _gender(f)


def _best_name(draft: Draft) -> str:
    best = max(draft.found, key=lambda f: (len(f.name.split()), len(f.name), -f.start))
    regal = next((t for t in best.title if t in people.words("regal")), None)
    name = best.name.title() if best.name.isupper() and len(best.name) > 5 else best.name
    return f"{regal.title()} {name}" if regal and " " not in name else name


def _bodies(w: Words, found: list[Found], others: list[Draft]) -> list[Draft]:
    """Organisations, places and groups: longest names first, so that short forms and acronyms find them."""
    made: list[Draft] = []
    by_key: dict[str, Draft] = {}
    by_short: dict[str, Draft | None] = {s: d for d in others if d.type == "organisation" for s in _of_paper(d.name)}
    for f in sorted(found, key=lambda f: (-len(f.name.split()), f.start)):
        key = _body_key(f.name)
        draft = by_key.get(key) or (by_short.get(key) if f.type != "group" else None)
        if draft is None or not _may_share(draft.type, f.type):
            draft = Draft(_display(f.name), f.type)
            made.append(draft)
            for short in _shorts(f):
                by_short[short] = None if short in by_short else draft
        by_key.setdefault(key, draft)
        draft.found.append(f)
    for draft in made:
        draft.found.sort(key=lambda f: f.start)
    return made


def _may_share(left: str, right: str) -> bool:
    return left == right or {left, right} <= {"organisation", "place"}


def _display(name: str) -> str:
    return " ".join(name.split())


def _body_key(name: str) -> str:
    key = people.fold(name)
    return key.removeprefix("the ")


def _of_paper(name: str) -> list[str]:
    """Return "times" for "The New York Times": a paper is called by the last word of its name."""
    words = _body_key(name).split()
    return words[-1:] if len(words) > 1 and words[-1] in people.words("papers") else []


def _shorts(f: Found) -> list[str]:
    """Return the short forms under which a body is named later: its initials, and its name without the last words."""
    words = _body_key(f.name).split()
    if len(words) < 2:
        return []
    initials = "".join(x[0] for x in words if x not in SMALL)
    names = [initials] if len(initials) > 1 else []
    names += _of_paper(f.name)
    closing = people.words("organisation_names") | people.words("company_names")
    while len(words) > 1 and words[-1] in closing:
        words = words[:-1]
        names.append(" ".join(words))
    return names
