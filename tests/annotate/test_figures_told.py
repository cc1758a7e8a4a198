"""What a number counts by the words round it: its question, its whole, whose it is, and who is cited with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Annotation, Figure

Read = Callable[..., Annotation]


def figure(read: Read, text: str, value: float) -> Figure:
    return next(f for f in read(text).figures if f.value == value)


@pytest.mark.parametrize("state", ["wounded", "missing", "unemployed"])
def test_a_number_of_those_in_a_state_counts_them(read: Read, state: str) -> None:
    assert figure(read, f"The governor put the number of {state} at 47 after the quake.", 47).head == state


def test_a_figure_of_somebody_counts_what_the_number_before_does(read: Read) -> None:
    text = "A first report put the number of injured at 47. The ministry’s figure is 41."
    assert figure(read, text, 41).head == figure(read, text, 47).head


def test_there_were_so_many_of_what_the_sentence_before_counts(read: Read) -> None:
    assert figure(read, "We reported three arrests at the rally. There were two.", 2).head == "arrest"


def test_an_answer_counts_what_its_question_asks_for(read: Read) -> None:
    found = figure(read, "How many miners died?\n\nTwelve, the company says, after one man died on Monday.", 12)
    assert (found.head, found.predicate) == ("miner", "die")


def test_what_some_of_the_dead_were_is_counted(read: Read) -> None:
    found = figure(read, "Five of the dead were Harrow employees, the mayor said.", 5)
    assert (found.head, found.group, found.predicate) == ("employee", "Harrow", "dead")


def test_somebodys_own_share_the_fate_of_those_that_they_are_of(read: Read) -> None:
    text = "The Harrow company put the death toll at 21, four of them its own workers."
    found = figure(read, text, 4)
    assert (found.head, found.predicate) == ("worker", "death")


def test_the_police_count_the_crowd_that_was_told_of(read: Read) -> None:
    text = "More than 3,000 people marched to the port. Police put the crowd at just 800."
    assert figure(read, text, 800).head == "people"


@pytest.mark.parametrize(
    "text",
    [
        "Flags flew at half-mast in the port.",
        "The pump on line 3 had failed, the engineers wrote.",
        "Our 10.05 entry named the wrong man.",
    ],
)
def test_parts_of_words_lines_and_entries_are_no_figures(read: Read, text: str) -> None:
    assert not read(text).figures


def test_one_of_several_is_nobody_counted(read: Read) -> None:
    assert [f.value for f in read("Ana Ruiz was one of five dockers dismissed in May.").figures] == [5]


def test_not_one_is_none(read: Read) -> None:
    found = read("Not one soldier has crossed the border, the minister said.").figures[0]
    assert (found.span.text, found.value) == ("Not one", 0)


def test_a_raised_offer_ends_at_its_second_number(read: Read) -> None:
    found = read("The port raised its offer from 2,000 to 15,000 crowns.").figures[0]
    assert (found.former, found.value, found.unit) == (2000, 15_000, "crown")


def test_the_number_of_another_weekday_goes_on(read: Read) -> None:
    text = "On Friday the ministry had 46 cases, on Monday 112."
    assert [f.value for f in read(text).figures] == [46, 112]


def test_a_number_that_only_goes_on_is_of_the_same_source(read: Read) -> None:
    text = "The port union spoke of at least 160 strikers and five injuries."
    assert [f.attribution for f in read(text).figures] == [0, 0]
    told = read("The port union spoke of 160 strikers; the mayor dismissed 12 clerks.")
    assert figure(read, told.article.text, 12).attribution is None


@pytest.mark.parametrize("text", ["Kenya has now recorded nine cases.", "The council includes 18 from Kenya."])
def test_a_place_that_has_counted_its_own_is_the_place(read: Read, text: str) -> None:
    place = read(text).figures[0].place
    assert place is not None
    assert place.text == "Kenya"
