"""What can be a source: not what a page adds, not a thing that cannot speak, not a mark."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Annotation

Read = Callable[..., Annotation]


def _sources(read: Read, text: str) -> list[str]:
    return [s.text for a in read(text).attributions for s in a.source]


@pytest.mark.parametrize(
    "text",
    [
        "Read more: Mayor says bridge will close",
        "GOP Rep Shows Support For Company\n\nThe bridge is closed.",
        "\u200d said that the bridge was closed.",
        "Attacks suggest that the group is strong.",
        "The package suggested that somebody had planned it.",
        "No one believes that the bridge will hold.",
        "The new ones show that the bridge will hold.",
    ],
)
def test_nothing_that_cannot_speak_is_a_source(read: Read, text: str) -> None:
    assert _sources(read, text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The law says that parents must pay.", "The law"),
        ("The tests showed that the water was safe.", "The tests"),
        ("A majority of nurses believe that the ward is unsafe.", "A majority of nurses"),
        ("The resort said that it was open again.", "The resort"),
        ("Beekeepers fear that the swarms will die.", "Beekeepers"),
        ("Our paper reports that the bridge will close.", "Our paper"),
    ],
)
def test_persons_bodies_and_documents_are_sources(read: Read, text: str, source: str) -> None:
    assert _sources(read, text) == [source]


@pytest.mark.parametrize("word", ["Meanwhile", "Plus", "Still"])
def test_a_word_that_opens_the_sentence_is_no_part_of_the_name(read: Read, word: str) -> None:
    assert _sources(read, f"{word} Maria Lopez said that the bridge was closed.") == ["Maria Lopez"]


def test_what_a_page_puts_before_a_source_is_cut_off(read: Read) -> None:
    assert _sources(read, "Story highlights The ministry says that the bridge will close.") == ["The ministry"]


def test_what_stands_on_the_line_after_page_furniture_is_read(read: Read) -> None:
    assert _sources(read, "Photos: The bridge\n\nThe ministry says that the bridge will close.") == ["The ministry"]


def test_a_quotation_stays_where_its_source_cannot_speak(read: Read) -> None:
    found = read("\u200d said: “The bridge is closed until the end of May.”").attributions
    assert [a.source for a in found] in ([], [()])


def test_the_voice_in_a_medium_s_report_is_a_source_of_its_own(read: Read) -> None:
    outer, inner = read("Reuters reported that the ministry confirmed that 12 people had died.").attributions
    assert (outer.source[0].text, outer.content[0].text) == (
        "Reuters",
        "the ministry confirmed that 12 people had died",
    )
    assert (inner.source[0].text, inner.content[0].text, inner.parent) == (
        "the ministry",
        "12 people had died",
        outer.id,
    )
