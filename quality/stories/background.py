"""``python -m quality.stories.background BULK``: write how rare words are in news into sayso's data.

Only counts leave the articles: of each stem, the logarithm of one in how many articles has it, to a tenth. Stems of
fewer than ``LEAST`` articles are left out.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from quality.measures import PROJECT
from quality.rows import article_of, read_rows
from sayso.link.stories.reading import LONGEST, body
from sayso.link.stories.words import stems

LEAST = 6
TARGET = PROJECT / "src" / "sayso" / "data" / "word_rarity.tsv"
HEADER = """\
# How rare the stems of words are in news: the logarithm of one in how many articles has the word, then the words.
# Counted over a sample of Article-Bias-Prediction (Baly et al. 2020) by quality/stories/background.py; no text.
"""


def main(source: Path) -> None:
    """Count the stems of each article once, and write the table."""
    rows = read_rows(source)
    found: Counter[str] = Counter()
    for article in map(article_of, rows):
        found.update({*stems(article.title or ""), *stems(body(article), LONGEST)})
    by_rarity: dict[str, list[str]] = defaultdict(list)
    for word, count in found.items():
        if count >= LEAST and len(word) > 1:
            by_rarity[f"{math.log((len(rows) + 1) / (count + 1)):.1f}"].append(word)
    lines = [f"{key}\t{' '.join(sorted(by_rarity[key]))}\n" for key in sorted(by_rarity, key=float)]
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
