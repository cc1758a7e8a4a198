"""Which texts may be copies: the relational step gives the pairs of the Python code."""

from __future__ import annotations

import random

import numpy as np
import pytest

from sayso.engine import Engine
from sayso.link.copies.candidates import HOLDERS, candidates
from sayso.link.copies.pile import Pile
from sayso.link.copies.texts import Numbers
from sayso.model import Annotation
from tests.contract.samples import bulk, examples


def runs(*numbers: int) -> Numbers:
    return np.array(sorted(set(numbers)), dtype=np.int64)


def some(seed: int, count: int, known: int, most: int) -> list[Numbers]:
    chance = random.Random(seed)
    numbers = [chance.randrange(1 << 62) for _ in range(known)]
    return [runs(*chance.sample(numbers, chance.randint(0, min(most, known)))) for _ in range(count)]


def on(engine: Engine, texts: list[Numbers]) -> list[tuple[int, int]]:
    from sayso.link.copies.relational import candidates_on

    return candidates_on(engine, texts)


TABLES = {
    "no text": [],
    "one text": [runs(1, 2, 3, 4, 5)],
    "empty texts": [runs(), runs(), runs(1)],
    "equal texts": [runs(*range(9))] * 120,
    "a few runs each": some(1, 150, 400, 40),
    "runs that many have": some(2, 150, 40, 20),
    "long and short": [*some(3, 40, 3000, 1500), *some(3, 40, 3000, 30)],
    "ties": [runs(*range(k, k + 8)) for k in range(60) for _ in range(2)],
    # Few enough runs are shared that their part of the shorter text is just reached, or just not.
    "the least part": [runs(*range(1000)), *(runs(*range(1000 - n, 2000 - n)) for n in (13, 14, 15, 16))],
}


@pytest.mark.parametrize("what", TABLES)
def test_an_engine_gives_the_pairs_of_python(engine: Engine, what: str) -> None:
    assert on(engine, TABLES[what]) == candidates(TABLES[what])


def test_the_tables_hold_pairs() -> None:
    found = {what: len(candidates(texts)) for what, texts in TABLES.items()}
    assert [what for what, pairs in found.items() if not pairs] == ["no text", "one text", "empty texts"]


def test_a_run_weighs_the_same_whatever_the_engine_takes_for_a_logarithm(engine: Engine) -> None:
    from sayso.link.copies.relational import weight

    sizes = [*range(2, 5 * HOLDERS), *(1 << k for k in range(7, 25)), *((1 << k) + 1 for k in range(7, 25)), 2642245]
    table = engine.take({"size": ("int64", sizes)})
    found = dict(engine.rows(table.select("size", weight=weight(table.size))))
    # The largest k with size ** k <= 2 ** 64, in whole numbers: 64 / log2(size) rounded down.
    assert found == {n: max(k for k in range(1, 65) if n**k <= 1 << 64) for n in sizes}
    assert found == {n: int(64 / np.log2(n)) for n in sizes}


def test_the_example_stories_and_archive_articles(engine: Engine) -> None:
    for articles in (examples(), bulk()):
        texts = Pile([Annotation(a) for a in articles]).runs
        assert on(engine, texts) == candidates(texts)
