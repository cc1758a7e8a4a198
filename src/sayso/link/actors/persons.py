"""Which people of different articles are one: same full name in any spelling, or the only bearer of a surname."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.data import people
from sayso.data.loading import table
from sayso.link.actors.entries import Entry
from sayso.link.actors.groups import Groups

# Letters by which transcriptions of one name differ, made alike one after the other.
ALIKE = (
    (re.compile(r"x"), "ks"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q|c(?=[aou])"), "k"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ae|oe|ue(?=\w)"), "e"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ij|[yji]+"), "i"),
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"ii+$"), "i"),
)
VOWELS = re.compile(r"[aeiou']")


def link_persons(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the entries in groups that are one person each; unnamed people stay alone."""
    groups = Groups(entries)
    full = [e for e in entries if e.named and len(e.words) > 1]
    blocks: dict[str, list[Entry]] = defaultdict(list)
    for entry in full:
        blocks[spelling(entry.words[-1])].append(entry)
        blocks["".join(entry.words)].append(entry)
    for block in blocks.values():
        _join_full(groups, block)
    _join_single(groups, full, [e for e in entries if e.named and len(e.words) == 1])
    return groups.all()


@lru_cache(maxsize=4096)
def spelling(word: str) -> str:
    """Return ``word`` (folded) in one transcription: "zelenskyy" and "zelensky" are the same."""
    for pattern, letter in ALIKE:
        word = pattern.sub(letter, word)
    return word


def _join_full(groups: Groups, block: list[Entry]) -> None:
    names = sorted({e.words for e in block})
    first = {e.words: e for e in reversed(block)}
    for entry in block:
        groups.join(entry, first[entry.words])
    for i, left in enumerate(names):
        for right in names[i + 1 :]:
            if same_name(left, right) and not _ambiguous(names, left, right):
                groups.join(first[left], first[right])


def same_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two full names can only be one: spelling, hyphens, middle names and short forms aside."""
    if "".join(left) == "".join(right):
        return True
    if spelling(left[-1]) != spelling(right[-1]) or not _same_given(left[0], right[0]):
        return False
    shorter, longer = sorted((left[1:-1], right[1:-1]), key=len)
    if not shorter:
        return True
    return len(shorter) == len(longer) and all(_same_middle(a, b) for a, b in zip(shorter, longer, strict=True))


def _same_middle(left: str, right: str) -> bool:
    return spelling(left) == spelling(right) or (1 in (len(left), len(right)) and left[0] == right[0])


def _same_given(left: str, right: str) -> bool:
    left, right = _nicknames().get(left, left), _nicknames().get(right, right)
    if spelling(left) == spelling(right):
        return True
    bones = {VOWELS.sub("", spelling(left)), VOWELS.sub("", spelling(right))}
    genders = {people.genders().get(left), people.genders().get(right)} - {None}
    return len(bones) == 1 and len(min(bones)) > 3 and len(genders) < 2 and (left[-1] == "a") == (right[-1] == "a")


@lru_cache(maxsize=1)
def _nicknames() -> dict[str, str]:
    return {row[0]: row[1] for row in table("nicknames")}


def _ambiguous(names: Iterable[tuple[str, ...]], left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell "George Bush" where both "George W. Bush" and "George H. W. Bush" are named."""
    short = left if len(left) <= len(right) else right
    longer = [n for n in names if len(n) > len(short) and same_name(short, n)]
    return len(left) != len(right) and any(not same_name(a, b) for a in longer for b in longer)


def _join_single(groups: Groups, full: list[Entry], single: list[Entry]) -> None:
    """A surname alone joins the one person of the story who bears it, and its like where nobody is named in full."""
    bearers: dict[str, list[Entry]] = defaultdict(list)
    for entry in full:
        for word in {spelling(entry.words[-1]), *_family_first(entry)}:
            bearers[word].append(entry)
    alone: dict[tuple[str, str | None], Entry] = {}
    for entry in single:
        key = spelling(entry.words[0])
        fitting = [b for b in bearers.get(key, ()) if not clash(b.gender, entry.gender)]
        fitting = _one(groups, fitting) or _one(groups, [b for b in fitting if _same_office(b, entry)]) or fitting
        if _one(groups, fitting):
            groups.join(entry, fitting[0])
        elif not fitting:
            groups.join(entry, alone.setdefault((key, entry.gender), entry))


def _one(groups: Groups, fitting: list[Entry]) -> list[Entry]:
    """Return the entries if they are all one person, else none."""
    return fitting if len({groups.root(b.member) for b in fitting}) == 1 else []


def _same_office(left: Entry, right: Entry) -> bool:
    """Tell "President Carr" and "Anna Carr", president, from the other people called Carr."""
    offices = [people.fold(e.actor.role or "").split() for e in (left, right)]
    return bool(set(offices[0]) & set(offices[1]) & people.roles().keys())


def _family_first(entry: Entry) -> list[str]:
    return [spelling(entry.words[0])] if entry.words[0] in people.family_first() else []


def clash(left: str | None, right: str | None) -> bool:
    """Tell whether both genders are known and differ."""
    return left is not None and right is not None and left != right
