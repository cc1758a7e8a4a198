"""The annotation quotes words: they must stand exactly once where it says, or the build fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quality.gold_text import GoldError, Quoted, is_heading

TEXT = "Bridge closed\n“It shook. We ran,” said Ola. She ran again, she said.\n\n“One.\n\n“Two,” he said."


@pytest.fixture
def quoted() -> Quoted:
    return Quoted.of("test", TEXT)


def test_sentences_end_at_lines_and_full_stops_but_not_inside_a_quotation(quoted: Quoted) -> None:
    assert [TEXT[s:e] for s, e in quoted.sentences] == [
        "Bridge closed",
        "“It shook. We ran,” said Ola.",
        "She ran again, she said.",
        "“One.",
        "“Two,” he said.",
    ]
    assert [is_heading(TEXT, s, e) for s, e in quoted.sentences] == [True, False, False, False, False]


def test_a_sentence_may_begin_with_a_straight_quotation_mark() -> None:
    text = '"It shook," said Ola. "We ran."'
    sentences = Quoted.of("test", text).sentences
    assert [text[s:e] for s, e in sentences] == ['"It shook," said Ola.', '"We ran."']
    assert not any(is_heading(text, s, e) for s, e in (*sentences, (0, len(text))))


def test_found_words_have_the_offsets_at_which_they_stand(quoted: Quoted) -> None:
    for words, sentence in (("said", 1), ("She", 2), ("2|ran again", 0), ("“Two,”", 4)):
        span = quoted.find(words, sentence)
        assert TEXT[span["start"] : span["end"]] == span["text"] == words.removeprefix("2|")


def test_a_number_chooses_among_places(quoted: Quoted) -> None:
    text = Quoted.of("test", "He said that he said nothing.")
    assert text.find("said#2", 0)["start"] == 16


@pytest.mark.parametrize(
    "look",
    [
        lambda q: q.find("Olaf", 1),
        lambda q: q.find("ran", 4),
        lambda q: q.find("ran#3", 2),
        lambda q: q.find("Ola", 9),
        lambda q: q.find_all("Olaf"),
        lambda _: Quoted.of("test", "He said that he said nothing.").find("said", 0),
    ],
)
def test_words_that_are_not_there_once_fail(quoted: Quoted, look: Callable[[Quoted], object]) -> None:
    with pytest.raises(GoldError, match="test"):
        look(quoted)


def test_words_are_whole_words() -> None:
    assert Quoted.of("test", "The heat; he ate.").find("he", 0)["start"] == 10
