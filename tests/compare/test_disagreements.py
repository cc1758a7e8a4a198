from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Comparison, Disagreement

Tell = Callable[..., Comparison]


def of_type(story: Comparison, kind: str) -> list[Disagreement]:
    return [d for d in story.disagreements if d.type == kind]


def positions(one: Disagreement) -> str:
    return " | ".join(side.position for side in one.sides)


def test_a_denial_stands_against_what_it_denies_in_another_article(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Two engineers said a cracked turbine had been leaking oil into the river Sarn."),
        Herald=("2031-05-04", "The power company denied that a cracked turbine had been leaking oil."),
    )
    found = of_type(story, "denial")
    assert len(found) == 1
    assert {c.article for side in found[0].sides for c in side.citations} == {a.id for a in story.articles}
    assert "power company" in found[0].sides[0].who[0].name.casefold()


def test_a_number_that_loses_its_at_least_is_a_lost_bound(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "At least 120 people were injured, the fire service said."),
        Herald=("2031-05-03", "The blast injured 120 people."),
    )
    found = of_type(story, "lost bound")
    assert len(found) == 1
    assert "At least 120" in positions(found[0])


def test_a_later_higher_count_is_an_update_and_no_contradiction(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "The quake killed 12 people, police said."),
        Herald=("2031-05-06", "The quake killed 45 people, police said."),
    )
    assert len(of_type(story, "update")) == 1
    assert not of_type(story, "contradiction")


def test_two_counts_of_one_day_that_cannot_both_hold_are_a_contradiction(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Organisers said 9,000 people marched."),
        Herald=("2031-05-03", "Police said 2,500 people marched."),
    )
    assert len(of_type(story, "contradiction")) == 1


def test_a_forecast_is_not_contradicted_by_a_count(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "The minister warned that 300 people could fall ill."),
        Herald=("2031-05-06", "Doctors said 127 people had fallen ill."),
    )
    assert not of_type(story, "update")
    assert not of_type(story, "contradiction")


def test_about_eleven_thousand_does_not_contradict_ten_thousand(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Police said about 11,000 people marched."),
        Herald=("2031-05-03", "Police said 10,500 people marched."),
    )
    assert not of_type(story, "contradiction")


def test_the_same_quoted_words_in_two_mouths_are_named(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "“We will never sell this harbour to anyone,” said Mayor Ana Dole."),
        Herald=("2031-05-03", "“We will never sell this harbour to anyone,” said Peter Vance, a councillor."),
    )
    assert len(of_type(story, "quotation")) == 1


def test_no_disagreement_loses_a_side(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Police said 9,000 people marched. The mayor denied that the bridge would close."),
        Herald=("2031-05-05", "Police said 2,500 people marched. Reports said the bridge would close on Friday."),
    )
    assert story.disagreements
    assert all(len(d.sides) >= 2 and all(s.citations for s in d.sides) for d in story.disagreements)


@pytest.mark.parametrize("text", ["", "…", "No news."])
def test_where_nothing_differs_nothing_is_listed(tell: Tell, text: str) -> None:
    assert tell(Tribune=("2031-05-03", text)).disagreements == ()
