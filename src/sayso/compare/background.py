"""Figures of other events and of long periods: what happened years ago, or happens every year, is another count.

"Floods killed 14 people in 2029" and "more than 400 people have died since then" do not count what befell people in
the event that the coverage is of.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.compare import edtf
from sayso.compare.scene import sentence_words
from sayso.model import Annotation, Figure, Time

LONG = timedelta(days=60)  # before the publication; what ended earlier is not the event that is reported
BACK = 2  # sentences back in which the day may be named that "since then" means
SINCE = re.compile(r"[^.;:!?]{0,60}?\bsince\s+(then\b)?", re.IGNORECASE)
EVERY = re.compile(
    r"[^.,;:!?\d]{0,40}?\b(?:every|each|per)\s+(?:year|month|winter|summer|spring|autumn|season|decade)\b",
    re.IGNORECASE,
)
WITHIN = ("in ", "on ", "of ", "during ")


def other_event(annotation: Annotation, figure: Figure) -> str:
    """Return the date (EDTF) long before its article was published that a figure is of, "yearly", else nothing."""
    text = annotation.article.text
    if EVERY.match(text, _end(figure)):
        return "yearly"
    told = annotation.times[figure.time] if figure.time is not None else None
    past = told is not None and text[: told.span.start].casefold().endswith(WITHIN)
    return told.edtf or "" if past and told is not None and _is_long_ago(annotation, told) else ""


def is_over_long_time(annotation: Annotation, figure: Figure) -> bool:
    """Whether a figure counts what has happened since a day long before ("400 have been killed since then")."""
    sentence = sentence_words(annotation, figure.sentence)
    found = SINCE.match(annotation.article.text, _end(figure), sentence.end)
    if found is None:
        return False
    if found[1]:
        near = [t for t in annotation.times if figure.sentence - BACK <= t.sentence and t.span.end <= found.end()]
        ends = [t for t in near if t.type == "DATE" and edtf.bounds(t.edtf)[1]]
        begun = max(ends, key=lambda t: edtf.bounds(t.edtf)[0] or "", default=None)
    else:
        begun = next((t for t in annotation.times if 0 <= t.span.start - found.end() <= len("the end of ")), None)
    return begun is not None and _is_long_ago(annotation, begun)


def _is_long_ago(annotation: Annotation, time: Time) -> bool:
    published, starts = annotation.article.published, (time.edtf or "").removesuffix("/..")
    last = edtf.bounds(starts)[1]
    return published is not None and last is not None and published - date.fromisoformat(last) > LONG


def _end(figure: Figure) -> int:
    return max(figure.span.end, figure.counted.end if figure.counted else 0)
