"""From figures to the rows of their scorer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quality.tasks.figures import predict
from sayso.model import Annotation

Read = Callable[..., Annotation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 40 miners died.", [(40, ">", "miner")]),
        ("It cost between 5 and 10 euros.", [([5, 10], "=", "euro")]),
        ("Thousands of people fled.", [([1000, 10000], "=", "people")]),
        ("Shares fell 2.5%.", [(2.5, "down", "percentage")]),
        ("Unemployment rose from 3 to 4 percent.", [([3, 4], "=", "percentage")]),
        ("They pump 800 barrels a day.", [(800, "=", "barrel per day")]),
        ("Many residents fled.", []),
    ],
)
def test_figures_are_given_in_the_spelling_of_the_scorer(read: Read, text: str, expected: list[Any]) -> None:
    row = predict({"doc_id": "d"}, read(text))
    assert [(q["value"], q["bound"], q["unit"]) for q in row["quantities"]] == expected
