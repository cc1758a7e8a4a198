from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gather.dates import stated_date
from sayso.gather.decode import decode
from sayso.gather.draft import CannotReadError
from sayso.gather.finish import with_title
from sayso.gather.language import language_of
from sayso.gather.normalise import normalise

WORDS = "“It’s over,” the café owner said – after a week of rain in the valley, she had no £5 note left."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_text_is_decoded_rightly_from(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_utf8_cut_in_the_middle_of_a_character_keeps_all_before_it() -> None:
    assert decode("It rained “".encode()[:-1]) == "It rained "


def test_mixed_encodings_are_refused() -> None:
    with pytest.raises(CannotReadError, match="encoding"):
        decode(WORDS.encode() + b" \x93no\x94")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except CannotReadError as refused:
        assert refused.reason


def test_line_ends_blanks_and_unseen_characters_are_made_plain() -> None:
    assert normalise("\ufeffa\r\nb\rc\u2028d\u00a0e\u200bf\u00adg \n\n\n\nh\x07\ud800 ") == "a\nb\nc\nd efg\n\nh"


def test_letters_with_marks_are_composed_and_emoji_stay_whole() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert normalise(f"cafe\u0301 {family}") == f"café {family}"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T23:59:00-08:00", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("Friday, 3rd May 2024", "2024-05-03"),
        ("Fri, 03 May 2024 10:00:00 GMT", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("2024-02-30", None),
        ("03/05/2024", None),
        ("May 2024", None),
        ("2024", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_stated_date(words: str, iso: str | None) -> None:
    day = stated_date(words)
    assert (day.isoformat() if day else None) == iso


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor of the town said that the river would not rise again before the weekend.", "en"),
        ("Le maire de la ville a déclaré que la rivière ne monterait plus avant la fin de la semaine.", "fr"),
        ("El alcalde de la ciudad dijo que el río no volvería a subir antes del fin de semana.", "es"),
        ("Мэр города заявил, что уровень воды в реке до выходных больше не поднимется.", "ru"),
        ("Yes.", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_title_of_marks_alone_goes_in_front() -> None:
    assert with_title("It rained.", "!!!") == "!!!\n\nIt rained."
