"""Numbers that are no quantities: parts of names and references, dates, clock times, scores, list numbers."""

from __future__ import annotations

import re
from calendar import day_name
from functools import lru_cache

from spacy.tokens import Doc, Token

from sayso.annotate.figures.countable import is_countable
from sayso.annotate.figures.counted import Counted
from sayso.annotate.figures.phrases import of_people
from sayso.annotate.figures.quantities import Quantity
from sayso.data.loading import table
from sayso.model import Bound

GLUED_BEFORE = re.compile(r"(?:(?<!\w)['’]|[^\W_][-–−.'’/_]?|[\d][.:/]|[#№§@_])$")
GLUED_AFTER = re.compile(r"(?:st|nd|rd|th|s|º|ª)\b|[-–]?(?:[^\W\d_]+\d|\d)|:\d|/\d|_\w|[A-Z](?![a-z])", re.ASCII)
GLUED_WORD = re.compile(r"-[^\W\d_]")  # "half-mast"
CLOCK = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o['’]clock|(?:GMT|UTC|EST|EDT|CET|BST|PST|PDT)\b)|\s?[:h]\d\d\b", re.IGNORECASE
)
# A clock time that names what was published or leaves then ("our 10.05 entry", "the 7.40 train").
TIMED = re.compile(r"\s(?:entry|post|update|item|train|service|bus|flight|ferry|bulletin|news|edition|broadcast)\b")
HOUR = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
VOTE = re.compile(r"(?:-to-|\s+to\s+)(\d+)(?![\d,.]\d|\s?%|\s+(?:percent|per cent|million))")
VOTED = re.compile(r"(\d+)\s+to\s+$")
LIST = re.compile(r"(?:^|\n)[ \t]*[(\[]?$")
LIST_END = re.compile(r"[.)\]](?:\s|$)")
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|during|by|before|after|of|from|early|late|mid|circa|year|summer|winter|spring|autumn|fall"
    r"|election|olympics|world cup|class|and|to)[ -]$|['’]s $",
    re.IGNORECASE,
)
DETERMINED = re.compile(r"\b(?:the|its|his|her|their|our) [a-z]+ $", re.IGNORECASE)
SCORE = re.compile(
    r"\s+(?:win|victory|defeat|loss|draw|lead|vote|record|tie|on aggregate|in|at|thanks|against|to|with|over)\b"
    r"|\s*[,.;)]|\s*$"
)
NOT_ONE = re.compile(r"\bnot\s$", re.IGNORECASE)
# One of several is a person or thing told of, no count.
SEVERAL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?"
ONE_OF = re.compile(rf"\s+of\s+(?:(?:the|its|their|his|her|our|these|those)\s+)?(?:\d|(?:{SEVERAL})\b)", re.IGNORECASE)
WEEKDAYS = frozenset(day.lower() for day in day_name)  # "on Monday 112 …"
PHONE = re.compile(r"(?:\+|\b(?:tel|phone|call|fax)\b[.: ]*)[\d ()-]*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    labels = "|".join(re.escape(word) for (word,) in table("labels"))
    return re.compile(rf"\b(?:{labels})\.?[ \u00a0]$", re.IGNORECASE)


def is_name(doc: Doc, text: str, quantity: Quantity, token: int) -> bool:
    """Whether the number is part of a name, a reference, a date, a clock time, a score or a list number.

    ``token`` is the index of the token in which the number begins.
    """
    start, end = quantity.first, quantity.last
    if quantity.form == "part" and GLUED_WORD.match(text, end):
        return True
    if quantity.form in ("vague", "part"):
        return False
    if CLOCK.match(text, end) or (HOUR.fullmatch(text, start, end) and TIMED.match(text, end)):
        return True
    if quantity.form == "words" and quantity.measure.unit is None:
        named = token > 0 and doc[token - 1].pos_ == "PROPN" and not doc[token].is_sent_start
        return text[start].isupper() and (named or bool(_labels().search(text, max(start - 20, 0), start)))
    if quantity.measure.unit == "second" and re.fullmatch(r"[12]\d{3}s", text[start:end]):
        return True
    if quantity.measure.unit and text[start].isdigit():
        return bool(GLUED_BEFORE.search(text, max(start - 2, 0), start)) and not _after_dash(text, start)
    return quantity.measure.unit is None and _digits_are_name(doc, text, quantity, token)


def _digits_are_name(doc: Doc, text: str, quantity: Quantity, token: int) -> bool:
    start, end = quantity.first, quantity.last
    if GLUED_BEFORE.search(text, max(start - 2, 0), start) and not _after_dash(text, start):
        return True
    if _is_vote(text, quantity) or ("/" in text[start:end] and not text.startswith((" of ", " the "), end)):
        return True
    if GLUED_AFTER.match(text, end) or PHONE.search(text, max(start - 20, 0), start):
        return True
    if LIST.search(text, max(start - 8, 0), start) and LIST_END.match(text, end):
        return True
    if _labels().search(text, max(start - 20, 0), start):
        return True
    if quantity.bound is Bound.BETWEEN and _four(quantity.low) and _four(quantity.high) and "," not in text[start:end]:
        return True
    if quantity.bound is Bound.BETWEEN and "-" in text[start:end].replace("–", "-"):
        return _is_score(text, quantity)
    return _is_year(doc, text, quantity, token) or _follows_name(doc, text, quantity, token)


def _is_vote(text: str, quantity: Quantity) -> bool:
    """Whether two bare numbers are the sides of a vote or a match: "5-to-4", "6 to 3"."""
    start, end = quantity.first, quantity.last
    after, before = VOTE.match(text, end), VOTED.search(text, max(start - 12, 0), start)
    if after and (text[end] == "-" or int(after[1][:9]) < (quantity.value or 0)):
        return True
    return bool(before) and before is not None and int(before[1][-9:]) > (quantity.value or 0)


def _after_dash(text: str, start: int) -> bool:
    """Whether a dash between two words stands before the number ("killed–30") rather than a name's hyphen."""
    return text[start - 1] in "–—" or text[max(start - 4, 0) : start].lower() in ("sub-", " -")


def _is_score(text: str, quantity: Quantity) -> bool:
    small = (quantity.high or 0) < 100
    years = _four(quantity.low) and (_four(quantity.high) or (quantity.high or 0) < 100)
    return years or (small and bool(SCORE.match(text, quantity.last)))


def _four(value: float | None) -> bool:
    return value is not None and 1400 <= value <= 2100 and value == int(value)


def _is_year(doc: Doc, text: str, quantity: Quantity, token: int) -> bool:
    words = text[quantity.first : quantity.last]
    if not (len(words) == 4 and words.isdigit() and 1000 <= int(words) <= 2100):
        return False
    if YEAR_BEFORE.search(text, max(quantity.start - 12, 0), quantity.start) and quantity.bound is Bound.EXACT:
        return True
    if DETERMINED.search(text, max(quantity.start - 24, 0), quantity.start) and int(words) > 1899:
        return True
    after = doc[token + 1] if token + 1 < len(doc) else None
    return quantity.bound is Bound.EXACT and not (after is not None and (after.tag_ == "NNS" or after.pos_ == "ADJ"))


def _follows_name(doc: Doc, text: str, quantity: Quantity, token: int) -> bool:
    """Whether a proper name stands right before ("Boeing 747", "G 7"), and no plural noun that is counted after."""
    if token == 0 or quantity.bound is not Bound.EXACT:
        return False
    before = doc[token - 1]
    if (
        before.pos_ != "PROPN"
        or before.is_sent_end
        or before.lower_ in WEEKDAYS
        or of_people(text, quantity.start, quantity.end)
    ):
        return False
    after = doc[token + 1] if token + 1 < len(doc) else None
    return not (
        after is not None and after.tag_ == "NNS" and doc[token].head.i == after.i and (quantity.value or 0) > 12
    )


def is_attributive(doc: Doc, text: str, quantity: Quantity, counted: Counted | None) -> bool:
    """Whether the number only names a kind ("six-speed", "the 787 Dreamliner") or a house ("16 Main Street")."""
    if quantity.form == "words" and text[quantity.last : quantity.last + 1] == "-":
        return True
    if quantity.form == "words" and quantity.measure.kind == "time" and "-" in text[quantity.first : quantity.last]:
        return (
            not text[quantity.first : quantity.last].split("-")[-1].isnumeric()
            and " " not in text[quantity.first : quantity.last]
        )
    if _is_article(doc, text, quantity, counted):
        return True
    if quantity.measure.unit or quantity.form != "digits" or counted is None:
        return False
    return (
        doc[counted.head].tag_ == "NNP" and doc[counted.start].tag_ == "NNP" and counted.start == _next(doc, quantity)
    )


def _is_article(doc: Doc, text: str, quantity: Quantity, counted: Counted | None) -> bool:
    """Whether "one" hardly counts ("one problem"): nothing that coverage counts, no bound, and not one of several."""
    if quantity.form != "words" or quantity.value != 1 or quantity.measure.unit or counted is None:
        return False
    if _speaks(doc[counted.head]) or ONE_OF.match(text, quantity.end):
        return True
    partitive = counted.start > 1 and counted.start - _next(doc, quantity) > 0
    none = bool(NOT_ONE.search(text, max(quantity.first - 4, 0), quantity.first))
    return quantity.bound is Bound.EXACT and not partitive and not none and not is_countable(doc[counted.head])


@lru_cache(maxsize=1)
def _speaking() -> frozenset[str]:
    return frozenset(row[1] for row in table("cues") if row[0] == "verb" and row[2] == "say")


def _speaks(noun: Token) -> bool:
    """Whether somebody who says something is meant ("one resident told reporters")."""
    at = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return at.dep_ in ("nsubj", "pobj") and at.head.lemma_.lower() in _speaking()


def _next(doc: Doc, quantity: Quantity) -> int:
    span = doc.char_span(quantity.first, quantity.last, alignment_mode="expand")
    return span.end if span is not None else -1
