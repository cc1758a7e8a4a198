"""Whether what is predicted, feared, demanded or supposed still stands open, and is no mere turn of speech."""

from __future__ import annotations

import re

from sayso.compare import edtf
from sayso.compare.clauses import (
    cue_looks_ahead,
    holds_silence,
    is_feared,
    is_met,
    is_plain_cue,
    is_undone,
    looks_ahead,
    tells_past,
)
from sayso.model import Annotation, Attribution, Claim, Event, Mode, SourceType, Span

# How far before a cue stands what undoes it.
BEFORE = 30
# How far before an event stands what puts it ahead.
NEAR = 70
FORWARD = (Mode.PREDICTED, Mode.FEARED)
# "was asked to wait": what somebody was asked or advised is told of him, and is no request any more.
WAS_ASKED = re.compile(r"\b(?:was|were|been)(?: \w+ly)? (?:asked|told|advised|allowed|invited)\b", re.IGNORECASE)
# "who asked not to be named" is how a source is quoted.
UNNAMED = re.compile(
    r"not to (?:be (?:named|identified|quoted)|(?:print|use|give|publish) (?:his|her|their|the) names?)\b"
)
# What readers are advised is no demand that somebody has to meet.
ADVICE = ("advise", "advice", "recommend", "recommendation")
CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)


def stands(annotation: Annotation, claim: Claim, said: Attribution | None, sentence: Span) -> bool:
    """Whether a claim's mode stands: not a wish alone, no fear that the text undoes, no request that was met."""
    text, words = annotation.article.text, claim.spans[0].text
    start, end = claim.spans[0].start, claim.spans[-1].end
    if UNNAMED.search(text, max(sentence.start, start - NEAR), end):
        return False
    if claim.mode is Mode.PREDICTED:
        ahead = any(looks_ahead(s.text) for s in claim.spans) or _has_day_ahead(annotation, claim)
        return ahead or bool(said and _announces(said))
    if claim.mode is Mode.FEARED and said and said.cue:
        return not is_plain_cue(said) and not is_undone(
            text[max(sentence.start, said.cue[0].start - BEFORE) : said.cue[0].start]
        )
    if claim.mode is Mode.DEMANDED:
        told = said is None and tells_past(words)
        asked = said is not None and any(WAS_ASKED.search(text[c.start - BEFORE : c.end]) for c in said.cue)
        advised = said is not None and said.cue_lemma in ADVICE
        return not told and not asked and not advised and not is_met(text[claim.spans[-1].start : sentence.end])
    if claim.mode is Mode.ASKED:
        return "?" in words or not (WAS_ASKED.search(words) or words.startswith("Asked "))
    if claim.mode is Mode.HYPOTHETICAL:
        return (said is not None or bool(CONDITION.search(words))) and not holds_silence(words)
    return True


def _announces(said: Attribution) -> bool:
    """Whether a cue puts ahead what is said; not where that is told as past ("assured her none was lost")."""
    content = said.content[0].text if said.content else ""
    told = said.cue_lemma == "assure" or (said.rule.endswith("clause") and tells_past(content))
    # What an institution wants to do is a plan, what a person wants may be a wish.
    plan = said.cue_lemma == "want" and said.rule == "verb.to" and said.source_type is SourceType.ORGANISATION
    return (plan or cue_looks_ahead(said)) and not told


def is_ahead(annotation: Annotation, claim: Claim, event: Event) -> bool:
    """Whether an event is predicted or feared in so many words: an infinitive alone ("came to help") is neither."""
    if event.how not in FORWARD:
        return False
    low = max(min(s.start for s in claim.spans), event.trigger.start - NEAR)
    words = annotation.article.text[low : event.trigger.end]
    if UNNAMED.search(words):
        return False
    return looks_ahead(words) or (event.how is Mode.FEARED and is_feared(words))


def is_dated_ahead(annotation: Annotation, claim: Claim) -> bool:
    """Whether the outlet itself gives what it tells a day after its own ("The council elects a successor on 3 May")."""
    return claim.attribution is None and _has_day_ahead(annotation, claim)


def _has_day_ahead(annotation: Annotation, claim: Claim) -> bool:
    published = annotation.article.published
    days = ((annotation.times[t].edtf or "").partition("T")[0] for t in claim.times)
    return published is not None and any(edtf.is_day(d) and d > published.isoformat() for d in days)
