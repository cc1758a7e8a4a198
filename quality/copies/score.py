"""``python -m quality.copies.score DATA PRED``: how well copies are found, over each part of the gold, as JSON.

``pair`` is precision, recall and F1 over the labelled pairs. ``ari`` is the adjusted Rand index over the articles that
the part names: groups are connected by true pairs in the gold, by all predicted pairs between these articles in the
prediction. DATA is read for its ids only: a pair counts where both articles are there.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from quality.printed import print_scores
from quality.rows import Row, read_pairs, read_rows

GOLD = Path(__file__).with_name("gold.jsonl")
MORE = Path(__file__).with_name("development.jsonl")
Pair = tuple[str, str]


def score(known: Iterable[str], predicted: Iterable[Row]) -> Row:
    """Return the scores over the 200 pairs of ``known`` articles and over each part, with ``n`` pairs.

    ``more`` are the pairs labelled later for development, which count in no other part.
    """
    ids = set(known)
    found = {pair(row) for row in predicted}
    gold, more = ([row for row in read_pairs(path) if {row["a"], row["b"]} <= ids] for path in (GOLD, MORE))
    parts = {"all": gold, **{p: [row for row in gold if row["part"] == p] for p in ("dev", "test")}, "more": more}
    return {name: _scores({pair(row): row["reuse"] for row in rows}, found) for name, rows in parts.items()}


def pair(row: Row) -> Pair:
    """Return a row's two articles in the order of their ids."""
    a, b = sorted((str(row["a"]), str(row["b"])))
    return a, b


def _scores(labels: Mapping[Pair, bool], found: set[Pair]) -> Row:
    true = {p for p, reuse in labels.items() if reuse}
    listed = found & labels.keys()
    articles = sorted({a for p in labels for a in p})
    hits = len(listed & true)
    p, r = (hits / len(listed) if listed else 0.0), (hits / len(true) if true else 0.0)
    f1 = 2 * p * r / (p + r) if hits else 0.0
    ari = adjusted_rand(groups(articles, true), groups(articles, found))
    return {"n": len(labels), "reuse": len(true), "pair": {"p": p, "r": r, "f1": f1}, "ari": ari}


def groups(articles: Iterable[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """Return for each article a name of the connected part that it is in."""
    root = {a: a for a in articles}

    def find(a: str) -> str:
        while root[a] != a:
            root[a] = root[root[a]]
            a = root[a]
        return a

    for a, b in pairs:
        if a in root and b in root:
            root[find(a)] = find(b)
    return {a: find(a) for a in root}


def adjusted_rand(left: Mapping[str, str], right: Mapping[str, str]) -> float:
    """Return how well two groupings of the same things agree beyond chance; equal ones give 1 (Hubert & Arabie 1985).

    >>> adjusted_rand({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "y"})
    1.0
    """
    both = _pairs(Counter((left[x], right[x]) for x in left).values())
    one, other = _pairs(Counter(left.values()).values()), _pairs(Counter(right.values()).values())
    total = len(left) * (len(left) - 1) // 2
    expected = one * other / total if total else 0.0
    most = (one + other) / 2
    return (both - expected) / (most - expected) if most != expected else float(both == one == other)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)


def main(argv: Sequence[str]) -> int:
    """Print the scores; 2 where an input cannot be read."""
    return print_scores(lambda: score(_known(Path(argv[0])), read_pairs(Path(argv[1]))))


def _known(path: Path) -> list[str]:
    return [str(row["doc_id"]) for row in read_rows(path, needs_text=False)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
