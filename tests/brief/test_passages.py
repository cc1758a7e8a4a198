from __future__ import annotations

from dataclasses import replace

from sayso.brief.passages import Piece, paragraphs
from sayso.model import Brief, BriefArticle, Citation, Span


def _article(text: str, *starts: int) -> BriefArticle:
    ends = [*starts[1:], len(text)]
    sentences = tuple(Span.of(text, a, b) for a, b in zip(starts, ends, strict=True))
    return BriefArticle(1, "a", "a.txt", None, None, None, None, "", None, text, sentences)


def _cited(text: str, *ranges: tuple[int, int]) -> dict[int, Citation]:
    return {i: Citation("a", 0, (Span.of(text, *r),)) for i, r in enumerate(ranges, start=1)}


def _pieces(text: str, *ranges: tuple[int, int]) -> list[Piece]:
    return [p for par in paragraphs(_article(text, 0), _cited(text, *ranges)) for s in par for p in s.pieces]


def test_overlapping_spans_are_cut_at_all_their_borders() -> None:
    assert _pieces("abcdef", (0, 4), (2, 6)) == [Piece("ab", (1,)), Piece("cd", (1, 2)), Piece("ef", (2,))]


def test_nested_and_equal_spans_keep_all_their_numbers() -> None:
    assert _pieces("abcd", (0, 4), (1, 3), (1, 3)) == [Piece("a", (1,)), Piece("bc", (1, 2, 3)), Piece("d", (1,))]


def test_words_that_nobody_cites_have_no_number() -> None:
    assert _pieces("abcd", (1, 2)) == [Piece("a", ()), Piece("b", (1,)), Piece("cd", ())]


def test_a_span_over_two_paragraphs_is_lit_in_both() -> None:
    assert _pieces("ab\n\ncd", (1, 5)) == [Piece("a", ()), Piece("b", (1,)), Piece("c", (1,)), Piece("d", ())]


def test_no_character_but_line_breaks_is_lost(brief: Brief) -> None:
    for article in brief.articles:
        cited = {i: Citation(article.id, 0, (s,)) for i, s in enumerate(article.sentences[::2])}
        shown = ["".join(p.text for s in par for p in s.pieces) for par in paragraphs(article, cited)]
        assert shown == [row for row in article.text.split("\n") if row]


def test_each_sentence_begins_once() -> None:
    text = "One. Two\nhalves. Three."
    passages = [s for par in paragraphs(_article(text, 0, 5, 17), {}) for s in par]
    assert [(s.sentence, s.first) for s in passages] == [(1, True), (2, True), (2, False), (3, True)]


def test_spans_outside_the_text_are_left_out() -> None:
    assert paragraphs(_article("ab", 0), {1: Citation("a", 0, (Span(1, 9, "b"), Span(-1, 1, "a"), Span(2, 2, "")))})


def test_an_empty_text_has_no_paragraphs() -> None:
    assert paragraphs(replace(_article("x", 0), text="", sentences=()), {}) == []


def test_control_characters_are_replaced_one_for_one() -> None:
    assert _pieces("a\x00b", (0, 3)) == [Piece("a\ufffdb", (1,))]


def test_many_paragraphs_and_spans_keep_their_number() -> None:
    text = "some words here\n" * 20_000
    cited = _cited(text, *((i, i + 9) for i in range(0, len(text) - 20, 16)))
    assert len(paragraphs(_article(text, *range(0, len(text), 16)), cited)) == 20_000
