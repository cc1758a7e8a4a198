"""Figures: value, bound and unit of each, in the spelling of ``scorers.figures`` (NewsQuant)."""

from __future__ import annotations

from typing import Any, Final

from sayso.model import Annotation, Bound, Figure

BOUNDS: Final = {
    Bound.EXACT: "=",
    Bound.ABOUT: "~",
    Bound.AT_LEAST: ">",
    Bound.MORE_THAN: ">",
    Bound.UP_TO: "<",
    Bound.LESS_THAN: "<",
    Bound.BETWEEN: "=",
}
UNITS: Final = {"percent": "percentage"}


def predict(row: dict[str, Any], annotation: Annotation) -> dict[str, Any]:
    """Return ``{"doc_id", "quantities": [{"value", "bound", "unit", "start", "end"}]}``.

    Figures without any number are left out.
    """
    return {"doc_id": row["doc_id"], "quantities": [q for f in annotation.figures if (q := quantity(f))]}


def quantity(figure: Figure) -> dict[str, Any] | None:
    """Return one figure in NewsQuant's spelling, None where it has no number.

    A range is [low, high], a change from one number to another [from, to], and a bare plural multiplier
    ("thousands") the interval up to ten times it.
    """
    value = _value(figure)
    if value is None:
        return None
    bound = BOUNDS[figure.bound]
    if figure.change and bound == "=" and figure.former is None and figure.bound is not Bound.BETWEEN:
        bound = figure.change
    unit = UNITS.get(figure.unit or "", figure.unit or "-")
    if figure.per:
        unit = f"{unit} per {figure.per}"
    vague = figure.value is None and figure.high is None
    return {
        "value": value,
        "bound": "=" if vague else bound,
        "unit": unit,
        "start": figure.span.start,
        "end": figure.span.end,
    }


def _value(figure: Figure) -> float | list[float] | None:
    if figure.former is not None and figure.value is not None:
        return [figure.former, figure.value]
    if figure.value is not None:
        return figure.value
    if figure.low is not None and figure.bound in BOUNDS:
        return [figure.low, figure.high if figure.high is not None else figure.low * 10]
    return None
