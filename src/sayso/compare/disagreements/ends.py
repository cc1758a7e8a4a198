"""When something ends: two articles that give one thing other last days ("until June 30", "to December 31")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.compare import edtf
from sayso.compare.disagreements.sides import Same, claim_sides, said_on
from sayso.compare.matching import Item, Match
from sayso.compare.scene import Scene
from sayso.data.loading import toml
from sayso.model import ClaimRef, Disagreement, Polarity, Time

ABOUT = 0.25  # the least score at which two claims speak of one thing that ends
REACH = 40  # characters between a verb that tells of an end and its date
DATE = re.compile(r"\d+(?:st|nd|rd|th)?$")


def moved_ends(scene: Scene, pairs: Sequence[Match], same: Same) -> Iterator[Disagreement]:
    """Return what ends on one day here and on another there, each claim once; the later told is an update."""
    used: set[ClaimRef] = set()
    for match in pairs:
        a, b = match.left, match.right
        if match.score < ABOUT or a.ref.article == b.ref.article or used & {a.ref, b.ref} or not _topic(match):
            continue
        one, other = _end(scene, a), _end(scene, b)
        if one and other and edtf.apart(one, other) and not {a.ref.article, b.ref.article} & scene.derived:
            used |= {a.ref, b.ref}
            yield _made(scene, same, match, one, other)


def _topic(match: Match) -> str:
    """Return the words, other than numbers, that both claims share; the actors where there are none."""
    words = [word for word in match.shared() if not DATE.match(word)]
    return ", ".join(words[:4] or sorted(match.left.actors & match.right.actors)[:2])


def _made(scene: Scene, same: Same, match: Match, one: str, other: str) -> Disagreement:
    first, second = match.left, match.right
    told = said_on(scene, first.ref), said_on(scene, second.ref)
    if edtf.later(told[0], told[1]):
        first, second, one, other = second, first, other, one
    kind = "update" if edtf.apart(*told) else "contradiction"
    reason = f"the end is given as {edtf.spoken(one)} on one side and as {edtf.spoken(other)} on the other"
    sides = claim_sides(scene, same, [first.ref], [second.ref])
    return Disagreement(0, kind, _topic(match), sides, reason, 5.0 + match.score)


def _end(scene: Scene, item: Item) -> str | None:
    """Return the last day that a claim gives what it speaks of, in EDTF; None where it gives none."""
    if item.claim.polarity is Polarity.NEGATIVE:
        return None
    annotation = scene.by_article[item.ref.article]
    for number in item.claim.times:
        time = annotation.times[number]
        if time.type == "DATE" and time.edtf and ".." not in time.edtf and _is_end(annotation.article.text, item, time):
            return _last(scene.years.complete(time.edtf) or time.edtf, time.span.text)
    return None


def _last(date: str, words: str) -> str:
    """Return the day that "the end of" a month or year is, else the date as it is."""
    last = edtf.bounds(date)[1] if re.match(r"(?:the )?end of\b", words, re.IGNORECASE) else None
    return last if last and edtf.is_day(last) else date


def _is_end(text: str, item: Item, time: Time) -> bool:
    """Whether the words before a date in its claim make it an end."""
    start = max((s.start for s in item.claim.spans if s.covers(time.span)), default=time.span.start)
    before = text[max(start, time.span.start - REACH) : time.span.start].casefold()
    return bool(_limit().search(before) or _ending().search(before))


@lru_cache(maxsize=1)
def _limit() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(toml('clauses')['limits'])})\s+(?:the\s+)?$")


@lru_cache(maxsize=1)
def _ending() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(toml('clauses')['ending'])})\b[^.;:!?]*$")
