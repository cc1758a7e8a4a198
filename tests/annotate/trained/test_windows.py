from __future__ import annotations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.annotate.attribution.trained.windows import cut, windows

sizes = st.lists(st.integers(1, 9), max_size=120)


def _sentences(lengths: list[int], n: int) -> np.ndarray:
    return np.array([i for i, length in enumerate(lengths) for _ in range(length)][:n] + [10**6] * n)[:n]


@given(sizes, st.lists(st.integers(1, 30), max_size=40))
def test_windows_follow_each_other_and_cover_every_word(pieces: list[int], sentences: list[int]) -> None:
    made = cut([(1,) * n for n in pieces], _sentences(sentences, len(pieces)), longest=40)
    assert [i for s, e in made for i in range(s, e)] == list(range(len(pieces)))


@given(sizes, st.lists(st.integers(1, 30), max_size=40))
@example([1, 1, 4, 9, 9, 9, 6], [1])
def test_no_window_is_longer_than_the_encoder_takes(pieces: list[int], sentences: list[int]) -> None:
    words = [(1,) * n for n in pieces]
    for window in windows(words, _sentences(sentences, len(pieces)), longest=40, overlap=12):
        assert sum(pieces[window.start : window.stop]) <= 38
        assert window.start <= window.core < window.end <= window.stop


def test_a_window_is_cut_before_a_sentence_where_one_begins_in_it() -> None:
    assert cut([(1,)] * 12, np.array([0] * 6 + [1] * 6), longest=12) == [(0, 6), (6, 12)]


def test_a_sentence_longer_than_a_window_is_cut_where_the_window_is_full() -> None:
    assert cut([(1,)] * 25, np.zeros(25, dtype=np.int64), longest=12) == [(0, 10), (10, 20), (20, 25)]


def test_a_window_sees_what_stands_around_its_own_words() -> None:
    middle = windows([(1,)] * 60, np.arange(60), longest=22, overlap=10)[2]
    assert (middle.core - middle.start, middle.stop - middle.end) == (5, 5)


def test_an_empty_article_has_no_window() -> None:
    assert windows([], np.array([], dtype=np.int64)) == []
