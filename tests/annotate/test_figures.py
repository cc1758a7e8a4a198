"""Figures: value, bound, unit, what is counted, and what is no figure at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Annotation, Bound, Figure

Read = Callable[..., Annotation]


def only(read: Read, text: str) -> Figure:
    """Return the single figure of ``text``."""
    figures = read(text).figures
    assert len(figures) == 1, [f.span.text for f in figures]
    return figures[0]


@pytest.mark.parametrize(
    ("words", "value", "bound"),
    [
        ("3,000", 3000, Bound.EXACT),
        ("At least 40", 40, Bound.AT_LEAST),
        ("No fewer than 40", 40, Bound.AT_LEAST),
        ("More than 1.3 million", 1_300_000, Bound.MORE_THAN),
        ("Up to 12,000", 12_000, Bound.UP_TO),
        ("As many as two dozen", 24, Bound.UP_TO),
        ("Fewer than 15", 15, Bound.LESS_THAN),
        ("About half a million", 500_000, Bound.ABOUT),
        ("Some 250", 250, Bound.ABOUT),
        ("Roughly two hundred and fifty", 250, Bound.ABOUT),
        ("Nearly twenty-five thousand", 25_000, Bound.ABOUT),
    ],
)
def test_words_before_a_number_bound_it(read: Read, words: str, value: float, bound: Bound) -> None:
    figure = only(read, f"{words} villagers were moved to shelters.")
    assert (figure.value, figure.bound, figure.head) == (value, bound, "villager")


def test_words_after_a_number_bound_it_too(read: Read) -> None:
    assert only(read, "The flood cut off 60 or more homes.").bound is Bound.AT_LEAST


def test_a_bound_leaves_the_other_end_of_the_interval_open(read: Read) -> None:
    least, most = only(read, "At least 12 miners died."), only(read, "Up to 12 miners died.")
    assert (least.low, least.high) == (12, None)
    assert (most.low, most.high) == (None, 12)


def test_could_reach_is_an_upper_bound(read: Read) -> None:
    figure = only(read, "The number of the homeless could reach 12,000.")
    assert (figure.value, figure.bound) == (12_000, Bound.UP_TO)
    assert figure.span.text == "could reach 12,000"


@pytest.mark.parametrize("words", ["between 5 and 10", "5-10", "5 to 10", "five to ten"])
def test_a_range_has_both_ends_and_no_value(read: Read, words: str) -> None:
    figure = only(read, f"The storm killed {words} sheep.")
    assert (figure.value, figure.low, figure.high, figure.bound) == (None, 5, 10, Bound.BETWEEN)


def test_the_multiplier_of_the_second_number_holds_for_the_first(read: Read) -> None:
    figure = only(read, "Damage of $10 to $15 billion is feared.")
    assert (figure.low, figure.high, figure.unit) == (10e9, 15e9, "dollar")


@pytest.mark.parametrize(
    ("words", "low"), [("Thousands", 1e3), ("Tens of thousands", 1e4), ("Millions", 1e6), ("A few million", 2e6)]
)
def test_a_plural_multiplier_is_a_lower_bound_without_a_value(read: Read, words: str, low: float) -> None:
    figure = only(read, f"{words} of people lost power.".replace("million of", "million"))
    assert (figure.value, figure.low, figure.high, figure.bound) == (None, low, None, Bound.AT_LEAST)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Turnout was 61 percent.", 61, "percent"),
        ("Winds of 140 km/h were measured.", 140, "kilometre per hour"),
        ("The firm paid £2.5m.", 2_500_000, "pound sterling"),
        ("It cost 30 million euros.", 30e6, "euro"),
        ("The crater is 8 metres deep.", 8, "metre"),
        ("It rained for three days.", 3, "day"),
    ],
)
def test_units_and_currencies_have_one_name(read: Read, text: str, value: float, unit: str) -> None:
    figure = only(read, text)
    assert (figure.value, figure.unit) == (value, unit)


def test_what_is_counted_is_the_noun_phrase_with_head_and_group(read: Read) -> None:
    figure = only(read, "Around 900 striking dock workers marched.")
    assert figure.counted is not None
    assert (figure.counted.text, figure.head, figure.group) == ("striking dock workers", "worker", "striking dock")


def test_a_partitive_counts_the_whole_it_is_taken_from(read: Read) -> None:
    assert only(read, "Two of the injured firefighters were flown out.").head == "firefighter"


def test_a_bare_number_after_its_verb_counts_the_subject(read: Read) -> None:
    figure = only(read, "The death toll rose to 45.")
    assert figure.counted is not None
    assert (figure.value, figure.counted.text) == (45, "death toll")


def test_a_bare_number_counts_what_the_one_before_it_counts(read: Read) -> None:
    figures = read("The blast injured 40 workers and killed 12.").figures
    assert [(f.value, f.head) for f in figures] == [(40, "worker"), (12, "worker")]


def test_a_rate_keeps_what_it_is_per(read: Read) -> None:
    figure = only(read, "The army drafts 30,000 new recruits each month.")
    assert (figure.value, figure.head, figure.per) == (30_000, "recruit", "month")


def test_a_change_keeps_its_direction_and_where_it_started(read: Read) -> None:
    up = only(read, "Unemployment rose from 3 to 4 percent.")
    assert (up.value, up.former, up.change, up.unit) == (4, 3, "up", "percent")
    assert only(read, "Shares fell 2.5%.").change == "down"


def test_a_place_and_a_scope_are_kept(read: Read) -> None:
    figure = only(read, "In total, 300 homes burned in Portugal.")
    assert figure.place is not None
    assert figure.place.text == "in Portugal"
    assert figure.scope is not None
    assert figure.scope.text.lower() == "in total"


def test_the_date_of_the_clause_is_linked(read: Read) -> None:
    annotation = read("On May 3, 2023, 14 hikers went missing.")
    figure = annotation.figures[0]
    assert figure.time is not None
    assert annotation.times[figure.time].value == "2023-05-03"


def test_a_figure_belongs_to_the_innermost_attribution_that_holds_it(read: Read) -> None:
    annotation = read("The mayor said that 300 homes burned. Smoke damaged 12 cars.")
    first, second = annotation.figures
    assert first.attribution is not None
    assert annotation.attributions[first.attribution].source[0].text == "The mayor"
    assert second.attribution is None


def test_who_confirms_reports_stands_behind_their_figure(read: Read) -> None:
    annotation = read("The ministry confirmed reports that 300 homes burned.")
    number = annotation.figures[0].attribution
    assert number is not None
    assert annotation.attributions[number].source[0].text == "The ministry"


@pytest.mark.parametrize(
    "text",
    [
        "The Boeing 747 landed safely.",
        "Article 5 was invoked.",
        "They met on 12 March 2021 at 10:30 a.m.",
        "The 3rd brigade stayed put.",
        "United won 2-1 at home.",
        "He lives at 16 Main Street.",
        "It happened in the 1990s.",
        "Covid-19 returned.",
        "There is one problem.",
        "The court split 5-to-4.",
        "It fell in the 1967 borders.",
        "1. Wash your hands.",
        "Nobody knows when it began.",
    ],
)
def test_names_dates_ordinals_and_scores_are_no_figures(read: Read, text: str) -> None:
    assert read(text).figures == ()


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("About 90 guards arrived, with some already sent to the port.", "some", Bound.UNQUANTIFIED),
        ("Many residents fled.", "Many", Bound.UNQUANTIFIED),
        ("The region saw an uptick in infections.", "uptick", Bound.UNQUANTIFIED),
        ("The rebels suffered heavy losses.", "heavy losses", Bound.UNQUANTIFIED),
        ("The clinic treated more patients than it has beds.", "more", Bound.COMPARATIVE),
    ],
)
def test_quantities_without_a_number_have_no_value(read: Read, text: str, words: str, bound: Bound) -> None:
    found = [f for f in read(text).figures if f.span.text == words]
    assert [(f.value, f.low, f.bound) for f in found] == [(None, None, bound)]


@pytest.mark.parametrize("text", ["Many questions remain.", "Some officials said so.", "How many people know?"])
def test_vague_words_that_count_nothing_are_left_alone(read: Read, text: str) -> None:
    assert read(text).figures == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n ",
        "3",
        "💥💥 40 💥",
        "e\u0301 5 cafe\u0301s",
        '"“„ 7 ”"',
        "1,2,3,,4..5--6",
        "ONE HUNDRED PEOPLE DIED",
        "½",
        "1/0 of it",
    ],
)
def test_odd_input_neither_fails_nor_breaks_a_span(read: Read, text: str) -> None:
    assert all(f.span.holds_in(text) for f in read(text).figures)


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("Some 40 guests fell ill after the wedding.", "ill"),
        ("Five hundred families lost their homes.", "homeless"),
        ("Sixty pupils were struck down by a stomach bug.", "sicken"),
        ("Nine people were rushed to hospital.", "hospitalise"),
        ("The plant laid off 400 workers.", "dismiss"),
        ("Two thousand miners have lost their jobs.", "jobless"),
        ("About 600 people are out of work.", "jobless"),
        ("The storm left 12,000 homes without power.", "power"),
        ("Two people were pulled alive from the rubble.", "rescue"),
    ],
)
def test_a_set_phrase_says_what_befell_those_counted(read: Read, sentence: str, predicate: str) -> None:
    (figure,) = read(sentence).figures
    assert figure.predicate == predicate


@pytest.mark.parametrize(
    ("headline", "value", "predicate"),
    [
        ("At least 120 ill as fever spreads", 120, "ill"),
        ("Quake kills 45", 45, "kill"),
        ("Quake Kills 45", 45, "kill"),
        ("Three dead after ferry sinks", 3, "dead"),
        ("Storm leaves 12 homeless", 12, "homeless"),
        ("More than 200 have been evacuated", 200, "evacuate"),
    ],
)
def test_a_bare_number_of_a_headline_counts_people(read: Read, headline: str, value: float, predicate: str) -> None:
    (figure,) = read(f"{headline}\n\nThe police confirmed it.").figures
    assert (figure.value, figure.head, figure.predicate) == (value, "people", predicate)


@pytest.mark.parametrize(
    "sentence",
    [
        "Children under 5 were sent home.",
        "Seven came, all of them over 70.",
        "The study was of girls aged 12 to 17.",
        "Vaccines are for people 65 and older.",
    ],
)
def test_an_age_counts_nobody(read: Read, sentence: str) -> None:
    figure = read(sentence).figures[-1]
    assert (figure.unit, figure.head) == ("year of age", None)


def test_a_number_between_commas_behind_a_person_is_an_age(read: Read) -> None:
    figure = only(read, "The driver, 45, was arrested.")
    assert (figure.unit, figure.head, figure.predicate) == ("year of age", None, None)


def test_one_who_says_something_is_no_figure(read: Read) -> None:
    assert read("One resident said the bridge had shaken. “It fell,” one of them said.").figures == ()


def test_those_of_them_count_what_was_counted_before_and_have_their_own_place(read: Read) -> None:
    first, second = read("There were 163 cases in the whole of Kent County, 127 of them in Dover itself.").figures
    assert (first.head, second.head) == ("case", "case")
    assert first.place and first.place.text == "in the whole of Kent County"
    assert second.place and second.place.text == "in Dover itself"


def test_what_is_said_of_a_part_is_not_said_of_the_whole(read: Read) -> None:
    part, whole = read("Twelve of the 45 patients have died.").figures
    assert (part.predicate, whole.predicate) == ("die", None)


@pytest.mark.parametrize(
    ("words", "bound"), [("could hit 300", "up to"), ("may climb to 300", "up to"), ("could top 300", "more than")]
)
def test_what_a_number_could_reach_bounds_it(read: Read, words: str, bound: str) -> None:
    (figure,) = read(f"The death toll {words}.").figures
    assert (figure.value, figure.bound, figure.head) == (300, bound, "death")


def test_each_is_no_scope(read: Read) -> None:
    (figure,) = read("Each family got 400 euros.").figures
    assert figure.scope is None


def test_the_two_are_nobody_counted(read: Read) -> None:
    assert [f.head for f in read("The two voted together.").figures if f.head] == []


@pytest.mark.parametrize(
    ("text", "head", "predicate"),
    [
        ("The ministry put the toll in the province at 60.", "toll", None),
        ("Between 70 and 90 people have died in the province, the agency said.", "people", "die"),
    ],
)
def test_numbers_that_are_put_at_and_ranges_keep_what_they_count(
    read: Read, text: str, head: str, predicate: str | None
) -> None:
    (figure,) = read(text).figures
    assert figure.head == head
    assert predicate in (None, figure.predicate)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "Some 6,500 people marched by the count of the police; the organisers spoke of 20,000.",
            "people",
        ),
        ("We would say 2,000 people; the police say 1,400.", "people"),
        ("About 3,000 nurses walked out, the union said. The ministry put the number at 1,900.", "nurse"),
        ("More than 900 voters queued in Alvern. The mayor’s figure of 600 is a joke.", "voter"),
    ],
)
def test_a_rival_number_counts_what_the_disputed_one_does_on_another_word(read: Read, text: str, heads: str) -> None:
    annotation = read(text)
    first, second = (f for f in annotation.figures)
    assert (first.head, second.head, second.predicate) == (heads, heads, first.predicate)
    rival = annotation.attributions[second.attribution or 0]
    assert first.attribution != second.attribution and rival.source


def test_a_rival_number_is_of_the_day_of_the_disputed_one(read: Read) -> None:
    first, second = read("On Monday 6,500 people marched, the police said; the union spoke of 20,000.").figures
    assert first.time is not None and second.time == first.time


def test_a_number_of_another_order_is_no_rival(read: Read) -> None:
    figures = read("The vote of 40,000 people counted. The mayor put the figure at 12.").figures
    assert figures[-1].head != "people"


def test_their_number_is_that_of_the_subject_before(read: Read) -> None:
    figure = read("Postal ballots without a signature stay out. The office puts their number at 1,241.").figures[-1]
    assert (figure.head, figure.group) == ("ballot", "Postal")


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz was re-elected by a margin of 312 votes.",
        "Ruiz won by just 312 votes.",
        "Berg was about 312 votes ahead at midnight.",
        "Ruiz had 312 votes more than Berg.",
        "The recount cut her lead from 500 votes to 312.",
    ],
)
def test_a_lead_is_no_count(read: Read, text: str) -> None:
    (figure,) = read(text).figures
    assert (figure.value, figure.head, figure.predicate) == (312, "vote", "margin")


def test_a_change_in_points_is_no_lead(read: Read) -> None:
    assert only(read, "The index fell by 312 points.").predicate != "margin"


@pytest.mark.parametrize("words", ["were nicked", "were collared", "were arrested"])
def test_slang_tells_what_befell_people(read: Read, words: str) -> None:
    figure = only(read, f"Seventeen {words} on the square.")
    assert figure.head == "people"
