"""The cue table, the quotation marks, and the choice between overlapping finds."""

from __future__ import annotations

import spacy

from sayso.annotate.attribution.choose import choose
from sayso.annotate.attribution.found import Found
from sayso.annotate.attribution.lexicon import cues, group_of
from sayso.annotate.attribution.quotes import read_quotes
from sayso.annotate.view import View


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in read_quotes(View.of(spacy.blank("en")(text)))]


def test_the_cue_table_has_a_class_and_a_share_for_each_construction() -> None:
    for cue in cues().values():
        assert cue.group
        assert all(0 < share <= 1 for share in cue.takes.values())


def test_the_class_of_a_cue_can_be_looked_up() -> None:
    assert (group_of("deny"), group_of("warn"), group_of("xyzzy")) == ("deny", "warn", "")


def test_straight_marks_pair_within_a_paragraph() -> None:
    assert quoted('He said "no" and "never".') == ['"no"', '"never"']


def test_an_open_mark_goes_on_where_the_next_paragraph_opens_again() -> None:
    assert quoted("“One.\n\n“Two.” Three.") == ["“One.\n\n“Two.”"]


def test_an_open_mark_goes_on_where_the_next_paragraph_only_closes() -> None:
    assert quoted('"One.\n\nTwo." Three.') == ['"One.\n\nTwo."']


def test_an_unclosed_mark_inside_a_sentence_quotes_nothing() -> None:
    assert quoted('The pipe was 6" wide.\n\nIt burst.') == []


def test_marks_inside_a_quotation_do_not_end_it() -> None:
    assert quoted("“She said “no” to him,” he said.") == ["“She said “no” to him,”"]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert quoted("The workers' pay and the nurses' pay don't rise.") == []


def make(anchor: int, first: int, stop: int, share: float) -> Found:
    return Found((), ((anchor, anchor + 1),), ((first, stop),), anchor, "say", "test", share)


def test_of_two_with_nearly_the_same_content_the_surer_one_stands() -> None:
    chosen = choose([make(0, 2, 10, 0.4), make(1, 2, 9, 0.8)], lambda f: False)
    assert [f.share for f, _ in chosen] == [0.8]


def test_a_cue_inside_a_content_gets_that_content_as_parent() -> None:
    chosen = choose([make(0, 1, 10, 0.9), make(3, 4, 10, 0.8)], lambda f: False)
    assert [parent for _, parent in chosen] == [None, 0]


def test_an_unsure_cue_inside_another_content_is_dropped() -> None:
    chosen = choose([make(0, 1, 10, 0.9), make(3, 4, 8, 0.4)], lambda f: False)
    assert [f.anchor for f, _ in chosen] == [0]
