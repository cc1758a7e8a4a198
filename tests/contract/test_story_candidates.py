"""Which articles may be of one story: the relational step gives the pairs of the Python code."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from sayso.engine import Engine
from sayso.link.stories.candidates import REACH, candidates
from sayso.link.stories.features import WINDOW
from sayso.link.stories.reading import Reading, read
from sayso.model import Article
from tests.contract.samples import bulk, examples

FIRST = date(2031, 3, 7)
# Words that differ in case, in accents however written, beyond the first plane, and in quotation marks.
WORDS = ("zug", "Zug", "café", "cafe\u0301", "𝒵ug", "ναός", "straße", "İ", "o'neil", "o’neil", '"', "поезд", "船")


def reading(words: tuple[str, ...], day: int | None, number: int) -> Reading:
    article = Article.make(f"{number}", f"{number}", published=None if day is None else FIRST + timedelta(day))
    weights = dict.fromkeys(words, 1.0)
    return Reading(article, str(number), weights, weights, weights, frozenset(), frozenset(), None)


def some(seed: int, count: int, words: int, span: int, undated: float) -> list[Reading]:
    chance = random.Random(seed)
    known = [*WORDS, *(f"word{n}" for n in range(words))]
    made = [
        reading(
            tuple(chance.sample(known, chance.randint(0, min(12, len(known))))),
            None if chance.random() < undated else chance.randint(0, span),
            number,
        )
        for number in range(count)
    ]
    return sorted(made, key=lambda r: r.order)


def on(engine: Engine, readings: list[Reading]) -> list[tuple[int, int]]:
    from sayso.link.stories.relational import candidates_on

    return candidates_on(engine, readings)


TABLES = {
    "few": some(1, 2, 0, 3, 0.5),
    "all on one day": some(2, 60, 20, 0, 0.0),
    "nothing dated": some(3, 150, 2, 0, 1.0),
    "over a year": some(4, 200, 10, 365, 0.1),
    "words that all have": some(5, 320, 0, 40, 0.3),
    "words beyond reach": [reading(WORDS[:3], day // 13 if day < 250 else None, day + 1000) for day in range(260)],
    "around the window": some(6, 120, 0, WINDOW + 2, 0.0),
}


@pytest.mark.parametrize("what", TABLES)
def test_an_engine_gives_the_pairs_of_python(engine: Engine, what: str) -> None:
    found = candidates(TABLES[what])
    assert found or what == "few"
    assert on(engine, TABLES[what]) == found


def test_the_tables_reach_every_limit() -> None:
    common, window = TABLES["words beyond reach"], TABLES["around the window"]
    assert max(j - i for i, j in candidates(common)) == REACH < len(common) / 2
    assert {i for pair in candidates(common) for i in pair} == set(range(250))
    gaps = {(b.article.published - a.article.published).days for a in window for b in window}  # type: ignore[operator]
    assert {WINDOW, WINDOW + 1} <= gaps


@pytest.mark.parametrize(
    "readings",
    [
        [],
        [reading(("one", "two"), 0, 1)],
        [reading((), None, 1), reading((), None, 2)],
        [reading(("one", "two"), 0, 1), reading(("one", "two"), None, 2)],
    ],
    ids=["no article", "one article", "no words", "one undated"],
)
def test_small_tables_too(engine: Engine, readings: list[Reading]) -> None:
    assert on(engine, readings) == candidates(readings)


def test_the_example_stories_and_archive_articles(engine: Engine) -> None:
    for articles in (examples(), bulk()):
        readings = sorted(map(read, articles), key=lambda r: r.order)
        assert on(engine, readings) == candidates(readings)
