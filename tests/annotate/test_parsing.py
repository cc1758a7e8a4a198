from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.parsing import LONGEST, parsed, pieces
from sayso.annotate.reader import annotate, parse, parser
from sayso.model import Article

PARAGRAPH = "The harbour master said that the boats had left the pier on Friday. Nobody was hurt.\n\n"


@given(st.text(alphabet="ab .\n", max_size=300))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    made = list(pieces(text, longest=20))
    assert "".join(piece for piece, _ in made) == text
    assert all(len(piece) <= 20 for piece, _ in made)
    assert made[-1][1] == len(text)


def test_a_text_is_cut_between_paragraphs_where_it_has_some() -> None:
    first, _ = next(pieces(PARAGRAPH * 10, longest=400))
    assert first.endswith(".\n\n")


def test_a_text_of_one_word_is_cut_where_it_must_be() -> None:
    assert [len(piece) for piece, _ in pieces("x" * 50, longest=20)] == [20, 20, 10]


def test_long_and_short_texts_come_out_whole_and_in_order() -> None:
    texts = ["Short.", PARAGRAPH * 600, "", "x" * (LONGEST + 5), "Last one."]
    assert [doc.text for doc in parsed(parser(), texts)] == texts


def test_what_is_read_in_a_long_text_is_what_is_read_in_a_short_one() -> None:
    long = annotate(Article.make(PARAGRAPH * 600, "long"), fast=True)
    assert len(PARAGRAPH) * 600 > 2 * LONGEST
    assert len(long.attributions) == 600
    assert {(a.source[0].text, a.content[0].text) for a in long.attributions} == {
        ("The harbour master", "the boats had left the pier on Friday")
    }


def test_a_text_longer_than_spacy_takes_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser(), "max_length", LONGEST)
    assert parse(PARAGRAPH * 600).text == PARAGRAPH * 600
