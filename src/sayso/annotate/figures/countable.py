"""The nouns that news coverage counts."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from sayso.annotate.figures.counted import lemma
from sayso.data.loading import table


@lru_cache(maxsize=1)
def countables() -> dict[str, str]:
    """Return each noun's lemma with its kind: people, things or tally."""
    return {row[0]: row[1] for row in table("countables")}


def is_countable(token: Token) -> bool:
    """Whether the noun is one that coverage counts, or a people ("Italians")."""
    return lemma(token) in countables() or (token.ent_type_ == "NORP" and token.tag_ in ("NNPS", "NNS"))
