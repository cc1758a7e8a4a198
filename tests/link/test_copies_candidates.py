"""Which texts are worth comparing."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.copies.candidates import CANDIDATES, HOLDERS, SHARED, candidates
from sayso.link.copies.texts import Numbers


def runs(*numbers: int) -> Numbers:
    return np.array(sorted(set(numbers)), dtype=np.int64)


def test_texts_that_share_enough_runs_are_a_pair() -> None:
    assert candidates([runs(1, 2, 3, 4, 9), runs(1, 2, 3, 4), runs(5, 6, 7, 8)]) == [(0, 1)]


def test_fewer_shared_runs_are_what_any_two_texts_have() -> None:
    assert candidates([runs(*range(SHARED - 1)), runs(*range(SHARED - 1))]) == []
    assert candidates([runs(*range(1000)), runs(*range(1000 - SHARED, 2000))]) == []


def test_no_texts_or_empty_ones_give_no_pairs() -> None:
    assert candidates([]) == []
    assert candidates([runs(), runs(), runs(1, 2, 3, 4, 5)]) == []


def test_many_texts_with_the_same_runs_are_all_linked_to_the_first() -> None:
    found = candidates([runs(1, 2, 3, 4, 5)] * 300)
    assert {i for pair in found for i in pair} == set(range(300))
    assert len(found) <= 300 * CANDIDATES


def test_a_set_phrase_of_many_does_not_hide_what_two_share() -> None:
    stock = [runs(*range(10), *range(1000 * i, 1000 * i + 20)) for i in range(1, 3 * HOLDERS)]
    special = [runs(*range(10), *range(500, 520)), runs(*range(10), *range(500, 520))]
    assert (len(stock), len(stock) + 1) in candidates([*stock, *special])


@given(st.lists(st.sets(st.integers(0, 30), max_size=12), max_size=30))
def test_pairs_are_different_texts_in_order_and_few(texts: list[set[int]]) -> None:
    found = candidates([runs(*t) for t in texts])
    assert all(0 <= i < j < len(texts) and len(texts[i] & texts[j]) >= SHARED for i, j in found)
    assert len(found) == len(set(found)) <= len(texts) * CANDIDATES
