"""Write the measured ratios down, with what they depend on and nothing of the machine's own."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median
from typing import Any

from benchmarks.paired import Pairs

# What a result is measured by.
WALL, CPU, MEMORY = "wall", "CPU", "peak memory"


@dataclass(frozen=True)
class Result:
    """One benchmark: what ran against what, and the ratio aimed at.

    ``parts``: each pair did another part of the work, so the ratio is that of the sums and not the median.
    ``words``: how many words were read in all, where the speed in words is to be told; else 0.
    """

    name: str
    what: str
    against: str
    clock: str
    aim: float
    pairs: Pairs
    parts: bool = False
    words: int = 0

    @property
    def ratio(self) -> float:
        """sayso's share of the baseline's."""
        return self.pairs.total if self.parts else self.pairs.ratio

    @property
    def taken(self) -> tuple[float, float]:
        """What sayso and the baseline took, in seconds or MiB: all parts together, or the median."""
        summary = sum if self.parts else median
        return summary(self.pairs.sayso), summary(self.pairs.bare)

    @property
    def speeds(self) -> tuple[float, float]:
        """Words a second of sayso and of the baseline; 0 where they were not counted."""
        own, bare = self.taken
        return self.words / own, self.words / bare

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
            f"sayso_{_unit(r)}": [round(x, 2) for x in r.pairs.sayso],
            f"bare_{_unit(r)}": [round(x, 2) for x in r.pairs.bare],
            "measure": r.clock,
        }
        | ({"words": r.words} if r.words else {})
        for r in results
    }


def _unit(result: Result) -> str:
    return "MiB" if result.clock == MEMORY else "seconds"


def _amount(result: Result, value: float) -> str:
    return f"{value:.0f} MiB" if result.clock == MEMORY else f"{value:.1f} s"


def _row(r: Result) -> str:
    amounts, ratios = " | ".join(_amount(r, value) for value in r.taken), r.pairs.ratios
    speeds = " | ".join(f"{speed:,.0f}" if r.words else "" for speed in r.speeds)
    span = f"{min(ratios):.2f}–{max(ratios):.2f} ({len(ratios)})"
    judged = f"**{r.ratio:.2f}** | {span} | {r.aim:.2f} | {'yes' if r.good else 'no'}"
    return f"| {r.what} | {r.against} | {r.clock} | {amounts} | {judged} | {speeds} |"


def as_markdown(results: list[Result]) -> str:
    """Return the results as a page."""
    own = setting()
    rows = "\n".join(_row(r) for r in results)
    return f"""# Speed and memory

Written by `make bench`. Each pair runs sayso and the baseline one after the other in fresh processes of one thread;
the ratio is the median of the pairs' ratios. In bulk each pair does another part of the articles, and the ratio is that
of the sums. Memory is the most that the process held (resident), models included. Words are what stands between blanks,
by CPU second. Ratios can be compared between machines, seconds and words cannot.

Measured on {own["cores"]} cores, {own["system"]}, Python {own["python"]}, spaCy {own["spacy"]}.

| sayso | baseline | measure | sayso | baseline | ratio | range (pairs) | aim | within | words/s | baseline |
|---|---|---|---|---|---|---|---|---|---|---|
{rows}
"""
