"""Words that deny something without naming it."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.data.loading import toml


def no_such(words: str) -> bool:
    """Whether words deny something without naming it ("knew of no such plan", "nothing of the kind")."""
    return _pattern().search(words) is not None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(toml("clauses")["no_such"], re.IGNORECASE)
