"""Whether two full names of people can only be one, and by which reasons."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.data import people
from sayso.link.actors.entries import Entry
from sayso.link.actors.spelling import same_given, same_surname, spelling
from sayso.link.actors.verdict import Ground, Verdict

Words = tuple[str, ...]


def compare_names(left: Entry, right: Entry) -> Verdict:
    """Decide on two people named in full: spelling, order, hyphens, middle names and short forms aside."""
    if _junior(left) != _junior(right):
        return Verdict.of(Ground("junior", more=f"“{_junior(left) or _junior(right)}”"))
    found = compare_words(left.words, right.words)
    if left.words == right.words and left.name != right.name:
        found = Verdict.of(Ground("written", left.name, right.name))
    return Verdict.of(*found.grounds, *_offices(left, right)) if found.same else found


def _junior(entry: Entry) -> str:
    """Return the generation; the elder one may go without saying."""
    return "" if entry.generation == "sr" else entry.generation


def _offices(left: Entry, right: Entry) -> Iterator[Ground]:
    shared = offices(left) & offices(right)
    if shared:
        yield Ground("office", more=f"“{min(shared)}”")


def offices(entry: Entry) -> set[str]:
    """Return the nouns for offices that a person's role holds."""
    return set(people.fold(entry.actor.role or "").split()) & people.roles().keys()


def same_name(left: Words, right: Words) -> bool:
    """Tell whether two full names (folded words) can only be one."""
    return compare_words(left, right).same


def compare_words(left: Words, right: Words) -> Verdict:
    """Decide on the folded words of two full names."""
    shown = " ".join(left), " ".join(right)
    if left == right:
        return Verdict.of(Ground("same name"))
    if "".join(left) == "".join(right):
        return Verdict.of(Ground("written", *shown))
    turned = _turned(left, right)
    if turned is not None:
        return turned
    double = _double_surname(left, right)
    if double is not None:
        return double
    return Verdict.of(*_parts(left, right))


def _turned(left: Words, right: Words) -> Verdict | None:
    """Decide on "Min-jae Park" and "Park Minjae": the family name is at the other end."""
    plain = "".join(map(spelling, right))
    ends = {"".join(map(spelling, turned)) for turned in (left[-1:] + left[:-1], left[1:] + left[:1])}
    if plain not in ends or sorted(left) == sorted(right) == [left[0]] * len(left):
        return None
    names = people.given_names()
    both = len(left) == len(right) == 2 and {left[0], left[1]} <= names
    return Verdict.of(Ground("both given" if both else "order", " ".join(left), " ".join(right)))


def _double_surname(left: Words, right: Words) -> Verdict | None:
    """Decide on "Rafael Ortega" and "Rafael Ortega Núñez", where the second word is no given name."""
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) != 2 or len(longer) != 3 or longer[1] in people.given_names() or len(longer[1]) < 3:
        return None
    if same_surname(shorter[1], longer[2]) or not same_surname(shorter[1], longer[1]):
        return None
    given = same_given(shorter[0], longer[0])
    if given is None or given == "initial":
        return None
    return Verdict.of(
        Ground("double surname", " ".join(shorter), " ".join(longer)), Ground(given, shorter[0], longer[0])
    )


def _parts(left: Words, right: Words) -> Iterator[Ground]:
    """Yield the reasons for names that have surname, given name and middle names in this order."""
    given = same_given(left[0], right[0])
    agree = given not in (None, "initial")
    if left[-1] == right[-1]:
        yield Ground("surname")
    elif spelling(left[-1]) == spelling(right[-1]) or (agree and same_surname(left[-1], right[-1])):
        yield Ground("surname spelled", left[-1], right[-1])
    else:
        yield Ground("other surname", left[-1], right[-1])
        return
    if given is None or (given == "initial" and len(left) != len(right)):
        yield Ground("other given", left[0], right[0])
    else:
        yield Ground(given, *_short_first(given, left[0], right[0]))
        yield from _middles(left[1:-1], right[1:-1])


def _short_first(given: str, left: str, right: str) -> tuple[str, str]:
    return (left, right) if given not in ("initial", "short given") or len(left) <= len(right) else (right, left)


def _middles(left: Words, right: Words) -> Iterator[Ground]:
    if not left or not right:
        yield from (Ground("middle left out") for _ in range(bool(left or right)))
    elif len(left) != len(right) or not all(_same_middle(a, b) for a, b in zip(left, right, strict=True)):
        yield Ground("other middle", " ".join(left), " ".join(right))


def _same_middle(left: str, right: str) -> bool:
    return spelling(left) == spelling(right) or (1 in (len(left), len(right)) and left[0] == right[0])
