"""Whose number it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Annotation

Read = Callable[..., Annotation]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Some 6,500 people filled the square by the count of the police.",
            "the police",
            "by the count of",
            "Some 6,500 people filled the square",
        ),
        (
            "By the union’s own estimate 3,000 nurses stayed at home.",
            "the union",
            "By the union’s own estimate",
            "3,000 nurses stayed at home",
        ),
        ("The commissioner’s figure of 6,500 is a joke.", "The commissioner", "figure of", "6,500"),
        ("Thousands came; the police say 1,400.", "the police", "say", "1,400"),
        ("Thousands came; the organisers spoke of at least 20,000.", "the organisers", "spoke", "of at least 20,000"),
        ("Hundreds died, and the army says fewer than 200.", "the army", "says", "fewer than 200"),
    ],
)
def test_a_single_number_has_its_own_source(read: Read, text: str, source: str, cue: str, content: str) -> None:
    found = [a for a in read(text).attributions if a.rule == "reckoning"]
    assert [(a.source[0].text, a.cue[0].text, a.content[0].text) for a in found] == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The union says 3,000 nurses stayed at home.",
        "He lost by the count of ten.",
        "The figure of the saint stood in the square.",
        "The police say nothing.",
        "The dam will hold, the minister said in 2019.",
        "The blast claimed 12 lives.",
    ],
)
def test_a_clause_or_no_number_is_none(read: Read, text: str) -> None:
    assert not [a for a in read(text).attributions if a.rule == "reckoning"]
