"""Whether words can be read alone, look ahead, or belong to the page."""

from __future__ import annotations

import pytest

from sayso.compare.clauses import is_feared, is_furniture, is_met, is_undone, looks_ahead, reads_alone


@pytest.mark.parametrize(
    "words",
    ["the bridge fell on Monday", "At noon the bridge fell", "at least 40 people were hurt", "“We will rebuild it,”"],
)
def test_a_subject_with_its_verb_can_be_read_alone(words: str) -> None:
    assert reads_alone(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "…",
        "to open the line again",
        "and the port was closed",
        "before the strike was called",
        "bringing water to those who were hurt",
        "was closed on Monday",
        "At a hearing on Friday night",
        "how the talks had gone",
    ],
)
def test_words_that_begin_inside_a_clause_or_lack_a_verb_cannot(words: str) -> None:
    assert not reads_alone(words)


@pytest.mark.parametrize(
    "words",
    [
        "The line will open in May.",
        "He’ll resign.",
        "She is due to appear in court.",
        "Growth is expected to slow.",
        "They planned to strike in May.",
        "It could rain.",
    ],
)
def test_modals_and_phrases_of_expectation_look_ahead(words: str) -> None:
    assert looks_ahead(words)


@pytest.mark.parametrize(
    "words",
    [
        "She came to help.",
        "He wanted to win.",
        "It would have been worse.",
        "It would’ve been worse.",
        "They may have left.",
        "It was meant to calm the crowd.",
    ],
)
def test_bare_infinitives_wishes_and_what_did_not_come_about_do_not(words: str) -> None:
    assert not looks_ahead(words)


def test_a_fear_that_is_denied_is_none() -> None:
    assert is_feared("residents worried that the dam would break")
    assert not is_feared("he was not really afraid of losing")
    assert is_undone("He wasn’t really ") and not is_undone("He was ")


def test_a_page_is_told_from_an_article() -> None:
    assert is_furniture("Hide caption A man stands by the river.") and is_furniture("Click here to read on.")
    assert not is_furniture("The caption was hidden behind the frame.")


def test_a_request_that_was_met_is_known() -> None:
    assert is_met("the firm to open its books, and it complied") and not is_met("the firm to open its books")
