"""The words to show for something in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.excerpt import clause, excerpt
from sayso.model import Span


def cut(text: str, core: str, longest: int = 12) -> str:
    start = text.index(core)
    return excerpt(text, Span.of(text, 0, len(text)), Span.of(text, start, start + len(core)), longest).text


def test_a_short_sentence_is_shown_whole() -> None:
    assert cut("The bridge fell on Monday.", "fell") == "The bridge fell on Monday."


def test_of_a_long_sentence_the_clause_is_shown_and_what_follows_while_there_is_room() -> None:
    text = (
        "After weeks of rain nobody had seen before, the old bridge fell on Monday, killing two, while trains ran on."
    )
    assert cut(text, "fell on Monday", 10) == "the old bridge fell on Monday, killing two"


@pytest.mark.parametrize("name", ["Mr. Orr", "Mrs. Orr", "Dr. Orr", "U.S. Senator Orr"])
def test_an_abbreviation_does_not_end_the_words(name: str) -> None:
    text = f"In the long debate of that night, and the next day, the mayor told {name} that the bridge fell, it said."
    assert name in cut(text, "told", 14)


def test_a_verb_gets_its_subject() -> None:
    text = "The company, which has run the reservoir for years, was fined on Monday for what it had known all along."
    assert cut(text, "was fined on Monday", 15).startswith("The company")


def test_a_clause_that_is_itself_too_long_is_cut_at_a_word() -> None:
    text = "word " * 60 + "fell " + "word " * 60
    shown = cut(text, "fell", 10)
    assert shown.startswith("fell")
    assert len(shown.split()) == 10


@given(st.text(alphabet="ab ,.;:—“”\n", min_size=1, max_size=200), st.data())
def test_the_words_stand_in_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = excerpt(text, Span.of(text, 0, len(text)), Span.of(text, start, end), 5)
    assert text[shown.start : shown.end] == shown.text


def whole(text: str, core: str, longest: int = 12) -> str | None:
    start = text.index(core)
    found = clause(text, Span.of(text, 0, len(text)), Span.of(text, start, start + len(core)), longest)
    return found.text if found else None


def test_words_that_can_be_read_alone_begin_with_the_sentence_where_that_is_near() -> None:
    text = (
        "The old bridge fell on Monday after weeks of rain, and nobody in the two villages below had been told of it."
    )
    assert whole(text, "Monday") == "The old bridge fell on Monday after weeks of rain"


def test_words_that_join_a_clause_to_another_are_left_out() -> None:
    text = "Rain fell on the hills, the roads and the town for weeks on end, and the old bridge fell on Monday."
    assert whole(text, "fell on Monday") == "the old bridge fell on Monday."


def test_nothing_is_shown_where_no_words_can_be_read_alone() -> None:
    assert (
        whole(
            "Before, during, after the long rains of that dark spring, of May, of the year of the two floods", "May", 6
        )
        is None
    )
