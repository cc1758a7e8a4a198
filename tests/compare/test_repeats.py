"""A text printed many times is compared once and counted every time."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare import compare
from sayso.compare.repeats import once
from sayso.link import link
from sayso.model import Annotation, Article, Comparison
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
    first = Build("The old bridge fell.", "a.txt", "Post", date(2031, 5, 3)).done()
    same = Build("The old bridge fell.", "b.txt", "Mail", date(2031, 5, 3)).done()
    later = Build("The old bridge fell.", "c.txt", "Star", date(2031, 5, 4)).done()
    other = Build("The old bridge stands.", "d.txt", "Sun", date(2031, 5, 3)).done()
    kept, repeats = once([first, same, later, other])
    assert kept == (first, later, other)
    assert repeats == {first.article.id: [same.article.id]}


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
