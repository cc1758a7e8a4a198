"""Where a clause points, from its words alone: for reading times without a parse."""

from __future__ import annotations

import re

from sayso.annotate.times.words import lexicon

# So many words before a time are looked at, not over the end of a clause.
NEAR = 10
CLAUSE = re.compile(r"[,;:()–—]\s|\s-+\s|\b(?:after|before|when|while|who|which|where)\b")
WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?|['’]ll\b")
WILL = frozenset(("will", "'ll", "’ll", "shall", "won't", "won’t"))
WOULD = frozenset(("would", "could", "might"))
LIMIT = re.compile(r"\b(?:by|until|till|next)\s+(?:the\s+)?$", re.IGNORECASE)


def direction_of_words(before: str) -> str:
    """Return where the words of a sentence before a time point: "past", "future", "later" or "" for unknown.

    >>> direction_of_words("The council will meet on ")
    'future'
    """
    words = [w.lower() for w in WORD.findall(CLAUSE.split(before)[-1])][-NEAR:]
    if WILL.intersection(words):
        return "future"
    if WOULD.intersection(words):
        return "later"
    ahead = lexicon()["ahead"]["words"]
    if LIMIT.search(before) or any(w in ahead for w in words):
        return "later"
    return ""
