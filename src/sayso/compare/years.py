"""Complete dates that lack a year from the other articles of the story; what comes of it is named as inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.compare import edtf
from sayso.compare.shades import shaded
from sayso.model import Annotation, DateWindow, Time

OPEN_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
FULL = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Years:
    """The years that the story's articles give to days and months, and the last day that the story has reached."""

    days: Mapping[str, frozenset[str]]
    months: Mapping[str, frozenset[str]]
    years: frozenset[str]
    latest: str | None

    @classmethod
    def of(cls, annotations: Iterable[Annotation], windows: Iterable[DateWindow]) -> Years:
        """Collect the years of all full dates, publication dates included."""
        days: dict[str, set[str]] = {}
        months: dict[str, set[str]] = {}
        starts = sorted(start for w in windows if (start := edtf.bounds(w.edtf)[0]))
        texts = [t.edtf for a in annotations for t in a.times if t.edtf]
        for year, month, day in (m for text in (*texts, *starts) for m in FULL.findall(text)):
            months.setdefault(month, set()).add(year)
            if day:
                days.setdefault(f"{month}-{day}", set()).add(year)
        freeze = {k: frozenset(v) for k, v in days.items()}, {k: frozenset(v) for k, v in months.items()}
        return cls(*freeze, frozenset(y for v in months.values() for y in v), starts[-1] if starts else None)

    def complete(self, date: str) -> str | None:
        """Return a date with the year that the story fixes for it, None where it fixes none.

        In turn: the one year that other dates give to this day, or to this month; the year that puts it into the
        twelve months before the last day the story has reached; the one year in which all dates lie.
        """
        found = OPEN_YEAR.search(date)
        if not found:
            return None
        year = self._year(found.group(1), found.group(2))
        return date.replace("XXXX", year) if year else None

    def _year(self, month: str, day: str | None) -> str | None:
        known = self.days.get(f"{month}-{day}", frozenset()) or self.months.get(month, frozenset())
        if len(known) == 1:
            return min(known)
        if known:
            return None
        if self.latest:
            reached = self.latest[5:] if day else self.latest[5:7]
            this = f"{month}-{day}" if day else month
            return self.latest[:4] if this <= reached else f"{int(self.latest[:4]) - 1:04d}"
        return min(self.years) if len(self.years) == 1 else None


def date_of(time: Time, years: Years) -> tuple[str, str] | None:
    """Return a time's EDTF date and its basis ("story" where other articles give the year), None without a date."""
    if time.type in ("DURATION", "SET") and "/" not in (time.edtf or ""):
        return None
    if time.edtf and "XXXX" not in time.edtf:
        return shaded(time.span.text, time.edtf.partition("T")[0]), time.basis
    given = time.edtf or (time.value if OPEN_YEAR.match(time.value) else None)
    if not given:
        return None
    completed = years.complete(given)
    return (shaded(time.span.text, completed), "story") if completed else None
