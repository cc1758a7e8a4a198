"""Which claims may say the same: the relational step gives the pairs of the Python code."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest

from sayso.annotate import annotate_all
from sayso.compare.matching import COMMON, Item, candidates, items
from sayso.compare.scene import Scene
from sayso.compare.windows import date_window
from sayso.engine import Engine
from sayso.link import link
from sayso.meaning import shipped
from sayso.model import Certainty, Claim, ClaimRef, Mode, Polarity, Span
from tests.contract.samples import examples

CLAIM = Claim(0, (), 0, None, Certainty.CERTAIN, Polarity.POSITIVE, Mode.ASSERTED)
# Actors, events and figures, which lead to no candidates.
NONE: tuple[frozenset[str], frozenset[str], frozenset[tuple[str, float]]] = (frozenset(), frozenset(), frozenset())
WORDS = ("zug", "Zug", "café", "cafe\u0301", "𝒵ug", "straße", "船", "o’neil")


def some(seed: int, count: int, words: int, vectors: bool) -> list[Item]:
    chance, numbers = random.Random(seed), np.random.default_rng(seed)
    known = [*WORDS, *(f"word{n}" for n in range(words))]
    made = []
    for number in range(count):
        start = chance.randrange(40)
        spans = tuple(Span(s, s + chance.randint(1, 6), "") for s in (start, start + 9)[: chance.randint(1, 2)])
        vector = numbers.normal(size=8).astype(np.float32)
        item = Item(
            ClaimRef(f"article {number % 7}", number),
            replace(CLAIM, id=number, spans=spans),
            frozenset(chance.sample(known, chance.randint(1, 5))),
            *NONE,
            vector=vector / np.linalg.norm(vector) if vectors else None,
        )
        made.append(item)
    return made


@lru_cache(maxsize=1)
def read() -> tuple[Item, ...]:
    annotations = list(annotate_all(examples(), lambda article, problem: None, fast=True))
    scene = Scene(tuple(annotations), link(annotations), tuple(date_window(a) for a in annotations))
    return items(scene, shipped())


def on(engine: Engine, claims: list[Item]) -> list[tuple[int, int]]:
    from sayso.compare.relational import candidates_on

    return candidates_on(engine, claims)


def sharing(*groups: int) -> list[Item]:
    """Return claims in groups of so many that share two terms."""
    spans = (Span(0, 1, ""),)
    return [
        Item(ClaimRef(f"{k}.{n}", 0), replace(CLAIM, spans=spans), frozenset({f"a{k}", f"b{k}", f"own {k}.{n}"}), *NONE)
        for k, size in enumerate(groups)
        for n in range(size)
    ]


TABLES = {
    "no claim": [],
    "one claim": some(1, 1, 0, False),
    "two claims": some(2, 2, 0, True),
    "by words": some(3, 200, 60, False),
    "terms that many have": some(4, 200, 4, False),
    "as many as may have a term": sharing(COMMON - 1, COMMON, COMMON + 1),
    "by words and meaning": some(5, 120, 200, True),
}


@pytest.mark.parametrize("what", TABLES)
def test_an_engine_gives_the_pairs_of_python(engine: Engine, what: str) -> None:
    assert on(engine, TABLES[what]) == candidates(TABLES[what])


def test_the_tables_reach_every_limit() -> None:
    many = TABLES["terms that many have"]
    assert {True, False} == {sum(term in item.terms for item in many) > COMMON for item in many for term in item.terms}
    assert {i for pair in candidates(TABLES["as many as may have a term"]) for i in pair} == set(range(2 * COMMON - 1))
    for what in ("by words", "by words and meaning"):
        assert candidates(TABLES[what])


def test_the_claims_of_the_example_stories(engine: Engine) -> None:
    claims = list(read())
    found = candidates(claims)
    assert len(found) > len(claims)
    assert on(engine, claims) == found
