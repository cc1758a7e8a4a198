"""Which days of a story matter most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.salience import WEIGHTS, Features, day_salience, features_of, score
from sayso.model import Annotation
from tests.compare.builders import Build

QUAKE, VOTE = date(2031, 5, 3), date(2031, 5, 9)


def telling(name: str, published: date | None, *days: date, about: str = "The dam broke on {}.") -> Annotation:
    """Build an article that tells of ``days``, a sentence each."""
    build = Build(" ".join(about.format(d.isoformat()) for d in days), name, published=published)
    for day in days:
        build.time(day.isoformat(), day.isoformat())
    return build.done()


def ranked(articles: Sequence[Annotation]) -> list[date]:
    found = day_salience(articles)
    return sorted(found, key=lambda d: -found[d])


def test_a_day_that_coverage_comes_back_to_outranks_one_told_once() -> None:
    told = [telling(f"q{d}", date(2031, 5, d), QUAKE) for d in (3, 4, 12)]
    assert ranked([*told, telling("v", date(2031, 5, 9), VOTE)])[0] == QUAKE


def test_many_articles_of_one_day_count_as_one_day_of_coverage() -> None:
    same = [telling(f"v{i}", VOTE, VOTE) for i in range(8)]
    later = [telling("q1", date(2031, 5, 3), QUAKE), telling("q2", date(2031, 5, 4), QUAKE)]
    assert ranked([*same, *later])[0] == QUAKE


def test_copies_of_an_article_change_nothing() -> None:
    articles = [telling("q", QUAKE, QUAKE), telling("v", VOTE, VOTE, QUAKE)]
    assert features_of(articles * 5) == features_of(articles)


def test_undated_articles_count_each_for_itself() -> None:
    told = [telling("a", None, QUAKE), telling("b", None, QUAKE), telling("c", None, VOTE)]
    assert ranked(told) == [QUAKE, VOTE]


def test_what_is_off_the_subject_counts_less() -> None:
    aside = telling("c", date(2031, 5, 6), VOTE, about="Unrelated gardening tips appeared {}.")
    on = [telling(n, date(2031, 5, d), QUAKE) for n, d in (("a", 6), ("b", 6))]
    found = features_of([*on, aside])
    assert found[QUAKE].told > found[VOTE].told


def test_a_window_leaves_out_days_before_and_after() -> None:
    articles = [telling("a", date(2031, 5, 4), QUAKE, VOTE)]
    assert set(day_salience(articles, QUAKE, date(2031, 5, 5))) == {QUAKE, date(2031, 5, 4)}


def test_a_day_of_publication_that_nobody_tells_of_counts_nothing() -> None:
    assert day_salience([telling("a", date(2031, 5, 4), QUAKE)])[date(2031, 5, 4)] == 0


def test_only_firm_days_count() -> None:
    build = Build("It began in May 2031 and since 3 May 2031 nobody left.", published=VOTE)
    build.time("May 2031", "2031-05")
    build.time("3 May 2031", "2031-05-03/..")
    assert features_of([build.done()]) == {}


def test_no_articles_give_no_days() -> None:
    assert day_salience([]) == {}


def test_the_ends_of_the_calendar_do_no_harm() -> None:
    assert set(features_of([telling("a", None, date.min, date.max)])) == {date.min, date.max}


def test_weights_are_shares_of_one() -> None:
    assert score(Features(1, 1, 1)) == pytest.approx(1)
    assert all(0 < w < 1 for w in WEIGHTS)


@given(st.permutations(range(5)))
def test_the_order_of_the_articles_changes_nothing(order: list[int]) -> None:
    articles = [telling(f"a{i}", date(2031, 5, 1 + 2 * i), QUAKE, date(2031, 5, 1 + i)) for i in range(5)]
    shuffled = day_salience([articles[i] for i in order])
    assert shuffled == pytest.approx(day_salience(articles))
