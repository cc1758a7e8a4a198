"""What a relative or partial time is read against: the publication date, the clause, other dates of the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Anchor:
    """``published`` is the publication date, ``direction`` where the clause points ("past", "future", "later" or "").

    ``dates`` are the days that the text gives in full, ``latest`` the last date that was read in the same sentence
    and ``told`` the last one in it or shortly before it (both ISO), ``before`` and ``after`` the words round the
    expression.
    """

    published: date | None
    direction: str = ""
    dates: tuple[date, ...] = ()
    latest: str | None = None
    told: str | None = None
    before: str = ""
    after: str = ""
