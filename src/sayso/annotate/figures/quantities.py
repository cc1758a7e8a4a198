"""Numbers with their units, joined to ranges, with what bounds them and whether they are a change."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from sayso.annotate.figures.numbers import Number, find_numbers, words
from sayso.annotate.figures.units import Measure, measure
from sayso.data.loading import table
from sayso.model import Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range at ``start:end`` (with bound words and unit); ``first:last`` is the number and unit alone.

    ``value`` is None for ranges and vague numbers; ``change`` is "up" or "down" where the words before it say that
    it is the size of a change, ``former`` the number that a change starts from.
    """

    start: int
    end: int
    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    form: str
    measure: Measure
    change: str | None = None
    former: float | None = None


RANGE: Final = re.compile(r"\s*(?:-|–|—|‑|\bto\b|\bor\b|\bthrough\b)\s*(?:even\s+|about\s+|up to\s+|as many as\s+)?")
AND: Final = re.compile(r"\s+and\s+")
LATER: Final = re.compile(
    r"\s[^\d.,;:()\n]{0,30}?(?:\b[12]\d{3}\s|\b\d{1,2}(?:\.\d\d)?\s?[ap]m[^\d.,;()\n]{0,14}?)?to\s+"
)
BETWEEN: Final = re.compile(r"\b(?:between|from)\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
OUT_OF: Final = re.compile(r"\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?)\s+", re.IGNORECASE)
# Who does so to something with a size, before the way from one size to another ("raised its offer from 20 to 30").
RAISED: Final = re.compile(
    r"\b(?:rais|lower|increas|reduc|cut|boost|lift|slash|revis|expand|extend|br(?:ing|ought)|trim|double|tripl)\w*"
    r"\s+(?:[\w’'-]+\s+){1,6}$",
    re.IGNORECASE,
)
STRONG: Final = re.compile(r"[- ]strong\b")


def find_quantities(text: str, barred: Callable[[int, int], bool] = lambda start, end: False) -> list[Quantity]:
    """Return the quantities in the order of the text, whatever they count; none overlap.

    ``barred`` says of a number's start and end whether it is no quantity (part of a date).
    """
    numbers = [n for n in _apart(find_numbers(text)) if not barred(n.start, n.end)]
    made: list[Quantity] = []
    measures = [_measured(text, n) for n in numbers]
    at = 0
    while at < len(numbers):
        pair = _range(text, numbers, measures, at) or _ratio(text, numbers, measures, at)
        made.append(pair or _single(numbers[at], measures[at]))
        at += 2 if pair else 1
    return _with_changes(text, _converted(text, [_bounded(text, q) for q in made]))


def _apart(numbers: list[Number]) -> list[Number]:
    """Drop a number that the next one holds ("half" in "half a million")."""
    return [n for n, then in zip(numbers, [*numbers[1:], None], strict=False) if not then or n.end <= then.start]


def _measured(text: str, number: Number) -> Measure:
    found = measure(text, number.start, number.end, number.form == "digits")
    strong = None if found.unit else STRONG.match(text, number.end)
    return found._replace(end=strong.end()) if strong else found


def _single(number: Number, found: Measure) -> Quantity:
    value = -number.value if found.negative else number.value
    if number.form == "vague":
        bound = Bound.AT_LEAST
        return Quantity(
            found.start, found.end, found.start, found.end, None, number.value, None, bound, number.form, found
        )
    bound = Bound.EXACT
    return Quantity(found.start, found.end, found.start, found.end, value, value, value, bound, number.form, found)


def _range(text: str, numbers: list[Number], measures: list[Measure], at: int) -> Quantity | None:
    if at + 1 >= len(numbers):
        return None
    a, b, left, right = numbers[at], numbers[at + 1], measures[at], measures[at + 1]
    if "vague" in (a.form, b.form) or left.end > right.start:
        # "5-10": the hyphen was read as a sign of the second number
        right = right._replace(start=b.start, negative=False) if left.end > right.start else right
    if right.negative and right.start == left.end and text[right.start] in "-–−":
        right = right._replace(start=right.start + 1, negative=False)
    opened = BETWEEN.search(text, max(left.start - 20, 0), left.start)
    gap = RANGE.fullmatch(text, left.end, right.start) if left.end <= right.start else None
    if gap and left.unit and _is_level(text, left, right):
        return None
    if not gap and opened and opened[0][0] in "fF":
        gap = LATER.fullmatch(text, left.end, right.start)
    if not gap and not (opened and opened[0][0] in "bB" and AND.fullmatch(text, left.end, right.start)):
        return None
    return _joined(text, (a, left), (b, right), opened)


def _ratio(text: str, numbers: list[Number], measures: list[Measure], at: int) -> Quantity | None:
    """Read "one in five", "three out of ten" as a share."""
    if at + 1 >= len(numbers) or measures[at].unit or measures[at + 1].unit:
        return None
    a, b = numbers[at], numbers[at + 1]
    if (
        text.startswith("-to-", b.end)
        or not OUT_OF.fullmatch(text, a.end, b.start)
        or not 0 < a.value < b.value <= 1e6
        or "vague" in (a.form, b.form)
    ):
        return None
    share, whole = a.value / b.value, Measure(a.start, b.end)
    return Quantity(a.start, b.end, a.start, b.end, share, share, share, Bound.EXACT, "part", whole)


def _is_level(text: str, left: Measure, right: Measure) -> bool:
    """Whether the second number is where a change by the first one led ("rose 3% to 27,349", "up $2bn to $40bn")."""
    if not _changes()[0].search(text, max(left.start - 40, 0), left.start):
        return False
    return right.unit is None or text[left.end : right.start].strip() == "to"


def _joined(
    text: str, low: tuple[Number, Measure], high: tuple[Number, Measure], opened: re.Match[str] | None
) -> Quantity | None:
    (a, left), (b, right) = low, high
    if "vague" in (a.form, b.form) or (left.unit and right.unit and left.unit != right.unit):
        return None
    start = -a.value if left.negative else a.value
    end = -b.value if right.negative else b.value
    scale = _scale(text[b.start : b.end])
    if (
        scale > 1
        and _scale(text[a.start : a.end]) == 1
        and start < end
        and start * scale <= end
        and not left.end > a.end
    ):
        start *= scale
    moved = bool(opened) and opened is not None and opened[0][0] in "fF"
    if start == end or (start > end and not moved):
        return None
    whole = Measure(left.start, right.end, right.unit or left.unit, right.kind or left.kind, right.per or left.per)
    first = opened.start() if opened else left.start
    if moved and start > end:
        return Quantity(
            first, right.end, left.start, right.end, end, end, end, Bound.EXACT, b.form, whole, "down", start
        )
    return Quantity(first, right.end, left.start, right.end, None, start, end, Bound.BETWEEN, b.form, whole)


def _scale(number: str) -> float:
    last = re.search(r"([^\W\d]+)$", number)
    kind, value = (words().get(last[1]) or words().get(last[1].lower()) or ("", 1.0)) if last else ("", 1.0)
    return value if kind in ("scale", "short", "hundred") else 1.0


@lru_cache(maxsize=1)
def _bounds() -> tuple[re.Pattern[str], re.Pattern[str], dict[tuple[str, str], Bound]]:
    known = {(side, phrase): Bound(bound) for phrase, bound, side in table("bounds")}
    before = _alternatives(p for s, p in known if s == "before")
    after = _alternatives(p for s, p in known if s == "after")
    article = r"(?:(?:an?|the|just|only|by|even|well|still|another|additional|further|around|roughly)\s+)*"
    return (
        re.compile(rf"(?<![\w-])(?P<bound>{before})\s*{article}$", re.IGNORECASE),
        re.compile(rf"\s?(?<![a-z])(?P<bound>{after})(?!\w)", re.IGNORECASE),
        known,
    )


def _alternatives(phrases: object) -> str:
    listed: list[str] = sorted(phrases, key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in listed)


def _bounded(text: str, quantity: Quantity) -> Quantity:
    before, after, known = _bounds()
    found = before.search(text, max(quantity.start - 40, 0), quantity.start)
    if found:
        bound = known["before", " ".join(found["bound"].lower().split())]
        return _apply(replace(quantity, start=found.start()), bound)
    found = after.match(text, quantity.end)
    if found:
        bound = known["after", " ".join(found["bound"].lower().split())]
        return _apply(replace(quantity, end=found.end()), bound)
    return quantity


def _apply(quantity: Quantity, bound: Bound) -> Quantity:
    if quantity.bound is Bound.BETWEEN:
        return replace(quantity, bound=Bound.ABOUT) if bound is Bound.ABOUT else quantity
    low = quantity.low if bound in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT) else None
    high = quantity.value if bound in (Bound.UP_TO, Bound.LESS_THAN, Bound.ABOUT) else None
    if quantity.form == "vague":
        return replace(quantity, bound=Bound.AT_LEAST if bound is Bound.ABOUT else bound, low=quantity.low, high=None)
    return replace(quantity, bound=bound, low=low, high=high)


def _converted(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give a conversion in brackets the bound of what it converts ("more than 5 miles (8 km)")."""
    made: list[Quantity] = []
    for quantity in quantities:
        before = made[-1] if made else None
        if (
            before
            and text[before.end : quantity.start] in (" (", " / ")
            and before.bound not in (Bound.EXACT, Bound.ABOUT, Bound.BETWEEN)
            and quantity.bound is Bound.EXACT
            and quantity.measure.unit not in (None, before.measure.unit)
        ):
            quantity = _apply(quantity, before.bound)
        made.append(quantity)
    return made


@lru_cache(maxsize=1)
def _changes() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    known = {word: (direction, kind) for word, direction, kind in table("changes")}
    said = _alternatives(known)
    return re.compile(
        rf"\b(?P<change>{said})(?:\s+(?:by|about|just|a|an|another|further|(?:up|down|back)))*\s+$", re.I
    ), known


def _with_changes(text: str, quantities: list[Quantity]) -> list[Quantity]:
    made: list[Quantity] = []
    for quantity in quantities:
        change = quantity.change or _change(text, quantity)
        before = made[-1] if made else None
        if not change and before and before.change and text[before.end : quantity.start] in (", or ", " (", " or "):
            change = before.change
        made.append(_from(text, replace(quantity, change=change)))
    return made


def _change(text: str, quantity: Quantity) -> str | None:
    pattern, known = _changes()
    if quantity.measure.negative and quantity.measure.kind == "share":
        return "down"
    found = pattern.search(text, max(quantity.start - 40, 0), quantity.start)
    if not found:
        return None
    direction, kind = known[" ".join(found["change"].lower().split())]
    return None if direction == "none" or (kind == "object" and not quantity.measure.unit) else direction


def _from(text: str, quantity: Quantity) -> Quantity:
    """Read a range after a verb of change as the way from one number to the other."""
    moved = (
        (quantity.change or RAISED.search(text, max(quantity.start - 60, 0), quantity.start))
        and quantity.bound is Bound.BETWEEN
        and text[quantity.start : quantity.start + 4].lower() == "from"
    )
    if not moved:
        return quantity
    low, high = quantity.low, quantity.high
    return replace(quantity, value=high, low=high, high=high, former=low, bound=Bound.EXACT)
