"""When two spellings are one name: letters that transcriptions write differently, given names in several languages."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.data import people
from sayso.data.loading import table

VOWELS = re.compile(r"[aeiou']")
BONES = 3  # a given name must have more consonants than this to be told by them alone
LOOSE = 5  # a surname must have so many letters for its looser spellings to count


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    return tuple((re.compile(found), made, where == "surname") for found, made, where, *_ in table("transliterations"))


@lru_cache(maxsize=8192)
def spelling(word: str, loose: bool = False) -> str:
    """Return ``word`` (folded) in one transcription: "zelenskyy" and "zelensky" are the same.

    ``loose``: make alike as well what is one sound only where the rest of the name agrees ("darwich", "darwish").
    """
    for pattern, letter, loosely in _rows():
        if loose or not loosely:
            word = pattern.sub(letter, word)
    return word


def same_surname(left: str, right: str) -> bool:
    """Tell whether two surnames are one, of people whose given names agree."""
    if spelling(left) == spelling(right):
        return True
    return min(len(left), len(right)) >= LOOSE and spelling(left, loose=True) == spelling(right, loose=True)


def same_given(left: str, right: str) -> str | None:
    """Return why two given names can be one: the reason of actor_links.tsv; None where they cannot."""
    if left == right:
        return "given"
    if 1 in (len(left), len(right)):
        return "initial" if left[0] == right[0] else None
    if short_forms().get(left, left) == short_forms().get(right, right):
        return "short given"
    if variants().get(left, left) == variants().get(right, right):
        return "given language"
    return "given spelled" if spelling(left) == spelling(right) or _same_bones(left, right) else None


def _same_bones(left: str, right: str) -> bool:
    bones = {VOWELS.sub("", spelling(left)), VOWELS.sub("", spelling(right))}
    genders = {people.genders().get(left), people.genders().get(right)} - {None}
    return len(bones) == 1 and len(min(bones)) > BONES and len(genders) < 2 and (left[-1] == "a") == (right[-1] == "a")


@lru_cache(maxsize=1)
def short_forms() -> dict[str, str]:
    """Return the full given name of each short form."""
    return {row[0]: row[1] for row in table("nicknames")}


@lru_cache(maxsize=1)
def variants() -> dict[str, str]:
    """Return for each given name the first name of its line, which stands for all its spellings."""
    return {name: row[0].split()[0] for row in table("name_variants") for name in row[0].split()}
