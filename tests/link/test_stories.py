"""Which articles are of one story."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.stories import Grouping, group_stories
from sayso.link.stories.clusters import clusters
from sayso.link.stories.features import WEIGHTS, Features, features, likelihood
from sayso.link.stories.reading import read
from sayso.model import Article, StoryGroup

DERAILED = (
    "A freight train left the rails outside Oldhaven early on Friday and blocked the main line to the coast. Eleven "
    "wagons lay across both tracks, and two of them had leaked ammonia, the fire brigade reported. Some 400 residents "
    "of the Millgate quarter were led to a sports hall. The operator Norrail expects the line to stay shut. Mayor "
    "Edda Pryce asked why the switch had not been changed when the inspectors first warned of it.",
    "People in Oldhaven woke to sirens on Friday when a Norrail freight train jumped the tracks beside the cement "
    "works and ammonia leaked from its wagons. Families from the Millgate quarter spent the morning in a sports hall. "
    "“We were told to shut our windows and wait,” a shopkeeper said. Mayor Edda Pryce called for an inquiry into the "
    "cracked switch, and the fire brigade kept watch over the derailed wagons.",
    "Rail inspectors took away a cracked switch blade on Saturday, a day after a freight train derailed at Oldhaven. "
    "Two of the eleven derailed wagons leaked ammonia; the fire brigade has sealed both. Residents of the Millgate "
    "quarter may go home. Norrail said its switch had been due for replacement in January, and the union of the "
    "railway workers spoke of years without repairs on the main line to the coast.",
)
STRIKE = (
    "Bakers in Lund walked out on Monday over the night shift, and most bakeries in the old town stayed shut. The "
    "bakers’ guild says that 340 of its members are on strike. Its chair, Oda Lind, wants a bonus for work before "
    "four in the morning. The owners’ league offered half of it and called the walkout reckless. Cafes served "
    "crispbread, and a supermarket limited the sale of loaves to two for each customer.",
    "The walkout of the bakers of Lund goes into its third day. Oda Lind, who chairs the bakers’ guild, said on "
    "Wednesday that the owners’ league had moved on the night shift but not far enough. “Half a bonus is half a "
    "loaf,” she said. Bakeries in the old town remain shut, and schools have dropped bread from their lunches. The "
    "league says that the strike costs its members a third of the month’s sales.",
)
VOTE = (
    "Mayor Edda Pryce of Oldhaven leads her challenger by 212 votes after Sunday’s election, with postal ballots of "
    "two districts still to be counted. Tomas Rell, who runs for the Harbour List, asked for a recount before the "
    "electoral office had published its tally. Turnout was the highest in thirty years. Observers reported long "
    "queues at polling stations and three broken ballot scanners.",
    "The electoral office will recount all ballots of Oldhaven’s election by hand. Challenger Tomas Rell of the "
    "Harbour List had asked for it after three ballot scanners broke down on Sunday. Mayor Edda Pryce, who leads by "
    "212 votes, said that she welcomes the recount. Observers called the count of the postal ballots slow but fair, "
    "and turnout a record.",
)
DAYS = {DERAILED: date(2031, 3, 7), STRIKE: date(2031, 3, 10), VOTE: date(2031, 3, 9)}


def article(text: str, name: str, day: date | None = None, outlet: str | None = None) -> Article:
    return Article.make(text, name, published=day, outlet=outlet)


def coverage(dated: bool = True) -> list[Article]:
    return [
        article(text, f"{story[0][:9]} {n}", day + timedelta(n) if dated else None, f"Outlet {n}")
        for story, day in DAYS.items()
        for n, text in enumerate(story)
    ]


def names(stories: Iterable[StoryGroup], articles: Iterable[Article]) -> set[frozenset[str]]:
    known = {a.id: a.name for a in articles}
    return {frozenset(known[m.article] for m in s.members) for s in stories}


EXPECTED = {
    frozenset({"A freight 0", "A freight 1", "A freight 2"}),
    frozenset({"Bakers in 0", "Bakers in 1"}),
    frozenset({"Mayor Edd 0", "Mayor Edd 1"}),
}


@pytest.mark.parametrize("dated", [True, False])
def test_articles_on_one_event_are_one_story_with_and_without_dates(dated: bool) -> None:
    given = coverage(dated)
    assert names(group_stories(given), given) == EXPECTED


def test_a_name_that_two_stories_share_does_not_join_them() -> None:
    given = [a for a in coverage() if "Edda Pryce" in a.text]
    assert len(given) == 4
    assert names(group_stories(given), given) == {
        frozenset({"A freight 0", "A freight 1"}),
        frozenset({"Mayor Edd 0", "Mayor Edd 1"}),
    }


def test_a_story_has_title_days_outlets_and_articles() -> None:
    first, *_ = group_stories(coverage())
    assert (first.first, first.last, first.undated) == (date(2031, 3, 7), date(2031, 3, 9), 0)
    assert first.outlets == ("Outlet 0", "Outlet 1", "Outlet 2")
    texts = {a.id: a.text for a in coverage()}
    assert texts[first.title_article][first.title.start : first.title.end] == first.title.text
    assert first.id == first.members[0].article


def test_a_headline_is_a_better_title_than_an_opening() -> None:
    headed = Article.make(f"Ammonia leaks from train\n\n{DERAILED[2]}", "headed", title="Ammonia leaks from train")
    (story,) = group_stories([article(DERAILED[0], "plain"), headed])
    assert story.title.text == "Ammonia leaks from train"


def test_a_title_is_cut_at_a_sentence_or_a_word() -> None:
    (story,) = group_stories([article(DERAILED[0], "plain")])
    assert (
        story.title.text
        == "A freight train left the rails outside Oldhaven early on Friday and blocked the main line to the coast."
    )
    (long,) = group_stories([article("ammonia " * 40, "long")])
    assert len(long.title) <= 110 and long.title.text.endswith("ammonia")


def test_every_link_says_why() -> None:
    given = coverage()
    for story in group_stories(given):
        for member in story.members:
            assert member.nearest in {m.article for m in story.members} - {member.article}
            assert 0.5 <= member.score <= 1
            assert member.reason.startswith(f"{member.score:.2f}: words 0.")
            assert "opening" in member.reason and "(" in member.reason


def test_an_article_that_stands_alone_is_a_story_without_a_link() -> None:
    (story,) = group_stories([article(STRIKE[0], "one")])
    assert [(m.nearest, m.score, m.reason) for m in story.members] == [(None, 0.0, "")]


def test_the_first_article_names_the_story_however_many_come_later() -> None:
    given = coverage()
    before = {s.id for s in group_stories(given[:1] + given[3:])}
    assert before == {s.id for s in group_stories(given)}


def test_no_article_gives_no_story() -> None:
    assert group_stories([]) == ()


def test_texts_without_a_telling_word_do_not_join() -> None:
    given = [article("It was.", "a"), article("It was not.", "b"), article("…", "c")]
    assert len(group_stories(given)) == 3


def test_a_thousand_copies_are_one_story_and_said_to_be_identical() -> None:
    given = [article(DERAILED[0], f"copy {n}", date(2031, 3, 7) + timedelta(n % 3)) for n in range(1000)]
    (story,) = group_stories([*given, article(DERAILED[1], "other", date(2031, 3, 7))])
    assert len(story.members) == 1001
    assert [m.reason for m in story.members].count("identical words") == 999


def test_an_event_of_another_year_in_the_same_words_but_few_is_another_story() -> None:
    given = [article(STRIKE[0], "now", date(2031, 3, 10)), article(STRIKE[1], "then", date(2029, 3, 12))]
    assert len(group_stories(given)) == 2


def test_a_wrong_or_missing_date_costs_one_article_only() -> None:
    given = coverage()
    odd = [article(given[0].text, "odd", date(2099, 1, 1)), article(given[3].text + " More.", "undated")]
    found = names(group_stories([*given, *odd]), [*given, *odd])
    assert frozenset({"Bakers in 0", "Bakers in 1", "undated"}) in found
    assert frozenset({"Mayor Edd 0", "Mayor Edd 1"}) in found


POOL = [*coverage(), *(article(a.text, f"{a.name} again") for a in coverage()[::2])]


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_any_order_and_any_batches_give_the_same(rng: random.Random, batches: int) -> None:
    given = list(POOL)
    rng.shuffle(given)
    grouping = Grouping()
    for n in range(batches):
        grouping.add(given[n::batches])
        grouping.stories()
    assert grouping.stories() == group_stories(POOL)


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(range(len(POOL)))), st.sets(st.sampled_from(range(len(POOL)))))
def test_adding_and_removing_again_leaves_no_trace(kept: set[int], passing: set[int]) -> None:
    grouping = Grouping()
    grouping.add(POOL[i] for i in kept | passing)
    grouping.stories()
    grouping.remove(POOL[i].id for i in passing - kept)
    grouping.remove(["no such article"])
    assert grouping.stories() == group_stories(POOL[i] for i in kept)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.sampled_from([0.2, 0.5, 0.7, 1.0])))
def test_clusters_put_everything_in_one_place_and_split_nothing_that_is_far_apart(
    drawn: dict[tuple[int, int], float],
) -> None:
    scores = {(i, j): s for (i, j), s in drawn.items() if i < j}
    found = clusters(10, scores, 0.5)
    assert sorted(i for group in found for i in group) == list(range(10))
    assert found == clusters(10, dict(reversed(scores.items())), 0.5)
    for a, b in ((a, b) for a in found for b in found if a < b):
        total = sum(scores.get((min(i, j), max(i, j)), 0.0) for i in a for j in b)
        assert total / (len(a) * len(b)) < 0.5


def test_one_likely_pair_does_not_join_two_groups() -> None:
    scores = {(0, 1): 1.0, (2, 3): 1.0, (1, 2): 0.9}
    assert clusters(4, scores, 0.5) == [[0, 1], [2, 3]]


def test_features_are_the_same_either_way_and_weights_have_their_names() -> None:
    a, b = (read(one) for one in coverage()[:2])
    assert features(a, b) == features(b, a)
    assert features(a, b).dates == pytest.approx(0.68, abs=0.01)
    assert set(WEIGHTS._asdict()) == set(Features._fields)
    assert likelihood(features(a, b)) > 0.5 > likelihood(features(a, read(coverage()[3])))
