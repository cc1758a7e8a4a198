"""Time expressions: which words, which value, and what the value rests on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sayso.model import Annotation

Read = Callable[..., Annotation]
PRINTED = date(2024, 5, 15)  # a Wednesday


def values(annotation: Annotation) -> list[tuple[str, str]]:
    """Return the words and value of each time."""
    return [(t.span.text, t.value) for t in annotation.times]


@pytest.mark.parametrize(
    ("words", "value", "edtf"),
    [
        ("on October 23, 2023", "2023-10-23", "2023-10-23"),
        ("on 23 October 2023", "2023-10-23", "2023-10-23"),
        ("on the 23rd of October 2023", "2023-10-23", "2023-10-23"),
        ("on Monday, 23 October 2023", "2023-10-23", "2023-10-23"),
        ("on 2023-10-23", "2023-10-23", "2023-10-23"),
        ("on 23.10.2023", "2023-10-23", "2023-10-23"),
        ("in October 2023", "2023-10", "2023-10"),
        ("in early October 2023", "2023-10", "2023-10"),
        ("in 2023", "2023", "2023"),
        ("in the summer of 2022", "2022-SU", "2022-22"),
        ("in the first quarter of 2022", "2022-Q1", "2022-33"),
        ("in the 1990s", "199", "199X"),
        ("in the 19th century", "18", "18XX"),
        ("on Sept. 20-24, 2023", "2023-09-20/2023-09-24", "2023-09-20/2023-09-24"),
    ],
)
def test_a_date_that_the_text_gives_in_full_is_explicit(read: Read, words: str, value: str, edtf: str) -> None:
    time = read(f"The bridge fell {words}.").times[0]
    assert (time.value, time.edtf, time.basis) == (value, edtf, "explicit")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on May 3", "2024-05-03"),
        ("on November 20", "2023-11-20"),
        ("in March", "2024-03"),
        ("in December", "2023-12"),
        ("on Tuesday", "2024-05-14"),
        ("on Thursday", "2024-05-09"),
        ("yesterday", "2024-05-14"),
        ("today", "2024-05-15"),
        ("this week", "2024-W20"),
        ("last month", "2024-04"),
        ("last year", "2023"),
        ("two weeks ago", "2024-W18"),
        ("last June", "2023-06"),
        ("last summer", "2023-SU"),
    ],
)
def test_a_past_clause_looks_back_from_publication(read: Read, words: str, value: str) -> None:
    time = read(f"The bridge fell {words}.", published=PRINTED).times[0]
    assert (time.value, time.basis) == (value, "publication")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on May 3", "2025-05-03"),
        ("in March", "2025-03"),
        ("on Friday", "2024-05-17"),
        ("next month", "2024-06"),
        ("tomorrow", "2024-05-16"),
    ],
)
def test_a_future_clause_looks_ahead(read: Read, words: str, value: str) -> None:
    assert read(f"The court will meet {words}.", published=PRINTED).times[0].value == value


def test_the_future_of_what_is_told_in_the_past_is_the_nearest_such_day(read: Read) -> None:
    annotation = read("The mayor said the port would open on May 3.", published=PRINTED)
    assert annotation.times[0].value == "2024-05-03"


def test_a_week_is_an_interval_of_days(read: Read) -> None:
    assert read("They met this week.", published=PRINTED).times[0].edtf == "2024-05-13/2024-05-19"


@pytest.mark.parametrize(
    ("words", "value", "edtf"),
    [
        ("on October 23", "XXXX-10-23", "XXXX-10-23"),
        ("in early October", "XXXX-10", "XXXX-10"),
        ("on Tuesday", "XXXX-WXX-2", None),
        ("this week", "XXXX-WXX", None),
        ("yesterday", "PAST_REF", None),
        ("two weeks ago", "PAST_REF", None),
    ],
)
def test_without_a_publication_date_nothing_is_invented(read: Read, words: str, value: str, edtf: str | None) -> None:
    time = read(f"Since the war of February 24, 2022 much fell {words}.").times[1]
    assert (time.value, time.edtf, time.basis) == (value, edtf, "none")


def test_the_same_day_with_its_year_elsewhere_gives_the_year(read: Read) -> None:
    times = read("The dam broke on 4 June 2021. On June 4 the town was asleep.").times
    assert [(t.value, t.basis) for t in times] == [("2021-06-04", "explicit"), ("2021-06-04", "text")]


def test_a_day_close_to_a_full_date_takes_its_year_and_one_far_off_does_not(read: Read) -> None:
    times = read("The dam broke on 28 December 2021. Crews left on January 4. Rain fell on June 4.").times
    assert [(t.value, t.basis) for t in times][1:] == [("2022-01-04", "text"), ("XXXX-06-04", "none")]


def test_the_first_end_of_a_range_takes_the_year_of_the_second(read: Read) -> None:
    times = read("It was shut from October 3 to November 2, 2021 and from December to March 2023.").times
    assert [t.value for t in times] == ["2021-10-03", "2021-11-02", "2022-12", "2023-03"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The siege lasted three days.", "DURATION", "P3D"),
        ("He signed a 27-year contract.", "DURATION", "P27Y"),
        ("It took two and a half years.", "DURATION", "P2.5Y"),
        ("The pump failed after thirty minutes.", "DURATION", "PT30M"),
        ("They argued for several months.", "DURATION", "PXM"),
        ("The next six months matter.", "DURATION", "P6M"),
        ("Crews patrol every Tuesday.", "SET", "XXXX-WXX-2"),
        ("Prices are set each month.", "SET", "P1M"),
        ("The council meets annually.", "SET", "P1Y"),
        ("Ships are currently in port.", "DATE", "PRESENT_REF"),
        ("It was recently sold.", "DATE", "PAST_REF"),
        ("Talks will soon begin.", "DATE", "FUTURE_REF"),
    ],
)
def test_lengths_sets_and_vague_references(read: Read, text: str, kind: str, value: str) -> None:
    assert [(t.type, t.value) for t in read(text).times] == [(kind, value)]


def test_a_clock_time_takes_the_day_of_its_sentence(read: Read) -> None:
    times = read("The quake struck on 6 February 2023 at 4:17 a.m.").times
    assert [(t.type, t.value) for t in times] == [("DATE", "2023-02-06"), ("TIME", "2023-02-06T04:17")]


def test_part_of_a_day_is_a_time(read: Read) -> None:
    assert values(read("The mine closed on Friday morning.", published=PRINTED)) == [
        ("Friday morning", "2024-05-10TMO")
    ]


def test_an_amount_a_year_is_a_rate(read: Read) -> None:
    assert [(t.type, t.value) for t in read("It sells 500 boats a year.").times] == [("SET", "P1Y")]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "May Carter sang with April Jones.",
        "She is 60 years old.",
        "About 2000 people came.",
        "He got a second chance.",
        "It cost $2020.",
        "The sun set over Sun Valley.",
        "He told USA Today so.",
        'She spoke on "60 Minutes" of it.',
    ],
)
def test_other_words_are_no_times(read: Read, text: str) -> None:
    assert values(read(text)) == []


@pytest.mark.parametrize(
    ("day", "value"), [(date(2024, 9, 10), "2023-SU"), (date(2024, 9, 25), "2024-SU"), (date(2024, 5, 15), "2023-SU")]
)
def test_last_summer_is_one_that_is_over(read: Read, day: date, value: str) -> None:
    assert read("The army captured some last summer.", published=day).times[0].value == value


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_fail(read: Read, published: date) -> None:
    text = "Last week, next year, 9999 days ago, tomorrow, next decade, last Monday, next summer, May 3, 900 years ago."
    assert all(t.span.holds_in(text) for t in read(text, published=published).times)


@pytest.mark.parametrize(
    "text", ["", "\n", "the the the", "🗓️ May 3 🗓️", "0/0/00 99/99/9999", "1e\u0301 May", "LAST WEEK, TODAY"]
)
def test_odd_input_neither_fails_nor_breaks_a_span(read: Read, text: str) -> None:
    assert all(t.span.holds_in(text) for t in read(text, published=PRINTED).times)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("She expects an answer by Monday.", "2024-05-20"),
        ("The court will rule on Friday.", "2024-05-17"),
        ("Talks resume on Tuesday.", "2024-05-21"),
        ("The vote is on Sunday.", "2024-05-19"),
        ("Ministers want a reply by Tuesday.", "2024-05-21"),
        ("Police told residents to leave by Sunday.", "2024-05-19"),
        ("The hearing is scheduled for Monday.", "2024-05-20"),
        ("The minister called a vote for Sept. 14.", "2024-09-14"),
        ("The speaker set a Feb. 3 debate.", "2025-02-03"),
        ("Her trial begins in September.", "2024-09"),
        ("The firm plans to close the mine in March.", "2025-03"),
        ("She was due home on September 20 for a wedding.", "2024-09-20"),
        ("The minister promised an inquiry by the end of June.", "2024-06"),
        ("She promised results by Monday.", "2024-05-20"),
    ],
)
def test_a_day_under_what_looks_ahead_is_the_next_one(read: Read, sentence: str, value: str) -> None:
    assert value in [t.value for t in read(sentence, published=PRINTED).times]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The mine shut on Monday.", "2024-05-13"),
        ("The climbers reached the hut by Friday.", "2024-05-10"),
        ("Three men managed to escape on Sunday.", "2024-05-12"),
        ("Prices have doubled since August.", "2023-08"),
        ("In a second image, from Tuesday, the hill is empty.", "2024-05-14"),
        ("The e-mail of March 21 is genuine.", "2024-03-21"),
        ("The difference could not be explained on Tuesday.", "2024-05-14"),
    ],
)
def test_a_day_under_what_looks_back_is_the_last_one(read: Read, sentence: str, value: str) -> None:
    assert value in [t.value for t in read(sentence, published=PRINTED).times]


def test_what_lasts_since_a_month_without_a_year_is_open_too(read: Read) -> None:
    (time,) = read("Nurses have been on strike since early October.").times
    assert (time.value, time.edtf) == ("XXXX-10", "XXXX-10/..")


def test_what_lasts_since_a_day_is_an_open_interval(read: Read) -> None:
    (time,) = read("Nurses have been on strike since Monday.", published=PRINTED).times
    assert (time.value, time.edtf) == ("2024-05-13", "2024-05-13/..")


def test_within_a_week_of_what_is_to_come_ends_a_week_after_publication(read: Read) -> None:
    (time,) = read("The verdict is due within a week.", published=PRINTED).times
    assert (time.type, time.value, time.edtf) == ("DURATION", "P1W", "2024-05-15/2024-05-22")


@pytest.mark.parametrize(
    ("later", "day"),
    [("Three days later", "2024-03-05"), ("The next day", "2024-03-03"), ("Ten days earlier", "2024-02-21")],
)
def test_days_later_count_from_the_day_last_told(read: Read, later: str, day: str) -> None:
    time = read(f"The dam burst on 2 March 2024. {later}, the governor resigned.").times[-1]
    assert (time.value, time.basis) == (day, "text")


def test_days_later_stay_a_length_where_no_day_was_told(read: Read) -> None:
    assert values(read("Three days later, the governor resigned."))[0] == ("Three days", "P3D")


def test_a_movable_holiday_has_its_day(read: Read) -> None:
    annotation = read("The shops closed on Good Friday and the banks will close on Labor Day.", published=PRINTED)
    assert values(annotation) == [("Good Friday", "2024-03-29"), ("Labor Day", "2024-09-02")]


def test_a_season_named_after_a_holiday_is_no_day(read: Read) -> None:
    assert values(read("Christmas sales fell at the Easter Island hotel.", published=PRINTED)) == []


def test_years_later_count_from_a_year_and_days_do_not(read: Read) -> None:
    annotation = read("The party won in 1994. Five years later, it lost. Three days later, nobody cared.")
    assert values(annotation) == [("1994", "1994"), ("Five years later", "1999"), ("Three days", "P3D")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge opened in March last year.", "2023-03"),
        ("The bridge opened on 3 April last year.", "2023-04-03"),
        ("The bridge will open in March next year.", "2025-03"),
        ("They had warned of it as early as March.", "2024-03"),
        ("She means to sue before Friday is out.", "2024-05-17"),
        ("He left before Monday.", "2024-05-13"),
        ("The court will hear a complaint against Sunday’s result.", "2024-05-12"),
        ("The square is calmer than on Monday.", "2024-05-13"),
        ("Sunday’s vote will be repeated.", "2024-05-19"),
    ],
)
def test_the_words_round_a_date_tell_which_one_is_meant(read: Read, text: str, value: str) -> None:
    assert read(text, published=PRINTED).times[0].value == value
