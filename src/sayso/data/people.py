"""Words for people and bodies: titles, roles, forces, groups, and given names with their gender."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sayso.data.loading import toml

MARKS = re.compile(r"[\u0300-\u036f]")
# Letters with a stroke or without a dot, and joined ones, which Unicode does not take apart.
LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "’": "'"}
)


@cache
def words(key: str) -> frozenset[str]:
    """Return the word list ``key`` of actor_words.toml."""
    return frozenset(str(toml("actor_words")[key]).split())


@lru_cache(maxsize=1)
def roles() -> dict[str, frozenset[str]]:
    """Return for each role noun the nouns that can stand for it."""
    lines = [frozenset(line.split()) for line in toml("actor_words")["roles"]]
    return {noun: frozenset().union(*(line for line in lines if noun in line)) for line in lines for noun in line}


@lru_cache(maxsize=1)
def short_titles() -> dict[str, str]:
    """Return the role noun of each short title, both without a full stop: "gov" is a governor."""
    return {str(k): str(v) for k, v in toml("actor_words")["short_titles"].items()}


@lru_cache(maxsize=1)
def genders() -> dict[str, str]:
    """Return "m" or "f" for titles, nouns and given names that tell the gender, in lower case."""
    given = toml("given_names")
    found = dict.fromkeys(given["female"].split(), "f") | dict.fromkeys(given["male"].split(), "m")
    both = set(given["female"].split()) & set(given["male"].split())
    return (
        {name: gender for name, gender in found.items() if name not in both}
        | dict.fromkeys(words("male"), "m")
        | dict.fromkeys(words("female"), "f")
    )


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the given names that are known, in lower case."""
    given = toml("given_names")
    return frozenset(given["female"].split()) | frozenset(given["male"].split())


@lru_cache(maxsize=1)
def family_first() -> frozenset[str]:
    """Return family names that stand before the given name, in lower case."""
    return frozenset(str(toml("given_names")["family_first"]).split())


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Return ``name`` for comparing: lower case, no diacritics, hyphens and dots as blanks, one kind of apostrophe."""
    plain = MARKS.sub("", unicodedata.normalize("NFKD", name).lower()).translate(LETTERS)
    return " ".join(plain.replace("-", " ").replace(".", " ").split())
