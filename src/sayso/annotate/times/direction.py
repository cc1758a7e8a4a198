"""Where the clause of a time expression points: back, ahead, or ahead of what is told in the past."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from spacy.tokens import Doc, Token

from sayso.annotate.times.words import lexicon

WILL = frozenset(("will", "'ll", "’ll", "wo", "shall", "may", "can", "should", "must"))
WOULD = frozenset(("would", "could", "might"))
PAST = frozenset(("was", "were", "had", "did", "has", "have", "'ve", "’ve", "been"))
WAS = frozenset(("was", "were", "had"))
NOW = frozenset(("am", "is", "are", "'s", "’s", "'re", "’re"))
VERBS = frozenset(("VERB", "AUX"))
PRESENT = frozenset(("VBZ", "VBP"))
LIMITS = frozenset(("by", "until", "till", "before"))


@lru_cache(maxsize=1)
def _ahead() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon()["ahead"].items()}


def direction(doc: Doc, at: int) -> str:
    """Return where the clause of the token ``at`` points in time: "past", "future", "later" or "" for unknown.

    "later" is the future of what is told in the past ("said it would open"), which may be past at publication.
    """
    if _is_outcome(doc, at) or _is_document(doc, at):
        return "past"
    token, planned = _verb(doc[at])
    planned = planned or _is_due(token)
    limited = at > 0 and doc[at - 1].lower_ in LIMITS
    if (
        _is_fixed(doc[at])
        or _is_moved(doc, at, token)
        or (limited and token.tag_ in ("VBG", "VB") and not _helpers(token) & PAST)
    ):
        return "later"
    told = ""
    for _ in range(3):
        told = _planning(token, limited) or _told(token)
        if planned:
            return "later" if told in ("past", "later") else "future"
        if told or token.head.i == token.i:
            break
        token, planned = _verb(token.head)
    # What no past verb holds and a preposition makes a limit ("by Monday") lies ahead.
    return told or ("future" if limited else "")


def _is_fixed(token: Token) -> bool:
    """Whether the day stands before what somebody sets: "called a May 4 vote"."""
    noun = token.head
    inside = token.dep_ in ("compound", "nmod", "nummod") and noun.dep_ == "dobj"
    return inside and noun.head.lemma_.lower() in _ahead()["fixing"]


def _is_outcome(doc: Doc, at: int) -> bool:
    """Whether the day is that of what has happened ("Sunday's result") or what something is measured by ("than on")."""
    noun = doc[at].head
    if doc[at].dep_ == "poss" and noun.i > at and noun.lemma_.lower() in _ahead()["outcomes"]:
        return True
    return at > 1 and (doc[at - 1].lower_ == "than" or (doc[at - 2].lower_, doc[at - 1].lower_) == ("than", "on"))


def _is_document(doc: Doc, at: int) -> bool:
    """Whether the day is that of what is written or recorded ("the e-mail of March 21", "an image from Monday")."""
    if at < 1 or doc[at - 1].lower_ not in ("of", "from", "dated"):
        return False
    noun = next((t for t in reversed(doc[max(at - 3, 0) : at - 1]) if not t.is_punct), None)
    return noun is not None and noun.lemma_.lower() in _ahead()["documents"]


def _is_due(verb: Token) -> bool:
    """Whether a form of "be" says of somebody that he is due or expected ("was due home on May 4")."""
    said = (c for c in islice(verb.children, 40) if c.dep_ in ("acomp", "attr", "oprd"))
    return verb.lemma_.lower() == "be" and any(c.lemma_.lower() in ("due", "expected", "scheduled") for c in said)


def _is_moved(doc: Doc, at: int, verb: Token) -> bool:
    """Whether something is put off, or brought forward, to the day ("postponed the vote to May 7")."""
    return at > 0 and doc[at - 1].lower_ in ("to", "until", "till") and verb.lemma_.lower() in _ahead()["moving"]


def is_event(doc: Doc, at: int) -> bool:
    """Whether the token is a noun for what is held on a date ("the November election")."""
    return at < len(doc) and doc[at].lemma_.lower() in _ahead()["events"]


def _verb(token: Token) -> tuple[Token, bool]:
    """Return the verb that ``token`` hangs on, and whether a word on the way looks ahead ("due", "deadline")."""
    steps, planned, words = 0, False, _ahead()["words"]
    while token.pos_ not in VERBS and token.head.i != token.i and steps < 12:
        planned = planned or token.lemma_.lower() in words
        token, steps = token.head, steps + 1
    return token, planned or (token.pos_ not in VERBS and token.lemma_.lower() in words)


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in islice(verb.children, 40) if child.dep_ in ("aux", "auxpass")}


def _told(verb: Token) -> str:
    helpers = _helpers(verb)
    if helpers & WILL:
        return "future"
    if helpers & WOULD:
        # "could not be reached on Monday" tells of Monday what has been tried.
        return "past" if "could" in helpers and any(c.dep_ == "neg" for c in islice(verb.children, 40)) else "later"
    if helpers & PAST or verb.tag_ == "VBD":
        return "past"
    if "to" in helpers and verb.tag_ in ("VB", "VBN"):
        return _purposed(verb, helpers)
    if verb.tag_ in PRESENT or (verb.tag_ == "VBG" and helpers & NOW):
        return _scheduled(verb)
    if helpers & NOW and _supposed(verb):
        return "future"
    return "past" if verb.tag_ == "VBN" and not helpers else ""


def _planning(verb: Token, limited: bool) -> str:
    """Read a verb that looks ahead itself: "expects", "is scheduled for", "expected by"; "set" only with "for"."""
    lemma = verb.lemma_.lower()
    if limited and verb.tag_ == "VBD" and lemma in _ahead()["promising"] and not _helpers(verb):
        return "later"
    if lemma not in _ahead()["verbs"] or verb.pos_ not in VERBS:
        return ""
    if lemma == "set" and not (verb.tag_ == "VBN" and any(c.lower_ == "for" for c in islice(verb.children, 40))):
        return ""
    if verb.tag_ == "VBD":
        return "later" if limited else ""
    helpers = _helpers(verb)
    return "" if helpers & WOULD else "later" if helpers & PAST else "future"


def _scheduled(verb: Token) -> str:
    """Return "future" for a present tense that tells what is to come ("polls open on Sunday", "is leaving")."""
    lemma = verb.lemma_.lower()
    comes = verb.tag_ == "VBG" or lemma in _ahead()["scheduled"]
    if lemma in ("take", "come"):
        comes = any(child.lemma_.lower() in _ahead()["effects"] for child in islice(verb.subtree, 8))
    return "future" if comes or _supposed(verb) else ""


def _supposed(verb: Token) -> bool:
    """Whether the clause is a condition ("if she is elected in November")."""
    return any(child.lower_ == "if" and child.dep_ == "mark" for child in islice(verb.children, 40))


def _purposed(verb: Token, helpers: set[str]) -> str:
    """Read an infinitive: what somebody plans, wants or is told to do lies ahead of the telling."""
    matrix = verb.head
    lemma = matrix.lemma_.lower()
    if "have" in helpers or lemma in _ahead()["done"]:
        return ""
    said_of = lemma == "be" and not any(c.dep_ in ("attr", "acomp") for c in islice(matrix.children, 40))
    opens = lemma in _ahead()["verbs"] or lemma in _ahead()["words"] or said_of
    if not opens and not (matrix.pos_ == "VERB" and verb.dep_ in ("xcomp", "ccomp") and lemma in _ahead()["urging"]):
        return "future" if "be" in helpers else ""
    above = _verb(matrix)[0]
    return "later" if above.tag_ == "VBD" or _helpers(above) & WAS else "future"
