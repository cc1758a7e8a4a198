from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.annotate.sentences import sentence_at
from sayso.model import Annotation

Read = Callable[..., Annotation]


def texts(annotation: Annotation) -> list[str]:
    return [s.span.text for s in annotation.sentences]


def test_a_heading_is_a_sentence_of_its_own(read: Read) -> None:
    found = read("Bridge to close for a year\nThe Sarn bridge will close. Drivers were told on Monday.").sentences
    assert [s.heading for s in found] == [True, False, False]
    assert [s.paragraph for s in found] == [0, 1, 1]


def test_a_quotation_of_several_sentences_is_not_cut(read: Read) -> None:
    text = "“We looked everywhere. We found nothing. We went home,” said Ana Dole. It rained."
    assert texts(read(text)) == [text[:-11], "It rained."]


def test_a_mark_that_never_closes_does_not_swallow_the_next_paragraph(read: Read) -> None:
    assert texts(read("“We found nothing, said Ana Dole.\n\nIt rained."))[-1] == "It rained."


def test_an_open_mark_does_not_swallow_a_long_paragraph(read: Read) -> None:
    assert len(read("“We found nothing. " + "The river rose again in the night. " * 200).sentences) > 1


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_a_text_of_blanks_has_no_sentence(read: Read, text: str) -> None:
    assert read(text).sentences == ()


def test_sentences_are_found_by_offset(read: Read) -> None:
    sentences = read("It rained. The river rose. Nobody slept.").sentences
    assert [sentence_at(sentences, at) for at in (0, 9, 11, 30, 999)] == [0, 0, 1, 2, 2]


def test_emoji_and_combining_marks_keep_their_places(read: Read) -> None:
    annotation = read("It rained 🌧️🌧️ all day. Cafe\u0301 owners wept.")
    assert all(s.span.holds_in(annotation.article.text) for s in annotation.sentences)
