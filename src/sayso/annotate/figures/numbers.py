"""Numbers in a text, in digits and in words, before anything is known of units or of what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sayso.data.loading import table


class Number(NamedTuple):
    """A number at ``start:end``. ``vague`` ones ("thousands", "a few million") have only a lower end, ``value``.

    ``form`` is "digits", "words", "vague" or "part" (a share: "two thirds", "half").
    """

    start: int
    end: int
    value: float
    form: str


class Atom(NamedTuple):
    """One word or run of digits that can be part of a number."""

    start: int
    end: int
    kind: str
    value: float


DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|(?<![\d\w])\.\d+"
FRACTION = r"\d{1,3}[/⁄]\d{1,4}(?![/\d])"
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
PLUS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
MANY = {"tens": 10, "dozens": 10, "scores": 10, "hundreds": 100, "thousands": 1000}
JOINS = frozenset(("", " ", "-", "\u2010", "\u2011", "\u00a0", " and ", "  "))
ADDS = {"unit": 1, "teen": 10, "ten": 10}
BIG = 1e18


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, float]]:
    """Return each number word (lower case, short multipliers in their own case) with its kind and value."""
    return {word: (kind, float(value)) for word, value, kind in table("numbers")}


@lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """Return what finds an atom: a fraction, digits with or without a short multiplier, or a number word."""
    kinds = words()
    short = "|".join(sorted((re.escape(w) for w, (k, _) in kinds.items() if k == "short"), key=len, reverse=True))
    vague = "|".join(w for w, (k, _) in kinds.items() if k == "vague")
    long = "|".join(sorted((re.escape(w) for w, (k, _) in kinds.items() if k != "short"), key=len, reverse=True))
    return re.compile(
        rf"(?P<many>\b(?i:(?:{'|'.join(MANY)}) of (?:{vague}))\b)"
        rf"|(?P<fraction>{FRACTION})"
        rf"|(?P<digits>{DIGITS})(?P<vulgar>[{''.join(VULGAR)}])?(?:(?P<gap>[ \u00a0]?)(?P<short>{short})(?![\w/²³]))?"
        rf"|(?P<lone>[{''.join(VULGAR)}])"
        rf"|(?P<plus>\band (?:an? |one[- ])(?i:half|quarter|third)\b)"
        rf"|\b(?P<word>(?i:{long}))\b"
    )


def find_numbers(text: str) -> list[Number]:
    """Return the numbers in the order of the text; none overlap."""
    found: list[Number] = []
    run: list[Atom] = []
    for atom in _atoms(text):
        if run and text[run[-1].end : atom.start].lower() not in JOINS:
            found.extend(_read(text, run))
            run = []
        run.append(atom)
    found.extend(_read(text, run))
    return found


def _atoms(text: str) -> Iterator[Atom]:
    kinds = words()
    for m in pattern().finditer(text):
        if m["many"]:
            few, many = m["many"].lower().split(" of ")
            yield Atom(m.start(), m.end(), "vague", MANY[few] * kinds[many][1])
        elif m["fraction"]:
            top, bottom = re.split("[/⁄]", m["fraction"])
            if int(bottom):
                yield Atom(m.start(), m.end(), "fraction", int(top) / int(bottom))
        elif m["digits"]:
            yield from _digits(m, kinds)
        elif m["lone"]:
            yield Atom(m.start(), m.end(), "plus", VULGAR[m["lone"]])
        elif m["plus"]:
            yield Atom(m.start(), m.end(), "plus", PLUS[re.split("[ -]", m["plus"].lower())[-1]])
        else:
            kind, value = kinds[m["word"].lower()]
            yield Atom(m.start(), m.end(), kind, value)


def _digits(m: re.Match[str], kinds: dict[str, tuple[str, float]]) -> Iterator[Atom]:
    value = float(m["digits"].replace(",", "")[:40]) + VULGAR.get(m["vulgar"], 0.0)
    short = m["short"]
    # "5 m" are metres as often as millions, so a single small letter counts only where it touches the digits.
    if short and m["gap"] and len(short) == 1 and short not in "BM":
        short = None
    end = m.end() if short else (m.end("vulgar") if m["vulgar"] else m.end("digits"))
    yield Atom(m.start(), end, "short" if short else "digits", min(value * (kinds[short][1] if short else 1), BIG))


def _read(text: str, run: list[Atom]) -> Iterator[Number]:
    at = 0
    while at < len(run):
        taken, number = _longest(text, run, at)
        if number:
            yield number
        at += max(taken, 1)


def _longest(text: str, run: list[Atom], at: int) -> tuple[int, Number | None]:
    first = run[at]
    if first.kind in ("vague", "part", "plus"):
        return _special(text, run, at)
    total, used = 0.0, at
    part: float | None = None
    for atom in run[at:]:
        step = _step(total, part, atom, text[run[used - 1].end : atom.start] if used > at else None)
        if step is None:
            break
        total, part = step
        used += 1
    if used < len(run) and run[used].kind in ("part", "vague") and text[run[used - 1].end : run[used].start] in " -":
        return _scaled(run, at, used, total + (part or 0.0))
    value = min(total + (part or 0.0), BIG)
    start, value, form = _article(text, first, value)
    return used - at, Number(start, run[used - 1].end, value, form)


def _step(total: float, part: float | None, atom: Atom, gap: str | None) -> tuple[float, float | None] | None:
    """Add one atom to what was read so far; None where the number ends before it."""
    kind, value = atom.kind, atom.value
    if kind in ("hundred", "dozen"):
        return (total, (part or 1.0) * value) if part is None or part < 100 else None
    if kind == "scale":
        return (total + (1.0 if part is None else part) * value, None) if part is not None or gap is None else None
    if kind == "plus":
        return total, (part or 0.0) + value
    if gap is None:
        return total, value
    if kind in ADDS:
        return _added(total, part, value, gap)
    if kind in ("digits", "fraction") and part is not None and value < 1 and gap == " ":
        return total, part + value
    return None


def _added(total: float, part: float | None, value: float, gap: str) -> tuple[float, float | None] | None:
    if part is None:
        return (total, value) if total and total % 1000 == 0 and "-" not in gap else None
    if gap == " and " and part < 100:
        return None
    fits = (part >= 100 and part % 100 == 0 and value < 100) or (part % 10 == 0 and part % 100 >= 20 and value < 10)
    return (total, part + value) if fits else None


def _article(text: str, first: Atom, value: float) -> tuple[int, float, str]:
    """Take in an article or a vague word before a bare multiplier: "a million", "half a million", "a few hundred"."""
    form = "digits" if text[first.start].isdigit() else "words"
    if first.kind not in ("hundred", "scale", "dozen"):
        return first.start, value, form
    before = LEAD.search(text, max(first.start - 24, 0), first.start)
    if not before:
        return first.start, value, form
    lead = before["lead"].lower()
    if lead.startswith("half"):
        return before.start("lead"), value / 2, form
    if lead.startswith("quarter"):
        return before.start("lead"), value / 4, form
    vague = lead not in ("a", "an")
    return before.start("lead"), value * (2 if vague else 1), "vague" if vague else form


LEAD = re.compile(
    r"\b(?P<lead>(?i:half(?: of)? an?|quarter of an?|an?|a few|a couple(?: of)?|several|many|a good few))[ -]$"
)
PARTITIVE = re.compile(r"(?:\s+(?:of|the|a|an|its|their|his|her|our|all|that|those)\b|-)", re.IGNORECASE)
NO_SHARE = re.compile(
    r"(?:\b(?:first|second|other|better|final|last|third|fourth|opening|next|this|the|each)[ -])$", re.I
)


def _scaled(run: list[Atom], at: int, used: int, count: float) -> tuple[int, Number | None]:
    """Read "two thirds" and "one fifth"; a plural multiplier after a number is none of it."""
    last = run[used]
    if last.kind == "part" and count and count < 100 and last.value < 0.5 + (count == 1):
        return used + 1 - at, Number(run[at].start, last.end, count * last.value, "part")
    return used - at, Number(run[at].start, run[used - 1].end, count, "words")


def _special(text: str, run: list[Atom], at: int) -> tuple[int, Number | None]:
    first = run[at]
    if first.kind == "vague":
        return 1, Number(first.start, first.end, first.value, "vague")
    if first.kind == "plus":
        return 1, Number(first.start, first.end, first.value, "part") if text[first.start] in VULGAR else None
    return 1, _share(text, first)


def _share(text: str, atom: Atom) -> Number | None:
    """Read "half of", "a third of", "a quarter of"; ordinals ("the third") and halves of a match are none."""
    before = text[max(atom.start - 10, 0) : atom.start]
    if atom.value == 0.5 and NO_SHARE.search(before):
        return None
    if not PARTITIVE.match(text, atom.end):
        return None
    if atom.value == 0.5:
        return Number(atom.start, atom.end, atom.value, "part")
    article = re.search(r"\b(?:an?) $", before, re.I)
    if not article or not text.startswith(" of ", atom.end):
        return None
    return Number(atom.start - len(article[0]), atom.end, atom.value, "part")
