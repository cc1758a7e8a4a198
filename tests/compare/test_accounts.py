from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations

from sayso.model import Account, Article, Comparison, Gathered
from sayso.pipeline import read_story

Tell = Callable[..., Comparison]


def account_with(story: Comparison, words: str) -> Account:
    return next(a for a in story.accounts if words in a.text)


def test_claims_that_say_the_same_in_two_articles_are_one_account(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Mayor Ana Dole said the Sarn bridge would be closed for repairs until autumn."),
        Herald=("2031-05-04", "The Sarn bridge will be closed for repairs until autumn, said engineer Paul Kerr."),
    )
    account = account_with(story, "bridge")
    assert {ref.article for ref in account.claims} == {a.id for a in story.articles}


def test_a_link_says_why(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Mayor Ana Dole said the Sarn bridge would be closed for repairs until autumn."),
        Herald=("2031-05-04", "The Sarn bridge will be closed for repairs until autumn, said engineer Paul Kerr."),
    )
    assert "words" in account_with(story, "bridge").reason
    assert "bridge" in account_with(story, "bridge").reason


def test_claims_of_other_things_stay_apart(tell: Tell) -> None:
    story = tell(
        Tribune=(
            "2031-05-03",
            "Mayor Ana Dole said the bridge would be closed. Doctors said 40 people had been killed.",
        ),
    )
    assert account_with(story, "bridge").id != account_with(story, "40 people").id


def test_other_numbers_of_one_kind_are_not_one_account(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Police said 12 people were killed in the Alvern tunnel fire."),
        Herald=("2031-05-04", "Police said 45 people were killed in the Alvern tunnel fire."),
    )
    assert account_with(story, "12 people").id != account_with(story, "45 people").id


def test_every_claim_stands_in_one_account(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Mayor Ana Dole said the bridge would be closed. She denied that money was short."),
        Herald=("2031-05-04", "The bridge is closed. Reports said money was short."),
    )
    held = [ref for account in story.accounts for ref in account.claims]
    assert len(held) == len(set(held))


def test_the_named_source_that_confirms_reports_stands_behind_them(tell: Tell) -> None:
    story = tell(Tribune=("2031-05-03", "The ministry confirmed reports that 300 miners were trapped underground."))
    row = next(r for s in story.series for r in s.rows if r.value == 300)
    assert [w.name.casefold().removeprefix("the ") for w in row.who] == ["ministry"]


def test_a_source_that_denies_reports_does_not_stand_behind_them(tell: Tell) -> None:
    story = tell(Tribune=("2031-05-03", "The ministry denied reports that 300 miners were trapped underground."))
    rows = [r for s in story.series for r in s.rows if r.value == 300]
    assert rows and all("ministry" not in w.name.casefold() or r.mode == "denied" for r in rows for w in r.who)


def test_the_order_of_the_articles_changes_nothing() -> None:
    texts = {
        "a": "Police said 12 people were killed in the Alvern tunnel fire. The operator denied any fault.",
        "b": "Reports said the operator was at fault. At least 12 people died in the tunnel, police said.",
        "c": "About 30 people were killed in the tunnel fire, the fire service said on Monday.",
    }
    articles = [
        Article.make(text, name, outlet=name, published=date(2031, 5, 3 + i))
        for i, (name, text) in enumerate(texts.items())
    ]
    stories = [read_story(Gathered(tuple(order))) for order in permutations(articles)]
    assert all(story == stories[0] for story in stories)
