"""Numbers in digits and words."""

from __future__ import annotations

import pytest

from sayso.annotate.figures.numbers import find_numbers
from sayso.annotate.figures.quantities import find_quantities


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3,000", 3000),
        ("1.3 million", 1_300_000),
        ("$15bn", 15e9),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two hundred and fifty thousand", 250_000),
        ("two and a half", 2.5),
        ("twenty-five", 25),
        ("4 hundred million", 400e6),
        ("2½", 2.5),
        ("3/4", 0.75),
        ("a third of voters", 1 / 3),
        ("two-thirds of", 2 / 3),
    ],
)
def test_a_number_in_any_spelling_has_its_value(words: str, value: float) -> None:
    assert [n.value for n in find_numbers(words)][-1] == pytest.approx(value)


def test_two_numbers_in_a_row_stay_two() -> None:
    assert [n.value for n in find_numbers("nineteen eighty-four")] == [19, 84]


def test_an_ordinal_third_and_the_half_of_a_match_are_no_shares() -> None:
    assert find_numbers("the third place in the first half of the game") == []


def test_a_conversion_in_brackets_takes_the_bound_of_what_it_converts() -> None:
    miles, kilometres = find_quantities("more than 5 miles (8 km)")
    assert (miles.bound, kilometres.bound) == ("more than", "more than")


def test_a_long_run_of_numbers_gives_each_of_them() -> None:
    found = find_quantities("seven " * 20_000 + "5 days, " * 20_000 + "9" * 50_000)
    assert [q.value for q in found[:40_000]] == [7] * 20_000 + [5] * 20_000
