"""Who is meant by the source of an attribution."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from sayso.data import people
from sayso.model import Actor, Annotation, Span

# The words between a document and who stands behind it: "a statement by the ministry".
FROM = frozenset(("by", "from", "of"))
# How far back "the letter" is looked for, in words.
LOOK_BACK = 400
Index = dict[int, tuple[int, ...]]


def resolve(doc: Doc, annotation: Annotation, source: tuple[Span, ...]) -> tuple[int, ...]:
    """Return the ids in ``annotation.actors`` of who is meant by ``source``; empty where nobody can be told.

    A source is read by its main words: "Ann Lee of the Bar Council" is Ann Lee, "Peru and Chile" are both,
    "the ministry's statement" is the ministry.
    """
    index = _LAST.of(annotation.actors)
    met: list[int] = []
    for span in source:
        part = doc.char_span(span.start, span.end, alignment_mode="expand")
        if part is not None and len(part):
            met += _met(part, index)
    return tuple(dict.fromkeys(met))


class _Mentions:
    """Who is meant at each offset, kept for the annotation asked last: it is asked once a source."""

    def __init__(self) -> None:
        self.kept: tuple[tuple[Actor, ...], Index] = ((), {})

    def of(self, actors: tuple[Actor, ...]) -> Index:
        """Return for each character offset inside a mention the actors of the shortest mention there."""
        known, index = self.kept
        if known is not actors:
            index = _index(actors)
            self.kept = (actors, index)
        return index


_LAST = _Mentions()


def _index(actors: tuple[Actor, ...]) -> Index:
    """Map each character of a mention; where mentions nest, the inner one has it. "They" may mean several actors."""
    meant: dict[tuple[int, int], tuple[int, ...]] = {}
    for actor in actors:
        for m in actor.mentions:
            where = (m.span.start, m.span.end)
            meant[where] = (*meant.get(where, ()), actor.id)
    nested = sorted(meant.items(), key=lambda item: item[0][0] - item[0][1])
    return {offset: numbers for (start, end), numbers in nested for offset in range(start, end)}


def _met(part: SpacySpan, index: Index) -> list[int]:
    """Read the last main word that means somebody, with what is joined to it by "and"."""
    for root in _roots(part):
        heads = [root, *(c for c in root.conjuncts if part.start <= c.i < part.end)]
        found = [number for head in sorted(heads, key=lambda t: t.i) for number in _actors(head, index)]
        if found:
            return found
    last = part[-1]
    return list(index.get(last.idx, ())) if _is_named_last(part, last) else []


def _is_named_last(part: SpacySpan, last: Token) -> bool:
    """Tell "my neighbour Ann Lee", where the parser may take another word for the main one."""
    return last.pos_ == "PROPN" and not any(t.dep_ == "prep" or t.is_punct for t in part)


def _roots(part: SpacySpan) -> Iterator[Token]:
    """Yield the words that hang on nothing inside the source, the last first: the parser may see more than one."""
    for token in reversed(list(part)):
        if token.head is token or not part.start <= token.head.i < part.end:
            yield token


def _actors(head: Token, index: Index) -> tuple[int, ...]:
    if head.idx in index:
        return index[head.idx]
    return _behind(head, index) if head.lemma_.lower() in people.words("documents") else ()


def _behind(document: Token, index: Index) -> tuple[int, ...]:
    """Return whose document it is; "the letter" is that of whoever a letter was spoken of as by before."""
    own = _named_with(document, index)
    if own or document.tag_ != "NN":
        return own
    first = next((t.lower_ for t in document.children if t.dep_ == "det"), "")
    if first in ("a", "an"):
        return _issuer(document, index)
    return _earlier(document, index) if first in ("the", "this", "that") else ()


def _earlier(document: Token, index: Index) -> tuple[int, ...]:
    """Look back for the same noun with an owner."""
    doc = document.doc
    for i in range(document.i - 1, max(document.i - LOOK_BACK, -1), -1):
        if doc[i].lemma == document.lemma:
            owner = _named_with(doc[i], index) or _issuer(doc[i], index)
            if owner:
                return owner
    return ()


def _issuer(document: Token, index: Index) -> tuple[int, ...]:
    """Return who "released a report" or "warned in a letter"."""
    verb = document.head
    if document.dep_ == "pobj" and verb.lower_ == "in":
        verb, issued = verb.head, people.words("speech")
    else:
        issued = people.words("issuing") if document.dep_ == "dobj" else frozenset[str]()
    if verb.lemma_ not in issued:
        return ()
    return next((index[c.idx] for c in verb.children if c.dep_ == "nsubj" and c.idx in index), ())


def _named_with(document: Token, index: Index) -> tuple[int, ...]:
    """Return who is named with it: "Peru's message", "a letter from the union", "the Peru statement"."""
    for child in document.children:
        if child.dep_ in ("poss", "compound", "nmod") and child.idx in index:
            return index[child.idx]
    for preposition in document.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ in FROM:
            for child in preposition.children:
                if child.idx in index:
                    return index[child.idx]
    return ()
