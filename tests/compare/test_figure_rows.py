"""Which figures stand in one row, and which differences of them are told."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model import Comparison, Disagreement, Series

Tell = Callable[..., Comparison]


def row_of(story: Comparison, value: float) -> Series:
    return next(s for s in story.series if any(r.value == value for r in s.rows))


def of_type(story: Comparison, kind: str) -> list[Disagreement]:
    return [d for d in story.disagreements if d.type == kind]


def test_a_part_that_was_destroyed_is_destroyed_like_any_other(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "At least nine houses burned down in Alvern, the mayor said."),
        Herald=("2031-05-06", "Eleven of the 22 houses were destroyed in Alvern, the insurers say."),
    )
    assert row_of(story, 9).id == row_of(story, 11).id
    assert row_of(story, 22).id != row_of(story, 11).id
    assert of_type(story, "update")


def test_those_of_one_firm_are_one_row_however_they_are_named(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "“Three of our colleagues are dead,” said Harrow Mining’s director, Ana Dole."),
        Herald=("2031-05-04", "Harrow Mining put the toll at 21, four of them its own staff."),
        Gazette=("2031-05-06", "Five of the dead were Harrow employees, the mayor said."),
    )
    assert row_of(story, 3).id == row_of(story, 4).id == row_of(story, 5).id
    assert row_of(story, 21).id != row_of(story, 3).id


def test_the_dead_of_years_are_not_those_of_the_event(tell: Tell) -> None:
    story = tell(
        Tribune=(
            "2031-09-08",
            "A blast killed 14 people in Alvern, the police said. Fighting resumed in March. More than 400 people have "
            "been killed since then, observers say. A quake killed 30 people in 2029. Influenza kills 90 people every "
            "winter.",
        ),
        Herald=("2031-09-09", "The blast in Alvern killed 16 people."),
    )
    assert row_of(story, 14).id == row_of(story, 16).id
    assert len({row_of(story, value).id for value in (14, 30, 90, 400)}) == 4


def test_children_among_the_dead_are_not_all_the_dead(tell: Tell) -> None:
    story = tell(Tribune=("2031-05-03", "The flood killed 40 people. Six children were killed in a school."))
    assert row_of(story, 40).id != row_of(story, 6).id


def test_those_in_hospital_are_not_all_the_sick(tell: Tell) -> None:
    story = tell(Tribune=("2031-05-03", "The clinic counted 46 cases. Nineteen patients are in hospital."))
    assert row_of(story, 46).id != row_of(story, 19).id


def test_who_speaks_by_the_hundred_is_counted(tell: Tell) -> None:
    story = tell(Tribune=("2031-05-03", "More than 3,000 people said no to the plan. Police put the crowd at 800."))
    assert row_of(story, 3000).id == row_of(story, 800).id
    assert of_type(story, "contradiction")


def test_a_headline_is_set_against_the_number_of_its_text(tell: Tell) -> None:
    loud = "FIFTY DEAD in Alvern quake\n\nThe health ministry said 30 people were killed on Monday."
    plain = "30 dead in Alvern quake\n\nThe health ministry said 30 people were killed on Monday."
    assert [s.position for d in of_type(tell(Tribune=("2031-05-03", loud)), "headline") for s in d.sides][:1] == [
        "FIFTY"
    ]
    assert not of_type(tell(Tribune=("2031-05-03", plain)), "headline")


def test_a_number_that_an_outlet_corrects_stands_against_the_right_one(tell: Tell) -> None:
    text = "Correction: an earlier version put the number of injured at 47. The ministry’s figure is 41."
    story = tell(Tribune=("2031-05-03", text))
    corrected = [d for d in story.disagreements if d.reason == "the outlet corrects the number that it had given"]
    assert [[c.spans[0].text for c in s.citations] for s in corrected[0].sides] == [["47"], ["41"]]


def test_two_counts_of_one_day_contradict_each_other_though_one_is_told_again(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "The ministry said the blast killed 30 people. The union said it killed 50 people."),
        Herald=("2031-05-06", "The blast in Alvern killed 30 people, the ministry said."),
    )
    assert of_type(story, "contradiction")


def test_what_a_count_takes_in_makes_it_another_whole(tell: Tell) -> None:
    text = (
        "The ministry counted 213 confirmed cases in May. The council said there were 231 cases, because it includes "
        "those of the islands."
    )
    story = tell(Tribune=("2031-05-23", text), Herald=("2031-05-30", "The ministry counted 213 confirmed cases."))
    assert of_type(story, "scope")


def test_some_of_those_counted_elsewhere_can_both_hold(tell: Tell) -> None:
    text = "The hospital said 38 people were injured at the rally. The police said that one officer was injured."
    assert of_type(tell(Tribune=("2031-05-03", text)), "scope")


def test_a_number_that_goes_on_is_of_the_day_of_what_it_goes_on_with(tell: Tell) -> None:
    text = "On Monday the health ministry counted 112 cases, after 46 on Friday; 64 people are in hospital."
    story = tell(Tribune=("2031-05-07", text))
    dates = {r.value: r.as_of for s in story.series for r in s.rows}
    assert dates == {112: "2031-05-05", 46: "2031-05-02", 64: "2031-05-05"}


def test_each_number_of_a_list_is_of_the_day_before_it(tell: Tell) -> None:
    story = tell(Tribune=("2031-05-07", "On Friday the ministry had 46 cases, on Monday 112."))
    assert {r.value: r.as_of for s in story.series for r in s.rows} == {46: "2031-05-02", 112: "2031-05-05"}


def test_the_first_patients_and_some_of_them_are_not_all(tell: Tell) -> None:
    text = (
        "The clinic counted 46 cases. Sixteen of the first 20 patients are farmers. It has 9 patients, two of them ill."
    )
    story = tell(Tribune=("2031-05-07", text))
    assert not {20, 2} & {r.value for r in row_of(story, 46).rows}


def test_a_row_shows_no_words_of_another_clause_or_sentence(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Ten people were killed and around 30 wounded in the blast, the mayor said."),
        Herald=("2031-05-06", "How many people died?\n\nTwelve, the hospital says, after a man died on Monday."),
    )
    words = {row.words for series in story.series for row in series.rows}
    assert {"around 30", "Twelve"} <= words
