"""News agencies by all their names (data/wires.tsv), and the reporter behind "a Reuters report"."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.data.loading import table

REPORT_OF = re.compile(r"^(?:an?|the) (.+?)(?:['’]s?)? (?:report|story|article|dispatch)$", re.IGNORECASE)


@lru_cache(maxsize=1)
def agencies() -> dict[str, str]:
    """Return the name to show for each name of a news agency."""
    return {form: row[0] for row in table("wires") for form in (row[0], *(row[1].split("|") if row[1:] else ()))}


def report_of(name: str) -> str:
    """Return the reporter of "a Reuters report", other names unchanged.

    >>> report_of("A Reuters report"), report_of("the Ministry")
    ('Reuters', 'the Ministry')
    """
    found = REPORT_OF.match(name)
    return found.group(1) if found else name
