"""The words to show for something in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.excerpt import excerpt
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
