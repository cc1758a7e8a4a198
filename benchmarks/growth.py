"""Write down how time and memory grow with the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.report import setting
from benchmarks.scale import EXPONENT, Sizing, growth

TITLES = {
    "dated": "The whole way: stories, copies, actors, comparison",
    "undated": "Grouping into stories with the dates taken away",
}


def exponents(rows: Sequence[Sizing]) -> dict[str, float]:
    """Return the exponent of all steps together, of each step, of wall time and of memory above what was held.

    Memory has none where a size took nothing above it: there is no power of nothing.
    """
    sizes = [r.articles for r in rows]
    found = {"all": growth(sizes, [r.seconds for r in rows]), "wall": growth(sizes, [r.wall for r in rows])}
    found |= {step: growth(sizes, [r.steps[step] for r in rows]) for step in rows[0].steps}
    return found | ({"memory": growth(sizes, [r.above for r in rows])} if all(r.above > 0 for r in rows) else {})


def as_growth_json(found: dict[str, list[Sizing]]) -> dict[str, Any]:
    """Return the sizes as they are kept in scale.json."""
    return {"setting": setting(), "aim": EXPONENT} | {
        way: {"exponents": exponents(rows) if len(rows) > 1 else {}, "sizes": [asdict(r) for r in rows]}
        for way, rows in found.items()
    }


def as_line(way: str, rows: Sequence[Sizing]) -> str:
    """Return the growth in one line."""
    if len(rows) < 2:
        return f"scale, {way}: one size only"
    own = exponents(rows)
    steps = ", ".join(f"{name} {value:.2f}" for name, value in own.items() if name != "all")
    return f"scale, {way}: exponent {own['all']:.2f} (aim {EXPONENT:.2f}); {steps}"


def as_growth_markdown(found: dict[str, list[Sizing]]) -> str:
    """Return the sizes as a page."""
    own = setting()
    parts = "\n".join(_part(TITLES[way], rows) for way, rows in found.items())
    return f"""# Growth with the archive

Written by `make bench` (`python -m benchmarks --only scale`). The first n articles of an archive by day of publication,
each size in a fresh process of one thread, from annotations (by the rules) that were made before: an archive grows by
further days, and at every size as many articles a day speak of one event. The exponent is that of a power law, by
least squares on the logarithms of the sizes. Memory is the most that the process held (resident): in all, and above
what it held before the first step. “Actors” links each story, and looks again at the two texts of each copy.

Measured on {own["cores"]} cores, {own["system"]}, Python {own["python"]}.
Steps are in CPU seconds; the exponent of all together is to be {EXPONENT:.2f} at most.

{parts}"""


def _part(title: str, rows: Sequence[Sizing]) -> str:
    steps = list(rows[0].steps)
    heads = ["articles", "stories", *(f"{s}, s" for s in steps), "all, s", "wall, s", "peak, MiB", "above, MiB"]
    lines = [f"## {title}", "", _row(heads), _row(["---"] * len(heads)), *(_row(_cells(r)) for r in rows)]
    if len(rows) > 1:
        own = exponents(rows)
        powers = [f"{own[s]:.2f}" for s in steps]
        memory = f"{own['memory']:.2f}" if "memory" in own else ""
        lines.append(_row(["exponent", "", *powers, f"**{own['all']:.2f}**", f"{own['wall']:.2f}", "", memory]))
    return "\n".join([*lines, ""])


def _cells(r: Sizing) -> list[str]:
    times = [f"{seconds:.1f}" for seconds in (*r.steps.values(), r.seconds, r.wall)]
    return [f"{r.articles:,}", f"{r.stories:,}", *times, f"{r.peak:,.0f}", f"{r.above:,.0f}"]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
