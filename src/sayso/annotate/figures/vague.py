"""Statements of quantity without a number: "some already left", "an uptick in arrests", "far surpasses".

Only where a reader would call it a quantity: with a noun that news coverage counts (countables.tsv), or with a word
that is about size itself. "Many questions" is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from sayso.annotate.figures.countable import countables, is_countable
from sayso.annotate.figures.counted import Counted, after, lemma
from sayso.annotate.sentences import sentence_at
from sayso.data.loading import table
from sayso.model import Annotation, Bound, Figure, Span

BARRED = frozenset(
    ("how", "so", "the", "that", "this", "as", "too", "no", "any", "these", "those", "select", "its", "their")
)
PHRASES = frozenset(("number", "handful", "lot", "lots", "numbers"))


@lru_cache(maxsize=1)
def lexicon() -> dict[str, frozenset[str]]:
    """Return the kinds of each word of quantity; of a phrase ("a number of"), those of its noun."""
    words: dict[str, set[str]] = {}
    for phrase, kind in table("vague"):
        key = phrase if " " not in phrase else next(w for w in phrase.split() if w in PHRASES)
        words.setdefault(key, set()).add("phrase" if " " in phrase else kind)
    return {w: frozenset(k) for w, k in words.items()}


@lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """Return what finds the words, verbs in all their forms."""
    words = "|".join(sorted(map(re.escape, lexicon()), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})(?:e?s|ed)?\b", re.IGNORECASE)


def find_vague(doc: Doc, text: str, starts: Sequence[int], annotation: Annotation) -> Iterator[Figure]:
    """Yield the vague and comparative figures in the order of the text; ids and context are set later.

    ``text`` is the document's, ``starts`` are the offsets at which its tokens begin.
    """
    words = lexicon()
    for match in pattern().finditer(text):
        token = doc[max(bisect_right(starts, match.start()) - 1, 0)]
        kinds = words.get(token.lower_) or (words.get(token.lemma_) if token.pos_ == "VERB" else None)
        found = _read(token, kinds) if kinds else None
        if found:
            yield _figure(doc, text, annotation, *found)


def _read(token: Token, kinds: frozenset[str]) -> tuple[int, int, Counted | None, Bound] | None:
    """Return first and last token of the words, what is counted, and the bound."""
    for kind in ("many", "more", "phrase", "size", "growth", "change", "surpass", "large"):
        found = READ[kind](token) if kind in kinds else None
        if found:
            compared = kind == "surpass" or (kind == "more" and (token.lower_ == "fewer" or _than(token)))
            return *found, Bound.COMPARATIVE if compared else Bound.UNQUANTIFIED
    return None


def _than(token: Token) -> bool:
    return any(t.lower_ == "than" for t in token.doc[token.i + 1 : min(token.i + 9, token.sent.end)])


def _many(token: Token) -> tuple[int, int, Counted | None] | None:
    before = token.nbor(-1) if token.i else None
    if token.pos_ == "ADV" or token.dep_ in ("advmod", "neg") or token.i + 1 == len(token.doc):
        return None
    if before is not None and (
        before.like_num or (before.lower_ in BARRED and not (before.lower_ == "as" and token.nbor().lower_ == "of"))
    ):
        return None
    counted = after(token.doc, token.i + 1, None)
    # "some officials" names a kind of source; "some of the officials" and "some were hurt" tell of a number.
    if counted and token.lower_ == "some" and token.doc[token.i + 1].lower_ != "of":
        return (token.i, token.i, None) if _alone(token) else None
    if counted:
        plural = token.doc[counted.head].tag_ in ("NNS", "NNPS") or token.lower_ in ("enough", "more", "less")
        return (token.i, token.i, counted) if plural and is_countable(token.doc[counted.head]) else None
    return (token.i, token.i, None) if _alone(token) else None


def _alone(token: Token) -> bool:
    """Whether the word stands for people or things named before it in the sentence ("with some already wounded")."""
    if token.lower_ not in ("some", "many", "several", "most", "few", "more") or token.dep_ in ("det", "amod"):
        return False
    if token.dep_ not in SUBJECTS and not (token.dep_ == "pobj" and token.head.lower_ == "with"):
        return False
    before = token.doc[token.sent.start : token.i]
    return any(t.tag_ in ("NNS", "NNPS") and is_countable(t) for t in before)


def _phrase(token: Token) -> tuple[int, int, Counted | None] | None:
    doc, at = token.doc, token.i
    if at + 1 >= len(doc) or doc[at + 1].lower_ != "of":
        return None
    counted = after(doc, at + 1, None)
    if not counted or not is_countable(doc[counted.head]):
        return None
    first = at
    while first and doc[first - 1].pos_ in ("DET", "ADJ"):
        first -= 1
    sized = lexicon().get(doc[at - 1].lower_, frozenset()) & {"size", "large", "growth"} if at else None
    said = (doc[first].lower_ in ("a", "an") and first < at) or token.lower_ in ("lots", "handful") or sized
    return (first, at, counted) if (said and first < at) or token.lower_ == "lots" else None


def _size(token: Token) -> tuple[int, int, Counted | None] | None:
    """Read "heavy losses", "high casualty rates": the noun or a word of its compound is a tally."""
    counted = after(token.doc, token.i + 1, None)
    if (token.pos_ != "ADJ" and token.dep_ not in ("amod", "compound")) or not counted:
        return None
    known = countables()
    words = token.doc[counted.start : counted.end]
    last = token.doc[counted.head]
    if last.lower_ in PHRASES:
        return _phrase(last)
    tally = known.get(lemma(last)) == "tally" and last.lemma_ not in ("support", "aid", "presence")
    rate = last.lemma_ in ("rate", "figure", "level", "number", "toll") and any(is_countable(t) for t in words[:-1])
    return (token.i, counted.head, counted) if tally or rate else None


def _growth(token: Token) -> tuple[int, int, Counted | None] | None:
    counted = after(token.doc, token.i + 1, None)
    if token.dep_ not in ("amod", "pcomp") or not counted or counted.start != token.i + 1:
        return None
    if token.doc[counted.head].lower_ in PHRASES:
        return _phrase(token.doc[counted.head])
    return (token.i, token.i, counted) if any(is_countable(t) for t in token.doc[counted.start : counted.end]) else None


def _change(token: Token) -> tuple[int, int, Counted | None] | None:
    doc, at = token.doc, token.i
    if token.pos_ != "NOUN" or at + 2 >= len(doc) or doc[at + 1].lower_ != "in" or _has_number(token):
        return None
    counted = after(doc, at + 2, None)
    return (at, at, counted) if counted and is_countable(doc[counted.head]) else None


def _has_number(token: Token) -> bool:
    return any(t.like_num or t.text == "%" for t in token.doc[max(token.left_edge.i, token.i - 6) : token.i])


def _surpass(token: Token) -> tuple[int, int, Counted | None] | None:
    """Read a verb that compares two quantities, with its adverb; with a number after it, it bounds that number."""
    if token.pos_ != "VERB" or token.tag_ == "VBG":
        return None
    subject = next((c for c in token.lefts if c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN")), None)
    if subject is None or not any(is_countable(t) for t in token.doc[subject.left_edge.i : subject.i + 1]):
        return None
    if any(t.like_num for t in token.doc[token.i + 1 : token.i + 4]):
        return None
    far = token.i and token.doc[token.i - 1].lower_ in ("far", "vastly", "greatly", "clearly", "easily")
    return token.i - bool(far), token.i, Counted(subject.left_edge.i, subject.i + 1, subject.i)


def _large(token: Token) -> tuple[int, int, Counted | None] | None:
    groups = lexicon()
    if token.dep_ == "acomp" and token.head.lemma_ == "be":
        for child in token.head.lefts:
            if child.dep_ == "nsubj" and "group" in groups.get(child.lemma_.lower(), ()):
                return token.i, token.i, Counted(child.i, child.i + 1, child.i)
    return None


SUBJECTS = frozenset(("nsubj", "nsubjpass"))
READ = {
    "many": _many,
    "more": _many,
    "phrase": _phrase,
    "size": _size,
    "growth": _growth,
    "change": _change,
    "surpass": _surpass,
    "large": _large,
}


def _figure(
    doc: Doc, text: str, annotation: Annotation, first: int, last: int, counted: Counted | None, bound: Bound
) -> Figure:
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    words = None
    if counted:
        words = Span.of(text, doc[counted.start].idx, doc[counted.end - 1].idx + len(doc[counted.end - 1]))
    return Figure(
        id=0,
        span=Span.of(text, start, end),
        sentence=sentence_at(annotation.sentences, start),
        value=None,
        low=None,
        high=None,
        bound=bound,
        counted=words,
        head=lemma(doc[counted.head]) if counted else None,
    )
