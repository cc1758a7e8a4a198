from __future__ import annotations

from sayso.compare.terms import Rarity

CLAIMS = [["dam", "leak"], ["dam", "valve"], ["dam", "strike"], ["dam", "leak", "valve"]]


def test_a_term_of_few_claims_weighs_more_than_one_of_all() -> None:
    rare = Rarity.of(CLAIMS)
    assert rare.mass(["strike"]) > rare.mass(["leak"]) > rare.mass(["dam"]) > 0


def test_likeness_is_one_for_equal_and_zero_for_disjoint_terms() -> None:
    rare = Rarity.of(CLAIMS)
    assert rare.dice(["leak", "dam"], ["dam", "leak"]) == 1
    assert rare.dice(["leak"], ["valve"]) == 0
    assert rare.dice([], []) == 0


def test_containment_asks_how_much_of_the_lighter_side_is_shared() -> None:
    rare = Rarity.of(CLAIMS)
    assert rare.containment(["leak"], ["leak", "strike", "valve"]) == 1
    assert rare.containment(["leak", "strike"], ["leak"]) == 1
    assert rare.containment([], ["leak"]) == 0
