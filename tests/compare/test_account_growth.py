"""How near claims must be to a whole account before they join it, and what an account weighs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.compare import accounts
from sayso.compare.accounts import build_accounts
from sayso.compare.matching import items, rarity
from sayso.model import Account, Mode
from tests.compare.builders import Build, scene

NEAR = 0.31  # more than two claims need that are one each, less than an account of three asks


def claims(*words: str, mode: Mode = Mode.ASSERTED) -> list[Build]:
    made = []
    for n, said in enumerate(words):
        build = Build(f"{said}.", f"a{n}", f"Outlet {n}")
        build.claim(said, mode=mode)
        made.append(build)
    return made


def built(*builds: Build) -> tuple[Account, ...]:
    seen = scene(builds)
    told = items(seen)
    return build_accounts(seen, told, rarity(told))


@pytest.fixture
def mean(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Score every claim that is compared with a whole account alike."""

    def at(score: float) -> None:
        monkeypatch.setattr(accounts._Scores, "of", lambda *_: score)

    yield at


def test_the_larger_an_account_the_nearer_must_be_what_joins_it(mean: Any) -> None:
    two = claims("The ferry struck the northern pier", "The ferry struck a northern pier")
    four = [*two, *claims("A ferry struck the northern pier today", "Northern pier struck by the ferry")]
    mean(NEAR)
    assert len(built(*two)) == 1
    assert len(built(*four)) > 1


def test_what_is_plainly_the_same_joins_however_large_the_account() -> None:
    assert len(built(*claims(*["The ferry struck the northern pier"] * 12))) == 1


def test_bare_headings_and_questions_weigh_less_than_statements() -> None:
    said = ["The northern ferry struck the pier", "The northern ferry struck a pier"]
    (stated,) = built(*claims(*said))
    (asked,) = built(*claims(*said, mode=Mode.ASKED))
    (named,) = built(*claims("The northern ferry pier collision", "A northern ferry pier collision"))
    assert stated.weight > asked.weight
    assert stated.weight > named.weight
