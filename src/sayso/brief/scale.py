"""A value axis: linear from zero or, where the values span more than a few tens, logarithmic."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

# Beyond this ratio of largest to smallest, the small values of a linear scale would all lie on the axis.
LOG_FROM = 40.0
TICKS = 4
STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values to the share of the axis from its bottom (0) to its top (1)."""

    low: float
    high: float
    log: bool
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Return where a value lies, held within the axis."""
        low, high, at = (math.log10(v) if self.log else v for v in (self.low, self.high, max(value, self.low)))
        return min(max((at - low) / (high - low), 0.0), 1.0)


def scale_for(values: Sequence[float]) -> Scale:
    """Choose the scale on which all of ``values`` (at least one) can be told apart."""
    least, most = min(values), max(values)
    if least > 0 and most / least > LOG_FROM:
        return _log(least, most)
    return _linear(min(least, 0.0), max(most, 0.0))


def _log(least: float, most: float) -> Scale:
    first, last = math.floor(math.log10(least)), math.ceil(math.log10(most))
    every = max(1, math.ceil((last - first) / 5))
    return Scale(10.0**first, 10.0**last, True, tuple(10.0**p for p in range(first, last + 1, every)))


def _linear(least: float, most: float) -> Scale:
    step = _step((most - least) or 1.0)
    first, last = math.floor(least / step), max(math.ceil(most / step), math.floor(least / step) + 1)
    ticks = tuple(round(step * i, 10) for i in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], False, ticks)


def _step(reach: float) -> float:
    rough = reach / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(s * power for s in STEPS if s * power >= rough * 0.999)


def number(value: float) -> str:
    """Return a number as a chart has room for: 3,000, 1.3M, 2bn, 0.25."""
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "M")):
        if abs(value) >= size:
            return f"{value / size:.4g}{name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
