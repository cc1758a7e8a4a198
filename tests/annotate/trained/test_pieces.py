from __future__ import annotations

from sayso.annotate.attribution.trained.pieces import UNKNOWN, WordPieces

VOCABULARY = {"min": 1, "##ister": 2, "##is": 3, "u": 4, ".": 5, "s": 6, "cafe": 7, "a": 8, "##b": 9, "_": 10}


def test_a_word_is_cut_into_the_longest_pieces_known() -> None:
    assert WordPieces(VOCABULARY).of("Minister") == (1, 2)


def test_a_continuation_is_looked_up_as_one() -> None:
    assert WordPieces(VOCABULARY).of("ab") == (8, 9)


def test_marks_inside_a_word_are_pieces_of_their_own() -> None:
    assert WordPieces(VOCABULARY).of("U.S.") == (4, 5, 6, 5)


def test_case_and_accents_do_not_matter() -> None:
    assert WordPieces(VOCABULARY).of("Café") == (7,)


def test_a_run_that_cannot_be_cut_is_one_unknown_piece() -> None:
    assert WordPieces(VOCABULARY).of("minx") == (UNKNOWN,)


def test_a_run_of_more_than_a_hundred_letters_is_unknown() -> None:
    assert WordPieces(VOCABULARY).of("a" * 101) == (UNKNOWN,)


def test_nothing_but_blanks_still_has_a_piece() -> None:
    assert WordPieces(VOCABULARY).of(" \u0301") == (UNKNOWN,)
