"""``python -m quality.relations.score DATA PRED``: how many relations of real news are found, and are right, as JSON.

A prediction fits a gold relation when it stands in a sentence of its evidence, the sign of the stance is the same, and
a name of either end shares a word with the gold's (friendly relations may be told the other way round; null fits null,
the article itself). ``recall`` is the share of the sure gold relations in a largest one-to-one matching with all that
is predicted, ``precision`` the share of predictions that fit some gold relation, sure or not: a lower bound, for no
list is closed. ``touched`` is the recall where only the sentence has to be the same.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from quality.printed import print_scores
from quality.relations.gold import read_gold
from quality.rows import Row, read_rows

SMALL = frozenset(
    ["the", "a", "an", "of", "and", "for", "in", "to", "mr", "mrs", "ms", "president", "senator", "sen", "u", "s"]
)


def score(data: Path, predicted: Iterable[Row]) -> Row:
    """Return ``recall``, ``precision``, ``touched`` over all, each part and each kind, with the counts behind them."""
    found = {row["doc_id"]: row["relations"] for row in predicted}
    n: dict[str, Counter[str]] = {}
    for article in read_gold(data):
        given = found.get(str(article.row["doc_id"]), [])
        for group in ("all", article.part):
            count(article.relations, given, n.setdefault(group, Counter()))
        for kind in ("deed", "words", "tie", "outlet"):
            count(article.relations, given, n.setdefault(kind, Counter()), kind)
    return {group: _shares(own, precise=group in ("all", "dev", "test")) for group, own in n.items()}


def count(gold: Sequence[Row], given: Sequence[Row], n: Counter[str], kind: str | None = None) -> None:
    """Add what one article gives to the counts ``n``; ``kind``: of the gold relations of that kind alone."""
    asked = {i for i, g in enumerate(gold) if g["sure"] and kind in (None, g["kind"])}
    fits = {i: [j for j, p in enumerate(given) if fit(g, p)] for i, g in enumerate(gold)}
    near = {i: [j for j, p in enumerate(given) if touches(g, p)] for i, g in enumerate(gold)}
    n["gold"] += len(asked)
    n["pred"] += len(given)
    n["right"] += len({j for js in fits.values() for j in js})
    n["found"] += len(asked & matched(fits))
    n["touched"] += len(asked & matched(near))


def fit(gold: Row, given: Row) -> bool:
    """Whether a prediction says what a gold relation does."""
    if not touches(gold, given) or (gold["stance"] > 0) != (given["stance"] > 0):
        return False
    straight = _same(gold["source"], given["source"]) and _same(gold["target"], given["target"])
    turned = _same(gold["source"], given["target"]) and _same(gold["target"], given["source"])
    return straight or (gold["stance"] > 0 and turned)


def touches(gold: Row, given: Row) -> bool:
    """Whether a prediction stands in a sentence in which evidence of the gold relation stands."""
    return any(s < end and start < e for start, end in gold["evidence"] for s, e in given["sentence"])


def _same(gold: str | None, given: Sequence[str] | None) -> bool:
    if gold is None or given is None:
        return gold is None and given is None
    return any(words(gold) & words(name) for name in given)


def words(name: str) -> frozenset[str]:
    """Return the words of a name that tell who is meant, without a plural's ending."""
    found = (w for w in re.findall(r"\w+", name.lower()) if w not in SMALL)
    return frozenset(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in found)


def matched(edges: dict[int, list[int]]) -> set[int]:
    """Return who has a partner in a largest matching (augmenting paths, Kuhn 1955)."""
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in edges:
        place(i, set())
    return set(taken.values())


def _shares(n: Counter[str], precise: bool) -> Row:
    shares: Row = {
        "recall": n["found"] / max(n["gold"], 1),
        "touched": n["touched"] / max(n["gold"], 1),
        "n": n["gold"],
    }
    if precise:
        shares |= {"precision": n["right"] / max(n["pred"], 1), "predicted": n["pred"]}
    return shares


def main(argv: Sequence[str]) -> int:
    """Print the scores; 2 where an input cannot be read."""
    return print_scores(lambda: score(Path(argv[0]), read_rows(Path(argv[1]), needs_text=False)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
