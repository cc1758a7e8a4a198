"""When an article was published, or what its text lets one say."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.compare.windows import date_window
from sayso.model import DateWindow, Mode
from tests.compare.builders import Build


def window(text: str, *times: tuple[str, str | None]) -> DateWindow:
    build = Build(text)
    for words, edtf in times:
        build.time(words, edtf)
    return date_window(build.done())


def test_a_published_article_has_its_date_whatever_its_text_says() -> None:
    build = Build("The dam broke on 9 May 2031.", published=date(2031, 5, 10))
    build.time("9 May 2031", "2031-05-09")
    assert date_window(build.done()) == DateWindow("2031-05-10", "published")


def test_the_latest_day_told_as_past_opens_the_window() -> None:
    found = window(
        "The dam broke on 3 May 2031. On 9 May 2031, the ministry confirmed the deaths.",
        ("3 May 2031", "2031-05-03"),
        ("9 May 2031", "2031-05-09"),
    )
    assert found == DateWindow("2031-05-09/..", "text")


@pytest.mark.parametrize(
    "text",
    [
        "The vote will be held on 9 May 2031.",
        "The vote is scheduled for 9 May 2031.",
        "A meeting expected to be held on 9 May 2031 was announced.",
        "The union plans a strike on 9 May 2031.",
        "The ban stays until 9 May 2031.",
        "Repairs are due on 9 May 2031.",
        "They'll march on 9 May 2031.",
        "Election day: 9 May 2031.",
    ],
)
def test_a_day_that_may_lie_ahead_opens_no_window(text: str) -> None:
    assert window(text, ("9 May 2031", "2031-05-09")) == DateWindow(None, "none")


@pytest.mark.parametrize(
    "text",
    [
        "The strike began on 9 May 2031.",
        "On 9 May 2031, thousands marched in the capital.",
        "He said on 9 May 2031 that the plant would close.",
        "The port has been closed since 9 May 2031.",
        "MERIDALE, 9 May 2031 (Norvane) — Rain is falling.",
        "Two men were arrested on 9 May 2031 and are to be tried.",
    ],
)
def test_a_day_told_as_past_opens_a_window(text: str) -> None:
    assert window(text, ("9 May 2031", "2031-05-09")) == DateWindow("2031-05-09/..", "text")


def test_a_predicted_claim_about_a_day_opens_no_window() -> None:
    build = Build("Flights resumed on 9 May 2031.")
    time = build.time("9 May 2031", "2031-05-09")
    build.claim("Flights resumed on 9 May 2031", mode=Mode.PREDICTED, times=(time,))
    assert date_window(build.done()).edtf is None


@pytest.mark.parametrize("edtf", ["XXXX-05-09", "2031-05", "2031-05-09~", "2031", None])
def test_dates_that_are_no_firm_day_open_no_window(edtf: str | None) -> None:
    assert window("The strike began on 9 May.", ("9 May", edtf)) == DateWindow(None, "none")


def test_an_empty_text_has_no_window() -> None:
    assert date_window(Build("").done()) == DateWindow(None, "none")
