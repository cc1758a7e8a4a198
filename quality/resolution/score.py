"""``python -m quality.resolution.score DATA PRED``: the share of the sources that are resolved right, as JSON.

A source is right when one of the actors it resolves to has a mention that overlaps a gold mention of who is meant
(where the gold has none elsewhere in the text: when the names agree). A source that the text leaves unnamed is right
when nobody, or nobody with a name, is given.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from quality.printed import print_scores
from quality.resolution.gold import Item, Pair, overlap, read_gold
from quality.rows import Row, read_rows

Found = dict[tuple[str, int, int], list[Row]]


def score(data: Path, predicted: Iterable[Row]) -> Row:
    """Return ``accuracy`` over all, over each part and each kind, and ``n``, the number of sources."""
    found: Found = {(row["doc_id"], *s["source"]): s["actors"] for row in predicted for s in row["sources"]}
    marks: dict[str, list[bool]] = {"all": []}
    for article in read_gold(data):
        for item in article.items:
            mark = is_right(item, found.get((article.doc_id, *item.source), []))
            for group in dict.fromkeys(("all", article.part, item.kind)):
                marks.setdefault(group, []).append(mark)
    return {name: {"accuracy": sum(own) / len(own) if own else None, "n": len(own)} for name, own in marks.items()}


def is_right(item: Item, actors: Sequence[Row]) -> bool:
    """Tell whether ``actors`` (``name``, ``named``, ``mentions``) are who is meant by the source."""
    if item.means is None:
        return not any(actor["named"] for actor in actors)
    if item.targets:
        return any(overlap(target, pair(m)) for a in actors for m in a["mentions"] for target in item.targets)
    return any(_same(item.means, actor["name"]) for actor in actors)


def pair(given: Sequence[int]) -> Pair:
    """Return a span as JSON gives it as a pair."""
    return given[0], given[1]


def _same(left: str, right: str) -> bool:
    """Tell whether one name holds the words of the other, or is made of its initials ("NHS")."""
    words = set(left.lower().split()), set(right.lower().split())
    initials = "".join(word[0] for word in right.split() if word[0].isupper())
    held = words[0] <= words[1] or words[1] <= words[0] or (left.isupper() and initials.startswith(left))
    return bool(words[0] and words[1]) and held


def main(argv: Sequence[str]) -> int:
    """Print the scores; 2 where an input cannot be read."""
    return print_scores(lambda: score(Path(argv[0]), read_rows(Path(argv[1]), needs_text=False)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
