"""The cue table: which words give a content to a source, in which constructions, and how far to trust them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.data.loading import table, toml

# A construction counts as an attribution where the table's share reaches this (see the header of cues.tsv).
LEAST = 0.36
# What a construction needs with the classes named in attribution_words.toml: there most finds below were wrong.
UNSURE = {"np": 0.42, "to": 0.5}


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry: its lemma, its class (speech act or stance) and the share of each construction (0 to 1)."""

    lemma: str
    group: str
    takes: Mapping[str, float]


@lru_cache(maxsize=1)
def cues() -> Mapping[tuple[str, str], Cue]:
    """Return the table by (part of speech, lemma); parts of speech: verb, noun, adjective, adverb."""
    made = {}
    for kind, lemma, group, *rest in table("cues"):
        takes = (pair.partition("=") for pair in (rest[0].split() if rest else ()))
        made[kind, lemma] = Cue(lemma, group, {k: float(v) for k, _, v in takes})
    return made


def least(construction: str, group: str) -> float:
    """Return the share that a construction needs with cues of class ``group``."""
    return UNSURE[construction] if construction in UNSURE and group in words(f"unsure_{construction}") else LEAST


def group_of(lemma: str, kinds: tuple[str, ...] = ("verb", "noun", "adjective", "adverb")) -> str:
    """Return the class of a cue lemma as read_attributions gives it ("" where the table has no such word)."""
    known = cues()
    return next((known[k, lemma].group for k in kinds if (k, lemma) in known), "")


@cache
def words(key: str) -> frozenset[str]:
    """Return the word list ``key`` of attribution_words.toml."""
    return frozenset(str(toml("attribution_words")[key]).split())
