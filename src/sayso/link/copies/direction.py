"""Which of two texts is the original, where dates, containment or a named origin show it."""

from __future__ import annotations

from datetime import date

from sayso.link.copies.publishers import agency, credited_outlet
from sayso.model import Article

MUCH_FULLER = 0.05


def original(
    a: Article, b: Article, share_of_a: float, share_of_b: float, named: str | None = None
) -> tuple[str | None, str]:
    """Return the id of the article that the other derives from, None where that is unknown, and why.

    A text that credits the other's outlet derives from it, unless both credit each other. Else a later text that the
    earlier one holds derives from it, unless both have an agency for their origin (``named``: the link rests on that);
    a later one that holds more may have another origin.
    """
    told_by_a, told_by_b = credited_outlet(a, b), credited_outlet(b, a)
    if told_by_a and told_by_b:
        return None, "direction unknown: each credits the other"
    if told_by_a:
        return _credited(a, b, told_by_a)
    if told_by_b:
        return _credited(b, a, told_by_b)
    wire = agency(a)
    if wire and wire == agency(b):
        return None, f"direction unknown: both credit {wire}"
    if named:
        return None, f"direction unknown: both name {named}"
    return _by_dates(a, b, share_of_a, share_of_b)


def _credited(article: Article, other: Article, name: str) -> tuple[str | None, str]:
    if article.published and other.published and article.published < other.published:
        return None, f"direction unknown: it credits {name}, whose article is dated later"
    return other.id, f"it credits {name}"


def _by_dates(a: Article, b: Article, share_of_a: float, share_of_b: float) -> tuple[str | None, str]:
    first, second = a.published, b.published
    if not first or not second:
        return None, "direction unknown: no date of publication"
    if first == second:
        return None, "direction unknown: published on one day"
    held, holding = (share_of_b, share_of_a) if first < second else (share_of_a, share_of_b)
    if held + MUCH_FULLER < holding:
        return None, "direction unknown: the later text is the fuller one"
    return (a if first < second else b).id, "dates and containment agree on the direction"


def order_of(published: date | None) -> str:
    """Return what articles are put in order by: dated ones by date, undated ones last."""
    return published.isoformat() if published else "9999"
