"""From events to the type and roles of a PLOVER record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quality.tasks.events import predict
from sayso.model import Annotation

Read = Callable[..., Annotation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru criticised Chile on Monday.", "DISAPPROVE"),
        ("Peruvian police are investigating the bank.", "INVESTIGATE"),
        ("Rebels attacked the army in Peru.", "FIGHT"),
        ("Peru demanded an apology from Chile.", "DEMAND"),
        ("Peru will send aid to Chile, officials said.", "AGREE"),
        ("Peru said it would impose sanctions on Chile.", "THREATEN"),
        ("Peru will not meet Chile’s president, officials said.", "REJECT"),
        ("Nine people were killed in Lima.", "ASSAULT"),
    ],
)
def test_a_record_gets_the_type_of_its_main_event(read: Read, text: str, expected: str) -> None:
    assert predict({"doc_id": "d"}, read(text))["event"] == expected


def test_the_actors_are_the_roles(read: Read) -> None:
    text = "Peru criticised Chile on Monday."
    row = predict({"doc_id": "d", "event": "AGREE"}, read(text))
    roles = {(s["role"], text[s["start"] : s["end"]]) for s in row["spans"]}
    assert roles == {("EVT", "criticised"), ("SRC", "Peru"), ("TAR", "Chile")}


def test_a_record_without_event_is_answered_all_the_same(read: Read) -> None:
    row = predict({"doc_id": "d"}, read("Blue is a colour."))
    assert row["event"]
    assert row["spans"] == []
