"""Whether words cut from a sentence can be read alone, whether they look ahead, and whether they are a page's own."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.compare.tense import is_finite, is_past, needs_subject
from sayso.data.loading import table, toml
from sayso.model import Attribution, Span

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# How many words count as the beginning.
OPENING_WORDS = 5
# What ends a part of a sentence.
STOPS = ",;:"
# What may stand before the first word.
OPENING = " \t\r\n\"'“‘([—–-…"


def reads_alone(words: str) -> bool:
    """Whether words seem to hold a subject and its verb: they begin with neither a verb nor a joining word."""
    found = WORD.findall(words)
    if not found or _begins_inside(words.lstrip(OPENING), found[0]):
        return False
    return any(is_finite(word.lower()) for word in found[1:])


def _begins_inside(words: str, first: str) -> bool:
    if not words[:1].islower():
        return False
    if first in _middle():
        return not _pattern("counted").match(words)
    return first.endswith("ing") or needs_subject(first)


def looks_ahead(words: str) -> bool:
    """Whether a verb form or a phrase puts the words into the time to come ("will", "is due to", "is expected")."""
    return bool(_pattern("ahead").search(words.lower().replace("’", "'")))


def cue_looks_ahead(said: Attribution) -> bool:
    """Whether the cue itself puts what is said ahead ("vowed to"); a wish or a purpose ("was meant to") does not."""
    kinds = _cue_kinds().get(said.cue_lemma, frozenset())
    if is_plain_cue(said) or (said.rule.endswith(".to") and said.content[0].text[:3] != "to "):
        return False
    purpose = "plan" in kinds and said.rule.endswith("pas.to")
    noun = said.rule.startswith("noun")
    return bool(kinds & _words("ahead_cues")) and not kinds & _words("wishes") and not purpose and not noun


def is_plain_cue(said: Attribution) -> bool:
    """Whether the cue only sounds like a fear ("reminded them that")."""
    return said.cue_lemma in _words("plain_cues")


def is_spoken(said: Attribution) -> bool:
    """Whether the cue tells that something was said, not merely thought or felt."""
    return bool(_cue_kinds().get(said.cue_lemma, frozenset()) & _words("spoken"))


def is_furniture(words: str) -> bool:
    """Whether the words are of the page rather than of the article ("Hide caption", "Click here")."""
    return bool(_pattern("furniture").search(words))


def is_correction(words: str) -> bool:
    """Whether an outlet corrects itself."""
    return any(re.search(p, words.strip(" –—-").lower()) for p in toml("clauses")["corrections"])


def is_silent(text: str, sentence: Span, at: Span) -> bool:
    """Whether the part of the sentence round ``at`` only tells that somebody would not comment."""
    low = max((text.rfind(c, sentence.start, at.start) for c in STOPS), default=-1)
    high = min((i for c in STOPS if (i := text.find(c, at.end, sentence.end)) >= 0), default=sentence.end)
    return holds_silence(text[max(low, sentence.start) : high])


def holds_silence(words: str) -> bool:
    """Whether words tell that somebody would not comment."""
    return bool(_pattern("silent").search(words.replace("’", "'")))


def is_undone(before: str) -> bool:
    """Whether the words right before a cue undo it ("was not really" afraid)."""
    return bool(_pattern("undone").search(before.lower().replace("’", "'")))


def is_feared(words: str) -> bool:
    """Whether the words hold a fear that nothing before it undoes ("worried that", not "unafraid of")."""
    found = _pattern("fears").search(words)
    return found is not None and not is_undone(words[: found.start()])


def tells_past(words: str) -> bool:
    """Whether a verb near the beginning is past and nothing obliges anybody ("Orr underwent surgery")."""
    found = WORD.findall(words.lower())[1:OPENING_WORDS]
    return any(is_past(word) for word in found) and not _pattern("duty").search(words.lower().replace("’", "'"))


def is_met(words: str) -> bool:
    """Whether the words tell that a request was met."""
    return bool(_pattern("met").search(words.lower()))


@lru_cache(maxsize=16)
def _pattern(name: str) -> re.Pattern[str]:
    given = toml("clauses")[name]
    joined = given if isinstance(given, str) else "|".join(f"(?:{g})" for g in given)
    return re.compile(joined if name == "undone" else rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=16)
def _words(name: str) -> frozenset[str]:
    return frozenset(toml("clauses")[name].split())


@lru_cache(maxsize=1)
def _middle() -> frozenset[str]:
    return _words("middle")


@lru_cache(maxsize=1)
def _cue_kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("cues"):
        found.setdefault(row[1], set()).add(row[2])
    return {lemma: frozenset(kinds) for lemma, kinds in found.items()}
