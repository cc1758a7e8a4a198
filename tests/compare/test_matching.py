"""When two claims say the same: by meaning, by words, and never against a number, a denial or an opposite word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sayso.compare.antecedents import antecedents
from sayso.model import Account, Annotation, Article, Comparison, Gathered
from sayso.pipeline import read_story

Tell = Callable[..., Comparison]
Read = Callable[..., Annotation]
OTHER_WORDS = {
    "Tribune": ("2031-05-03", "The mayor demanded that the company open its records. Rain fell in the north."),
    "Herald": ("2031-05-04", "The mayor told the firm to open its books. A train was late in the south."),
}


def together(story: Comparison, one: str, other: str) -> bool:
    """Whether one account holds both words."""
    return any(one in _words(a) and other in _words(a) for a in story.accounts)


def _words(account: Account) -> str:
    return " | ".join(s.text for c in account.citations for s in c.spans)


def test_the_same_in_other_words_is_one_account(tell: Tell) -> None:
    assert together(tell(**OTHER_WORDS), "open its records", "open its books")


def test_a_link_names_the_meaning_among_its_reasons(tell: Tell) -> None:
    account = next(a for a in tell(**OTHER_WORDS).accounts if "open its" in a.text)
    assert "meaning" in account.reason


def test_fast_matches_by_words_alone() -> None:
    made = [
        Article.make(text, name, outlet=name, published=date.fromisoformat(day))
        for name, (day, text) in OTHER_WORDS.items()
    ]
    story = read_story(Gathered(tuple(made)), fast=True)
    assert not any("meaning" in account.reason for account in story.accounts)


def test_opposite_words_are_two_accounts(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Police said the shots had come from the northern gate of the stadium."),
        Herald=("2031-05-03", "Witnesses said the shots had come from the southern gate of the stadium."),
    )
    assert not together(story, "northern", "southern")


def test_a_denial_of_the_account_stands_for_what_was_told_before_it(read: Read) -> None:
    annotation = read(
        "Two engineers said the turbine had leaked oil into the river. The power company rejected the account."
    )
    denial = next(c for c in annotation.claims if c.spans[0].text == "the account")
    assert ["turbine" in c.terms for c in antecedents(annotation, denial)] == [True]


def test_a_content_that_says_something_stands_for_itself(read: Read) -> None:
    annotation = read("Two engineers said the turbine had leaked. The company denied the leak in the turbine hall.")
    assert all(not antecedents(annotation, c) for c in annotation.claims)


def test_nothing_before_it_leaves_a_pointing_denial_alone(read: Read) -> None:
    annotation = read("The power company rejected the account.")
    assert all(not antecedents(annotation, c) for c in annotation.claims)


def test_a_denial_of_the_charge_stands_for_what_one_was_accused_of(read: Read) -> None:
    annotation = read(
        "The minister accused the rebels of moving shells on buses and said the roads were closed. "
        "The rebels rejected the charge."
    )
    denial = next(c for c in annotation.claims if c.spans[0].text == "the charge")
    assert ["shell" in c.terms for c in antecedents(annotation, denial)] == [True]


def test_what_happened_on_other_days_is_not_one_account(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-09", "The agency said two trucks of flour reached Alvern on May 3."),
        Herald=("2031-05-09", "The agency said a train of coal reached Alvern on May 8."),
    )
    assert not together(story, "two trucks", "a train")


def test_a_negation_in_another_part_does_not_part_two_claims(tell: Tell) -> None:
    made = tell(
        Tribune=(
            "2031-05-03",
            "“Our tests have found nothing. The milk from Marl is safe to drink,” the dairy said.",
        ),
        Herald=("2031-05-03", "The dairy said that all milk from Marl was safe to drink."),
    )
    assert together(made, "Marl is safe", "Marl was safe")


def test_a_negation_in_the_part_that_both_share_does(tell: Tell) -> None:
    made = tell(
        Tribune=("2031-05-03", "“We are hiding nothing. The milk from Marl is not safe to drink,” the dairy said."),
        Herald=("2031-05-03", "The dairy said that all milk from Marl was safe to drink."),
    )
    assert not together(made, "Marl is not safe", "Marl was safe")
