"""What a relative or partial time is read against: the publication date, the tense, other dates of the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice

from spacy.tokens import Doc, Token

FUTURE = frozenset(("will", "'ll", "’ll", "wo", "shall", "may", "can", "should", "must"))
LATER = frozenset(("would", "could", "might"))
PAST = frozenset(("was", "were", "had", "did", "has", "have", "'ve", "’ve", "been"))
VERBS = frozenset(("VERB", "AUX"))
PLANS = frozenset(
    ("expect", "schedule", "plan", "set", "due", "slate", "going", "intend", "hope", "aim", "prepare", "promise")
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """``published`` is the publication date, ``direction`` where the clause points ("past", "future", "later" or "").

    ``dates`` are the days that the text gives in full, ``latest`` the last date that was read in
    the same sentence (ISO), ``before`` and ``after`` the words round the expression.
    """

    published: date | None
    direction: str = ""
    dates: tuple[date, ...] = ()
    latest: str | None = None
    before: str = ""
    after: str = ""


def direction(doc: Doc, at: int) -> str:
    """Return where the clause of the token ``at`` points in time, as its verb says.

    "later" is the future of what is told in the past ("said it would open"), which may be past at publication.
    """
    verb = _verb(doc[at])
    for _ in range(3):
        told = _told(verb)
        if told or verb.head.i == verb.i:
            return told
        verb = _verb(verb.head)
    return ""


def _verb(token: Token) -> Token:
    steps = 0
    while token.pos_ not in VERBS and token.head.i != token.i and steps < 12:
        token, steps = token.head, steps + 1
    return token


def _told(verb: Token) -> str:
    helpers = {child.lower_ for child in islice(verb.children, 40) if child.dep_ in ("aux", "auxpass")}
    if helpers & FUTURE:
        return "future"
    if helpers & LATER:
        return "later"
    if helpers & PAST or verb.tag_ == "VBD":
        return "past"
    if "to" in helpers and verb.tag_ in ("VB", "VBN"):
        return _planned(verb, helpers)
    if verb.lower_ in ("due", "expected", "scheduled", "planned", "slated"):
        return "future"
    return "past" if verb.tag_ == "VBN" and not helpers else ""


def _planned(verb: Token, helpers: set[str]) -> str:
    plan = verb.head
    if plan.lemma_.lower() not in PLANS:
        return "future" if "be" in helpers else ""
    told = {child.lower_ for child in islice(plan.children, 40) if child.dep_ in ("aux", "auxpass")}
    return "later" if plan.tag_ == "VBD" or told & {"was", "were", "had"} else "future"
