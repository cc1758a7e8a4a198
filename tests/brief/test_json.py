from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sayso.brief.json import from_json, to_json
from sayso.errors import VerificationError
from sayso.model import Brief


def test_round_trip_gives_the_same_brief(brief: Brief) -> None:
    assert from_json(to_json(brief)) == brief
    assert to_json(from_json(to_json(brief))) == to_json(brief)


def test_spans_count_code_points_beyond_the_basic_plane(brief: Brief) -> None:
    back = from_json(to_json(replace(brief, title="🔥 e\u0301")))
    assert back.title == "🔥 e\u0301"


def test_texts_of_the_articles_are_in_the_file(brief: Brief) -> None:
    texts = [a["text"] for a in json.loads(to_json(brief))["articles"]]
    assert texts == [a.text for a in brief.articles]


def test_bytes_are_read_as_utf_8(brief: Brief) -> None:
    assert from_json(to_json(brief).encode()) == brief


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        ("[]", "names no format"),
        ("null", "names no format"),
        ('{"format": "other-2"}', 'its format is "other-2"'),
        ('{"format": "sayso-brief-1"}', "damaged at title"),
    ],
)
def test_what_is_no_brief_is_refused_in_one_line(text: str | bytes, said: str) -> None:
    with pytest.raises(VerificationError, match=said) as caught:
        from_json(text)
    assert "\n" not in str(caught.value)


def test_a_number_given_as_words_is_refused(brief: Brief) -> None:
    raw = json.loads(to_json(brief))
    raw["articles"][0]["sentences"][0]["start"] = "0"
    with pytest.raises(VerificationError, match=r"articles\.0\.sentences\.0\.start"):
        from_json(json.dumps(raw))


def test_deeply_nested_json_is_refused_and_does_not_crash() -> None:
    with pytest.raises(VerificationError):
        from_json("[" * 100_000)
