"""How much of a text stands in sentences whose wording another text keeps, changed here and there or not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.link.copies.pile import Candidate
from sayso.link.copies.rewrites import LEAST
from sayso.link.copies.shares import Shared, share

# A sentence keeps another's wording where it has so many of its runs of three words, and this part of the telling
# words of the shorter one, not only names: two reporters have long names and titles in common anyway.
RUNS, TELLING = 3, 0.5


def kept_share(found: Shared, x: Candidate, y: Candidate) -> float:
    """Return the part of a text's own words that stand in sentences kept by the other, the larger of both (0 to 1).

    ``found`` says which runs count; a sentence counts with no more words than the one that keeps it has. So a sentence
    that was reworded counts whole, as it does for a reader, where its runs of words alone are few.
    """
    runs = Counter((int(x.sentences[i]), int(y.sentences[j])) for i, j in found.starts)
    pairs = [pair for pair, n in runs.items() if n >= RUNS and min(pair) >= 0 and _alike(pair, x, y)]
    sizes = {(p, q): min(x.own_lengths[p], y.own_lengths[q]) for p, q in pairs}
    left = _most((p, n) for (p, _), n in sizes.items())
    right = _most((q, n) for (_, q), n in sizes.items())
    return max(share(left, sum(x.own_lengths)), share(right, sum(y.own_lengths)))


def _alike(pair: Sequence[int], x: Candidate, y: Candidate) -> bool:
    one, other = x.outline.sentences[pair[0]], y.outline.sentences[pair[1]]
    both = one & other
    if len(both) < LEAST or both.isdisjoint(x.plain_words | y.plain_words):
        return False
    return len(both) >= TELLING * min(len(one), len(other))


def _most(sizes: Iterable[tuple[int, int]]) -> int:
    """Return the sum of the largest size of each sentence."""
    most: defaultdict[int, int] = defaultdict(int)
    for sentence, size in sizes:
        most[sentence] = max(most[sentence], size)
    return sum(most.values())
