"""Words to word-pieces, as BERT's uncased tokenizer cuts them (Devlin et al. 2019; Wu et al. 2016)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

PAD, UNKNOWN, FIRST, LAST = 0, 100, 101, 102  # numbers of [PAD], [UNK], [CLS] and [SEP] in BERT's vocabulary
LONGEST = 100  # characters; a longer run of letters is one unknown piece, as in BERT
RUNS = re.compile(r"\w+|[^\w\s]")


class WordPieces:
    """Cuts words by greedy longest match in ``vocabulary`` (piece -> number); a word is remembered once cut."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self.of = lru_cache(maxsize=100_000)(self._cut)

    def _cut(self, word: str) -> tuple[int, ...]:
        plain = unicodedata.normalize("NFD", word.lower())
        plain = "".join(c for c in plain if unicodedata.category(c) != "Mn").replace("_", " _ ")
        return tuple(n for run in RUNS.findall(plain) for n in self._run(run)) or (UNKNOWN,)

    def _run(self, run: str) -> list[int]:
        pieces, start = [], 0
        while start < len(run):
            end = min(len(run), start + LONGEST)
            while end > start and ("##" * (start > 0) + run[start:end]) not in self._vocabulary:
                end -= 1
            if end == start:
                return [UNKNOWN]
            pieces.append(self._vocabulary["##" * (start > 0) + run[start:end]])
            start = end
        return pieces if len(run) <= LONGEST else [UNKNOWN]
