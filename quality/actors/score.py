"""``python -m quality.actors.score GOLD PRED``: B-cubed over the marked names, over each part of the gold, as JSON.

For a name: precision is the share of the marked names of its predicted actor that mean the same, recall the share of
those that mean the same that its predicted actor holds (Bagga & Baldwin 1998); both averaged over the names. A name
at which no actor was read is alone. ``mixed`` counts the predicted actors that hold names of two.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from quality.actors.gold import read_casts
from quality.printed import print_scores
from quality.rows import Row, read_rows

Truth = Mapping[str, str]


def score(parts: Mapping[str, Truth], found: Mapping[str, str]) -> Row:
    """Return ``p``, ``r``, ``f1``, ``n`` and ``mixed`` of each part; ``parts`` has the actor of each name by its id."""
    return {
        part: _bcubed(truth, {name: found.get(name, f"alone {name}") for name in truth})
        for part, truth in parts.items()
    }


def _bcubed(truth: Truth, guess: Truth) -> Row:
    meant, held = _clusters(truth), _clusters(guess)
    shared = {name: len(meant[truth[name]] & held[guess[name]]) for name in truth}
    p = sum(n / len(held[guess[name]]) for name, n in shared.items()) / len(truth)
    r = sum(n / len(meant[truth[name]]) for name, n in shared.items()) / len(truth)
    mixed = sum(len({truth[name] for name in names}) > 1 for names in held.values())
    return {"n": len(truth), "p": p, "r": r, "f1": 2 * p * r / (p + r), "mixed": mixed}


def _clusters(of: Truth) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, cluster in of.items():
        found[cluster].add(name)
    return found


def gold_parts(path: Path) -> Mapping[str, Truth]:
    """Return for each part the actor of each marked name, by the name's id."""
    parts: dict[str, dict[str, str]] = defaultdict(dict)
    for cast in read_casts(path):
        parts[cast.part] |= {m.id: f"{cast.name} {m.actor}" for m in cast.marked}
    return parts


def main(argv: list[str]) -> int:
    """Print the scores; 2 where an input cannot be read."""
    return print_scores(lambda: score(gold_parts(Path(argv[0])), _told(Path(argv[1]))))


def _told(path: Path) -> dict[str, str]:
    return {row["doc_id"]: row["cluster"] for row in read_rows(path, needs_text=False)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
