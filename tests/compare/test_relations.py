"""How actors stand toward each other over all articles."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.relations import merge_relations
from sayso.model import Mode, StoryRelation
from tests.compare.builders import Build, copy, scene


def stands(
    name: str = "Post",
    words: str = "Norrail backs the mayor.",
    ends: tuple[str, str] = ("Norrail", "the mayor"),
    stance: float = 0.7,
    how: Mode = Mode.ASSERTED,
    published: date | None = None,
) -> Build:
    build = Build(words, name, name, published)
    source, target = build.actor(ends[0]), build.actor(ends[1])
    build.relation(source, target, words.rstrip("."), stance=stance, how=how)
    return build


def merged(*builds: Build) -> tuple[StoryRelation, ...]:
    return merge_relations(scene(builds))


def test_a_relation_of_several_articles_is_one_with_all_evidence() -> None:
    (found,) = merged(stands("Post"), stands("Mail", stance=0.5))
    assert (found.source, found.target, found.stance) == ("Norrail", "the mayor", 0.6)
    assert len(found.citations) == 2
    assert sorted(w.name for w in found.who) == ["Mail", "Post"]


def test_opposite_signs_stay_apart() -> None:
    assert len(merged(stands("Post"), stands("Mail", stance=-0.7))) == 2


def test_what_is_feared_or_denied_does_not_join_what_is_stated() -> None:
    found = merged(stands("A"), stands("B", how=Mode.DENIED), stands("C", how=Mode.FEARED))
    assert sorted(r.mode for r in found) == [Mode.ASSERTED, Mode.DENIED, Mode.FEARED]


def test_nobody_stands_toward_himself() -> None:
    assert merged(stands(ends=("Norrail", "Norrail"))) == ()


def test_satire_shows_whom_its_outlet_mocks_and_no_relation_of_what_it_tells() -> None:
    build = stands(name="Kettle", words="Hats off to Norrail! Norrail backs the mayor.")
    build.flag(build.text)
    (found,) = merged(build)
    assert (found.source, found.target, found.type) == ("Kettle", "Norrail", "mocks")
    assert found.citations[0].spans[0].text == "Hats off to Norrail!"


def test_the_date_is_the_latest_known() -> None:
    (found,) = merged(stands("A", published=date(2031, 5, 3)), stands("B", published=date(2031, 5, 9)), stands("C"))
    assert found.date == "2031-05-09"
    assert merged(stands("C"))[0].date is None


def test_more_articles_weigh_more_but_copies_do_not() -> None:
    one, other = stands("Post"), stands("Mail")
    (both,), (copied,) = merged(one, other), merge_relations(scene([one, other], [copy(one, other)]))
    assert both.weight > copied.weight


ROWS = st.tuples(st.sampled_from([0.7, 0.1, -0.7]), st.sampled_from(list(Mode)), st.integers(1, 9))


@settings(deadline=None, max_examples=40)
@given(st.lists(ROWS, max_size=6, unique=True), st.randoms())
def test_any_order_gives_the_same_relations(rows: list[tuple[float, Mode, int]], shuffler: random.Random) -> None:
    def build() -> tuple[StoryRelation, ...]:
        return merged(*(stands(f"{s} {m} {n}", stance=s, how=m, published=date(2031, 5, n)) for s, m, n in rows))

    first = build()
    shuffler.shuffle(rows)
    assert build() == first


def test_bare_roles_come_after_names_however_often_they_are_told() -> None:
    often = [stands(name, ends=("gunman", "officer")) for name in ("A", "B", "C")]
    found = merged(*often, stands("D", ends=("Norrail", "Orr")))
    assert [r.source for r in found] == ["Norrail", "gunman"]


def test_another_telling_of_a_pair_comes_after_other_pairs() -> None:
    ends = ("Norrail", "Blythe")
    twice = [stands(n, how=h, ends=ends) for n, h in (("A", Mode.ASSERTED), ("B", Mode.ASSERTED), ("C", Mode.FEARED))]
    found = merged(*twice, stands("D", stance=0.1, ends=("Orr", "Norrail")))
    assert [(r.source, r.mode) for r in found] == [
        ("Norrail", Mode.ASSERTED),
        ("Orr", Mode.ASSERTED),
        ("Norrail", Mode.FEARED),
    ]
