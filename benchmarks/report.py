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
    """One benchmark: what ran against what, and the ratio aimed at."""

    name: str
    what: str
    against: str
    clock: str
    aim: float
    pairs: Pairs

    @property
    def good(self) -> bool:
        """Whether the ratio is within the aim."""
        return self.pairs.ratio <= self.aim


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
            "ratio": round(r.pairs.ratio, 3),
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
        f"| {r.what} | {r.against} | {r.clock} | {median(r.pairs.sayso):.1f} s | {median(r.pairs.bare):.1f} s "
        f"| **{r.pairs.ratio:.2f}** | {min(r.pairs.ratios):.2f}–{max(r.pairs.ratios):.2f} ({len(r.pairs.ratios)}) "
        f"| {r.aim:.1f} | {'yes' if r.good else 'no'} |"
        for r in results
    )
    return f"""# Speed

Written by `make bench`. Each pair runs sayso and the baseline one after the other in fresh processes of one thread;
the ratio is the median of the pairs' ratios. Ratios can be compared between machines, seconds cannot.

Measured on {own["cores"]} cores, {own["system"]}, Python {own["python"]}, spaCy {own["spacy"]}.

| sayso | baseline | clock | sayso, median | baseline, median | ratio | range (pairs) | aim | within |
|---|---|---|---|---|---|---|---|---|
{rows}
"""
