"""What a figure counts: the noun phrase after the number or, for a bare number, its subject."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Token

NOUNS = frozenset(("NOUN", "PROPN"))
INSIDE = frozenset(("ADJ", "NOUN", "PROPN"))
PARTICIPLES = frozenset(("VBN", "VBG", "VBD"))
PLURAL = frozenset(("NNS", "NNPS"))
OWNERS = frozenset(("DET", "PRON"))
PARTS_OF = ("them", "these", "those")
SHELLS = frozenset(
    (
        *("total", "minimum", "maximum", "average", "age", "range", "toll", "number", "score", "rate", "excess"),
        *("speed", "figure", "count", "tally", "estimate"),
    )
)
TELLS = frozenset(
    (
        "be",
        "stand",
        "reach",
        "hit",
        "pass",
        "total",
        "exceed",
        "number",
        "rise",
        "climb",
        "grow",
        "surge",
        "jump",
        "increase",
        "fall",
        "drop",
        "decline",
        "top",
        "surpass",
        "come",
        "go",
        "swell",
        "remain",
    )
)
# Sizes that only who sets them makes numbers of: "put the crowd at 800"; in "a crowd of 800" it is counted itself.
GATHERED = frozenset(("crowd", "turnout", "attendance"))
# Who does so to a toll or a number says how large it is: "put the toll at 60", "raised the number to 80".
SETS = frozenset(("put", "place", "set", "raise", "lower", "revise", "estimate", "increase", "bring", "cut"))


class Counted(NamedTuple):
    """Token range ``start:end`` of the phrase that names what is counted, and the index of its head."""

    start: int
    end: int
    head: int


def after(doc: Doc, at: int, value: float | None) -> Counted | None:
    """Read the noun phrase that begins at token ``at``, directly or in a partitive ("of the …")."""
    start = _past_copula(doc, at)
    if start < len(doc) and doc[start].lower_ == "of":
        start = _past_owner(doc, start + 1)
    elif start < len(doc) and (doc[start].text == "-" or doc[start].lower_ in ("more", "fewer", "less")):
        start += 1
    phrase = _phrase(doc, start)
    return _first_of_compound(doc, phrase) if phrase and (value or 2) > 1 else phrase


def _past_copula(doc: Doc, at: int) -> int:
    """Step over what leads to what a part is: "(five) of the dead were (officers)", "(three) were (children)"."""
    words = [t.lower_ for t in doc[at : at + 4]]
    skipped = 0
    if words[:1] == ["of"]:
        skipped = 2 if words[1:2] and words[1] in PARTS_OF else 3
    leads = words[skipped : skipped + 1] in (["were"], ["are"]) and (skipped < 3 or words[1] == "the")
    return at + skipped + 1 if leads else at


def _past_owner(doc: Doc, at: int) -> int:
    """Step over the determiner, the number or the owner in "of the past four", "of Philadelphia's"."""
    while at < len(doc) and (doc[at].pos_ in OWNERS or doc[at].pos_ == "NUM" or doc[at].tag_ in ("PRP$", "POS")):
        at += 1
    for ahead in range(at, min(at + 5, len(doc) - 1)):
        if doc[ahead].tag_ == "POS":
            return ahead + 1
        if doc[ahead].pos_ not in INSIDE:
            break
    if at + 1 < len(doc) and doc[at].pos_ == "ADJ" and doc[at + 1].pos_ == "NUM":
        return at + 2
    return at


def _first_of_compound(doc: Doc, phrase: Counted) -> Counted:
    """After a number above one, a compound with a singular head counts its first noun ("12 page report")."""
    first = doc[phrase.start]
    compound = phrase.head > phrase.start and doc[phrase.head].tag_ == "NN" and first.tag_ == "NN"
    return Counted(phrase.start, phrase.start + 1, phrase.start) if compound else phrase


def _phrase(doc: Doc, start: int) -> Counted | None:
    head, spare, at = -1, -1, start
    while at < len(doc) and at - start < 12:
        token = doc[at]
        if not _belongs(doc, at, head):
            break
        if token.pos_ in NOUNS:
            spare = at
            if not _modifies(doc, at):
                head = at
                if token.tag_ in PLURAL:
                    break
        at += 1
    head = head if head >= start else spare
    return Counted(start, head + 1, head) if head >= start else None


def _modifies(doc: Doc, at: int) -> bool:
    """Whether the noun belongs to a noun after it ("low-income families", "dock workers")."""
    token = doc[at]
    return token.dep_ in ("compound", "nmod", "amod", "npadvmod") and at < token.head.i < at + 8


def _belongs(doc: Doc, at: int, head: int) -> bool:
    token = doc[at]
    if token.is_sent_start and head >= 0:
        return False
    if token.pos_ in INSIDE:
        return not (token.pos_ == "ADJ" and head >= 0 and doc[at - 1].text != "-" and not _leads(doc, at))
    if token.tag_ in PARTICIPLES:
        return (
            head < 0
            and token.pos_ != "AUX"
            and at + 1 < len(doc)
            and doc[at + 1].pos_ in INSIDE
            and token.dep_ != "ROOT"
        )
    if token.text in ("-", "‑", "–"):
        return at + 1 < len(doc) and not token.whitespace_ and doc[at + 1].pos_ in (*INSIDE, "VERB")
    if token.pos_ == "VERB" and doc[at - 1].text == "-":
        return True
    if token.lower_ in ("and", "or", ","):
        return at + 1 < len(doc) and _coordinates(doc, at, head)
    return (
        token.pos_ == "ADV"
        and head < 0
        and at + 1 < len(doc)
        and (doc[at + 1].pos_ == "ADJ" or doc[at + 1].text == "-")
    )


def _coordinates(doc: Doc, at: int, head: int) -> bool:
    """Whether a conjunction joins two words before one noun ("digital and physical sales", "Kia and Ford cars")."""
    if head < 0:
        return doc[at + 1].pos_ == "ADJ"
    return doc[at - 1].tag_ == "NNP" and doc[at + 1].tag_ == "NNP" and at + 2 < len(doc) and doc[at + 2].tag_ == "NNS"


def _leads(doc: Doc, at: int) -> bool:
    return at + 1 < len(doc) and doc[at + 1].pos_ in INSIDE


def whole(doc: Doc, at: int) -> Counted | None:
    """For a bare number at token ``at``: the noun it is the size of ("a crowd of 5,000")."""
    if at < 2 or doc[at - 1].lower_ != "of" or doc[at - 2].tag_ != "NN" or doc[at - 2].lemma_ in SHELLS:
        return None
    left = at - 2
    while left > 0 and doc[left - 1].pos_ in INSIDE and not doc[left].is_sent_start:
        left -= 1
    return Counted(left, at - 1, at - 2)


def subject(token: Token) -> Counted | None:
    """For a bare number: the noun whose size the verb tells ("the toll rose to 45", "put the toll at 45")."""
    verb, steps = token, 0
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i and steps < 5:
        verb, steps = verb.head, steps + 1
    if verb.lemma_ in SETS and token.dep_ == "pobj" and token.head.lower_ in ("at", "to"):
        sizes = (
            c for c in islice(verb.rights, 20) if c.dep_ == "dobj" and c.lemma_ in SHELLS | GATHERED and c.i < token.i
        )
        return next(map(_sized, sizes), None)
    if verb.lemma_ not in TELLS:
        return None
    for child in islice(verb.lefts, 40):
        if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in NOUNS and child.i != token.i:
            return _sized(child)
    return None


def _sized(noun: Token) -> Counted:
    """Return what a subject counts: of "the death toll" the deaths, of "the number of cases" the cases."""
    left = noun.left_edge.i
    while left < noun.i and noun.doc[left].pos_ in (*OWNERS, "NUM"):
        left += 1
    if noun.lemma_ in SHELLS:
        for child in islice(noun.children, 20):
            if child.dep_ == "compound" and noun.lemma_ == "toll":
                return Counted(left, noun.i + 1, child.i)
            if child.dep_ == "prep" and child.lower_ == "of" and child.i == noun.i + 1:
                return _things_of(noun.doc, child.i + 1) or Counted(left, noun.i + 1, noun.i)
            if child.dep_ == "poss" and child.lower_ == "their" and (told := _told_before(noun)):
                return told
    return Counted(left, noun.i + 1, noun.i)


def _things_of(doc: Doc, at: int) -> Counted | None:
    """Return what a number "of" something is the number of: things, or those in a state ("the number of wounded")."""
    at = _past_owner(doc, at)
    state = at < len(doc) and (doc[at].tag_ in PARTICIPLES or doc[at].pos_ == "ADJ")
    return _phrase(doc, at) or (Counted(at, at + 1, at) if state else None)


def _told_before(noun: Token) -> Counted | None:
    """Return who or what "their number" is of: the subject of the sentence before, where it is several."""
    first = noun.sent.start
    if first == 0 or "\n" in noun.doc[first - 1].text:
        return None
    root = noun.doc[first - 1].sent.root
    for child in root.lefts:
        if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ in PLURAL:
            left = child.left_edge.i
            while left < child.i and noun.doc[left].pos_ in (*OWNERS, "NUM"):
                left += 1
            return Counted(left, child.i + 1, child.i)
    return None


def lemma(token: Token) -> str:
    """Return the lower-cased lemma; of plural names ("Democrats", which the tagger leaves as they are) the singular."""
    if token.tag_ == "NNPS":
        return token.lower_.removesuffix("s")
    return token.lemma_.lower() if token.pos_ in ("NOUN", "ADJ") else token.lower_


def unit(doc: Doc, counted: Counted) -> str:
    """Return the phrase in lower case, its words as lemmas ("first-team player")."""
    made = ""
    for token in doc[counted.start : counted.end]:
        word = lemma(token)
        if token.pos_ in ("CCONJ", "PUNCT") and token.text != "-":
            continue
        made += word + ("" if token.text == "-" or not token.whitespace_ else " ")
    return made.strip()
