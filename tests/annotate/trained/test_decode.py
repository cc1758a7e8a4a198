from __future__ import annotations

import numpy as np
import pytest

from sayso.annotate.attribution.trained.decode import Scored, Settings, decode

HIGH, LOW = 6.0, -6.0


def _scored(n: int, anchors: dict[int, list[int]], sources: dict[int, tuple[int, int]] | None = None) -> Scored:
    """Return scores that say plainly: ``anchors`` own these words, their sources are ``sources`` (first, last)."""
    word = np.full((n, 5), LOW, dtype=np.float32)
    owner = np.full((n, n + 1), LOW, dtype=np.float32)
    owner[:, 0] = 0
    first, last = owner.copy(), owner.copy()
    for anchor, own in anchors.items():
        word[anchor, [0, 2]] = HIGH
        for i in own:
            owner[i, anchor + 1] = HIGH
        for i in own:
            word[i, 3] = HIGH if i - 1 not in own else LOW
            if i + 1 < n and i + 1 not in own:
                word[i + 1, 4] = HIGH
    for anchor, (a, b) in (sources or {}).items():
        first[anchor, a + 1] = last[anchor, b + 1] = HIGH
    return Scored(word, owner, owner.copy(), first, last)


def test_the_words_that_a_cue_owns_are_its_content() -> None:
    [read] = decode(_scored(8, {1: [2, 3, 4]}, {1: (0, 0)}), Settings())
    assert (read.anchor, read.cue, read.source, read.content) == (1, (1, 2), (0, 1), ((2, 5),))


def test_a_content_may_stand_in_two_places() -> None:
    [read] = decode(_scored(9, {4: [0, 1, 6, 7]}), Settings())
    assert read.content == ((0, 2), (6, 8))


def test_two_cues_share_the_words_between_them() -> None:
    reads = decode(_scored(10, {1: [2, 3], 5: [6, 7, 8]}), Settings())
    assert [(r.anchor, r.content) for r in reads] == [(1, ((2, 4),)), (5, ((6, 9),))]


def test_no_source_is_an_answer() -> None:
    [read] = decode(_scored(5, {0: [1, 2]}), Settings())
    assert read.source is None


def test_a_source_never_ends_before_it_begins() -> None:
    scored = _scored(8, {1: [2, 3, 4]}, {1: (6, 5)})
    [read] = decode(scored, Settings(source=-100.0))
    assert read.source is not None
    assert read.source[0] < read.source[1]


def test_a_cue_that_owns_nothing_is_none() -> None:
    assert decode(_scored(5, {1: []}), Settings()) == []


def test_where_the_scores_say_little_nothing_is_read() -> None:
    flat = Scored(*(np.zeros(shape, dtype=np.float32) for shape in ((6, 5), (6, 7), (6, 7), (6, 7), (6, 7))))
    assert decode(flat, Settings(least=0.6)) == []


@pytest.mark.parametrize("border", [0.0, 0.5, 2.0])
def test_a_plain_answer_does_not_hang_on_the_weight_of_borders(border: float) -> None:
    reads = decode(_scored(12, {3: [4, 5, 6, 7]}), Settings(border=border))
    assert [r.content for r in reads] == [((4, 8),)]
