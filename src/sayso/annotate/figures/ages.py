"""Numbers that are ages though no unit says so: "people over 65", "girls aged 12 to 17", "all of them over 70"."""

from __future__ import annotations

import re

from sayso.annotate.figures.quantities import Quantity
from sayso.model import Bound

OLDEST = 120
AGED = re.compile(
    r"\b(?:aged?|ages|age of|(?:died|dies|dead) at)(?:\s+(?:between|from|over|under))?\s+$", re.IGNORECASE
)
WHO = re.compile(
    r"\b(?:people|persons?|adults?|children|child|kids|men|women|girls|boys|patients|pupils|students|workers|residents"
    r"|voters|drivers|those|anyone|everyone|someone|them|us|all|both|youths|citizens|players|victims|is|are|was|were)"
    r"(?:\s+(?:are|were|was|is))?\s+(?:over|under|above|below)(?:\s+the\s+age\s+of)?\s+$",
    re.IGNORECASE,
)
ASIDE = re.compile(r"(?<=[^\W\d_]), $")
ASIDE_END = re.compile(r",(?!\s*(?:\d|including|mostly|all\b|some\b|most\b|among|or\b))")
OLDER = re.compile(r"\s+(?:and|or)\s+(?:older|younger)\b", re.IGNORECASE)
ENDS = re.compile(
    r"\s*(?:$|[.,;:)!?\n]|(?:and|or|who|that|were|are|was|is|have|has|had|in|at|to|on|with|from|may|can|must)\b)"
)


def is_aside(text: str, quantity: Quantity) -> bool:
    """Whether a bare number between commas is somebody's age ("the driver, 45, was unhurt")."""
    aged = quantity.form == "digits" and quantity.bound is Bound.EXACT and 0 < (quantity.value or 0) <= OLDEST
    return (
        aged
        and bool(ASIDE_END.match(text, quantity.last))
        and bool(ASIDE.search(text, max(quantity.first - 4, 0), quantity.first))
    )


def is_age(text: str, quantity: Quantity) -> bool:
    """Whether a number without a unit is an age."""
    first, last = quantity.first, quantity.last
    top = quantity.value if quantity.value is not None else quantity.high
    if top is None or not 0 < top <= OLDEST:
        return False
    if AGED.search(text, max(first - 24, 0), first) or OLDER.match(text, last):
        return True
    bounded = quantity.bound in (Bound.MORE_THAN, Bound.LESS_THAN)
    if not bounded or quantity.form != "digits" or not ENDS.match(text, last):
        return False
    found = WHO.search(text, max(first - 40, 0), first)
    return bool(found) and not (found is not None and found[0].lower().startswith(("is ", "are ", "was ", "were ")))
