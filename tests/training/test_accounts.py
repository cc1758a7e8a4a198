from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

STORIES = Path(__file__).parents[2] / "training/texts/accounts/stories.jsonl"
ROWS = [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["story"])
def test_a_story_for_training_has_named_accounts_of_claims(row: dict[str, Any]) -> None:
    ids = [account["id"] for account in row["accounts"]]
    claims = [claim for account in row["accounts"] for claim in account["claims"]]
    assert len(ids) == len(set(ids))
    assert len(claims) == len(set(claims)) > len(ids)
    assert all(claim.strip() for claim in claims)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["story"])
def test_only_accounts_of_the_story_are_opposed(row: dict[str, Any]) -> None:
    ids = {account["id"] for account in row["accounts"]}
    assert all(len(pair) == 2 and set(pair) <= ids for pair in row["opposed"])


def test_each_story_is_there_once() -> None:
    assert len({row["story"] for row in ROWS}) == len(ROWS) > 0
