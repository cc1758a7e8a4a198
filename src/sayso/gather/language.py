"""Tell English from other languages; the language model is loaded only where the words leave a doubt."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module

from sayso.data.loading import table

WORD = re.compile(r"[^\W\d_]+")
SAMPLE, FEWEST_LETTERS = 3000, 40
CLEARLY_ENGLISH = 0.12


def language_of(text: str) -> str | None:
    """Return the ISO 639 code of the language of ``text``, or None where it is too short or too mixed to tell."""
    sample = _sample(text)
    words = WORD.findall(sample.lower())
    if sum(map(len, words)) < FEWEST_LETTERS:
        return None
    if sum(w in _english() for w in words) >= CLEARLY_ENGLISH * len(words):
        return "en"
    found: str | None = import_module("sayso.gather.language_model").detect_language(sample)
    return found


def _sample(text: str) -> str:
    """Return the text, of a long one its beginning, middle and end."""
    if len(text) <= SAMPLE:
        return text
    third, middle = SAMPLE // 3, len(text) // 2
    return "\n".join([text[:third], text[middle : middle + third], text[-third:]])


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(row[0] for row in table("english_words"))
