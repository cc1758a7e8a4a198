"""Write the measured ratios down, with what they depend on and nothing of the machine's own."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median
from typing import Any

from benchmarks.paired import Pairs


@dataclass(frozen=True)
class Result:
    """One benchmark: what ran against what, and the ratio aimed at.

    ``parts``: each pair did another part of the work, so the ratio is that of the sums and not the median.
    """

    name: str
    what: str
    against: str
    clock: str
    aim: float
    pairs: Pairs
    parts: bool = False

    @property
    def ratio(self) -> float:
        """sayso's seconds over the baseline's."""
        return self.pairs.total if self.parts else self.pairs.ratio

    @property
    def seconds(self) -> tuple[float, float]:
        """Seconds of sayso and of the baseline: of all parts together, or the median."""
        summary = sum if self.parts else median
        return summary(self.pairs.sayso), summary(self.pairs.bare)

    @property
    def good(self) -> bool:
        """Whether the ratio is within the aim."""
        return self.ratio <= self.aim


def setting() -> dict[str, Any]:
    """Return what the ratios depend on."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "system": platform.system(),
    }


def as_json(results: list[Result]) -> dict[str, Any]:
    """Return the results as they are kept in results.json."""
    return {"setting": setting()} | {
        r.name: {
            "ratio": round(r.ratio, 3),
            "aim": r.aim,
            "ratios": [round(x, 3) for x in r.pairs.ratios],
            "sayso_seconds": [round(x, 2) for x in r.pairs.sayso],
            "bare_seconds": [round(x, 2) for x in r.pairs.bare],
            "clock": r.clock,
        }
        for r in results
    }


def as_markdown(results: list[Result]) -> str:
    """Return the results as a page."""
    own = setting()
    rows = "\n".join(
        f"| {r.what} | {r.against} | {r.clock} | {r.seconds[0]:.1f} s | {r.seconds[1]:.1f} s "
        f"| **{r.ratio:.2f}** | {min(r.pairs.ratios):.2f}–{max(r.pairs.ratios):.2f} ({len(r.pairs.ratios)}) "
        f"| {r.aim:.1f} | {'yes' if r.good else 'no'} |"
        for r in results
    )
    return f"""# Speed

Written by `make bench`. Each pair runs sayso and the baseline one after the other in fresh processes of one thread;
the ratio is the median of the pairs' ratios. In bulk each pair does another part of the articles, and the ratio is that
of the sums. Ratios can be compared between machines, seconds cannot.

Measured on {own["cores"]} cores, {own["system"]}, Python {own["python"]}, spaCy {own["spacy"]}.

| sayso | baseline | clock | sayso | baseline | ratio | range (pairs) | aim | within |
|---|---|---|---|---|---|---|---|---|
{rows}
"""
