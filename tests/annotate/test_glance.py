"""A quick look: sentences and times of an article without a parse."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.annotate import annotate
from sayso.annotate.glance import glance
from sayso.annotate.times.flat import direction_of_words
from sayso.model import Annotation, Article

PRINTED = date(2031, 5, 8)  # a Thursday


def look(text: str, published: date | None = PRINTED) -> Annotation:
    return glance(Article.make(text, "a", published=published))


def test_sentences_end_at_stops_and_line_breaks_but_not_at_initials_and_titles() -> None:
    found = look("Ferry sinks\nDr. A. Vale left. “It was late,” she said.\n\nNobody else is missing.")
    assert [(s.span.text, s.paragraph) for s in found.sentences] == [
        ("Ferry sinks", 0),
        ("Dr. A. Vale left.", 1),
        ("“It was late,” she said.", 1),
        ("Nobody else is missing.", 2),
    ]
    assert all(s.span.holds_in(found.article.text) for s in found.sentences)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on 3 May. Divers went down two days later.",
        "The ferry sank on Monday, and its owner will speak on Friday.",
        "The dock has been shut since Tuesday and could open next week.",
        "Crews have until Sunday.",
        "Officials met yesterday in Varn; they meet again on 12 May.",
    ],
)
def test_times_are_those_of_the_full_reading(text: str) -> None:
    article = Article.make(text, "a", published=PRINTED)
    assert [(t.span, t.value, t.edtf) for t in glance(article).times] == [
        (t.span, t.value, t.edtf) for t in annotate(article).times
    ]


@pytest.mark.parametrize(
    ("before", "direction"),
    [
        ("The council will meet on ", "future"),
        ("Work would start on ", "later"),
        ("A deadline of ", "later"),
        ("They have until ", "later"),
        ("The council met on ", ""),
        ("The mayor, who will resign, spoke on ", ""),
        ("", ""),
    ],
)
def test_words_before_a_time_tell_where_it_points(before: str, direction: str) -> None:
    assert direction_of_words(before) == direction


@pytest.mark.parametrize("text", ["", "   \n\n", "...", "(", "May", "MONDAY, MAY 5 – FERRY SINKS\nNo."])
def test_odd_texts_are_read_without_harm(text: str) -> None:
    found = look(text)
    assert all(s.span.text.strip() for s in found.sentences)
    assert all(t.span.holds_in(found.article.text) for t in found.times)


def test_a_month_that_a_heading_shouts_is_a_month() -> None:
    assert [t.value for t in look("Monday, JANUARY 6, 2031: FERRY SINKS").times] == ["2031-01-06"]
