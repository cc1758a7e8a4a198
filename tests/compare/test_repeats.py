"""A text printed many times is compared once and counted every time."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate import annotate_all
from sayso.compare import compare
from sayso.compare.matching import Item, Match, match
from sayso.compare.repeats import MANY, once, sentences_once
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity
from sayso.compare.windows import date_window
from sayso.link import link
from sayso.model import Annotation, Article, ClaimRef, Comparison
from tests.compare.builders import Build

TEXT = (
    "A dam above Lorne burst on Friday night. At least 30 miners are missing, Governor Ada Lorne said. "
    "The owner, Ostrane Water, denied that it had been warned. Officials fear more rain."
)


def printed(base: Annotation, number: int, day: date | None) -> Annotation:
    made = Article.make(base.article.text, f"{number}.txt", outlet=f"Outlet {number}", published=day)
    return replace(base, article=made)


def told(annotations: Sequence[Annotation]) -> Comparison:
    return compare(annotations, link(annotations))


def test_a_thousand_copies_are_one_origin_in_one_account_each(read: Callable[..., Annotation]) -> None:
    base = read(TEXT, date(2031, 5, 3))
    many = told([printed(base, i, date(2031, 5, 3)) for i in range(1000)])
    single = told([printed(base, 0, date(2031, 5, 3))])
    assert len(many.articles) == len(many.windows) == 1000
    assert [a.text for a in many.accounts] == [a.text for a in single.accounts]
    for account in many.accounts:
        assert (account.independence.articles, account.independence.outlets) == (1000, 1000)
        assert account.independence.shown <= 1
        assert account.independence.origins == 1
    assert [len(s.rows) for s in many.series] == [len(s.rows) for s in single.series]


def test_copies_with_a_wrong_an_absent_and_a_future_date_show_one_origin(read: Callable[..., Annotation]) -> None:
    days = [date(2031, 5, 3), None, date(1031, 5, 3), date(9999, 12, 31)]
    found = told([printed(read(TEXT, day), i, day) for i, day in enumerate(days)])
    assert len(found.articles) == 4
    assert all(a.independence.shown <= 1 for a in found.accounts)


def test_only_equal_texts_of_one_day_are_repeats() -> None:
    builds = [Build("The old bridge fell.", f"{outlet}.txt", outlet, date(2031, 5, 3)) for outlet in ("Post", "Mail")]
    claims = [build.claim("The old bridge fell") for build in builds]
    first, same = (build.done() for build in builds)
    later = Build("The old bridge fell.", "c.txt", "Star", date(2031, 5, 4)).done()
    other = Build("The old bridge stands.", "d.txt", "Sun", date(2031, 5, 3)).done()
    kept, repeats = once([first, same, later, other])
    assert kept == (first, later, other)
    refs = [ClaimRef(a.article.id, claim) for a, claim in zip((first, same), claims, strict=True)]
    assert repeats == {refs[0]: [refs[1]]}


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=8), st.randoms())
def test_any_order_gives_the_identical_comparison(given_: list[tuple[int, int]], shuffler: random.Random) -> None:
    made = []
    for number, (text, day) in enumerate(given_):
        words = ("The old bridge fell in the night", "The new bridge fell", "Nobody was hurt")[text]
        build = Build(f"{words}.", f"{number}.txt", f"Outlet {number}", date(2031, 5, day) if day else None)
        build.claim(words)
        made.append(build.done())
    first = told(made)
    shuffler.shuffle(made)
    assert told(made) == first


def test_a_copy_never_raises_what_is_shown(read: Callable[..., Annotation]) -> None:
    texts = (
        "The old bridge at Lorne fell on Friday night, the fire service said. Nobody was hurt.",
        "The bridge at Lorne, which was old, fell on Friday, Interior Minister Ada Hill told reporters in the capital.",
    )
    bases = [read(text, date(2031, 5, 3)) for text in texts]
    plain = told([printed(b, i, date(2031, 5, 3)) for i, b in enumerate(bases)])
    copied = told([printed(b, 10 * i + n, date(2031, 5, 3)) for i, b in enumerate(bases) for n in range(3)])
    assert [a.independence.shown for a in copied.accounts] == [a.independence.shown for a in plain.accounts]
    assert any(a.independence.articles > 1 for a in copied.accounts)


def varied(copies: int) -> list[Annotation]:
    """Return the texts of many outlets of which each changed one word of the same report."""
    words = TEXT.split(" ")
    found = []
    for number in range(copies):
        at = number % len(words)
        text = " ".join([*words[:at], f"{words[at]}{number}", *words[at + 1 :]])
        found.append(Article.make(text, f"{number}.txt", outlet=f"Outlet {number}", published=date(2031, 5, 3)))
    return list(annotate_all(found, fast=True))


def test_copies_that_change_a_word_each_are_compared_in_a_number_of_steps_that_grows_as_they_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = Counter[int]()
    articles = varied(240)

    def counting(a: Item, b: Item, rare: Rarity) -> Match:
        compared[size] += 1
        return match(a, b, rare)

    monkeypatch.setattr("sayso.compare.matching.match", counting)
    monkeypatch.setattr("sayso.compare.accounts.match", counting)
    monkeypatch.setattr("sayso.compare.denied.match", counting)
    for size in (120, 240):
        told(articles[:size])
    claims = sum(len(a.claims) for a in articles)
    assert compared[240] <= 2.3 * compared[120]
    assert compared[240] < claims * claims / 100


def test_every_claim_of_copies_that_change_a_word_stands_in_exactly_one_account() -> None:
    articles = varied(60)
    found = told(articles)
    stood = Counter(ref for account in found.accounts for ref in account.claims)
    assert set(stood.values()) == {1}
    assert stood.keys() >= {ClaimRef(a.article.id, c.id) for a in articles for c in a.claims if c.terms}
    assert max(a.independence.articles for a in found.accounts) > 50


def test_what_a_copy_changed_keeps_its_side_among_many_copies(read: Callable[..., Annotation]) -> None:
    base = read(TEXT, date(2031, 5, 3))
    other = TEXT.replace("At least 30 miners", "Some 90 miners")
    changed = replace(
        read(other, date(2031, 5, 3)), article=Article.make(other, "x.txt", outlet="Mail", published=date(2031, 5, 3))
    )
    near = [
        replace(read(f"{TEXT} {n}", date(2031, 5, 3)), article=Article.make(f"{TEXT} {n}", f"{n}.txt", outlet=f"O {n}"))
        for n in range(30)
    ]
    found = told([printed(base, 0, date(2031, 5, 3)), *near, changed])
    assert any(changed.article.id in {r.citation.article for r in s.rows} for s in found.series)
    assert {a for account in found.accounts for a in (r.article for r in account.claims)} == {
        a.article.id for a in (*near, changed, printed(base, 0, date(2031, 5, 3)))
    }


def test_the_order_of_many_copies_does_not_matter() -> None:
    articles = varied(40)
    shuffled = random.Random(3).sample(articles, len(articles))
    assert told(shuffled) == told(articles)


def test_a_sentence_that_few_print_is_compared_in_each() -> None:
    articles = sorted(varied(MANY), key=lambda a: a.article.name)
    scene = Scene(tuple(articles), link(articles), tuple(date_window(a) for a in articles))
    assert sentences_once(scene) == (scene, {})
