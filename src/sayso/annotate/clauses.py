"""A parsed document as plain lists, so that the readers of one article walk its trees cheaply."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.annotate.kept import Kept
from sayso.annotate.view import View
from sayso.model import Annotation, Span

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
MISTAGGED = frozenset({"JJ", "NN", "NNP", "VBP", "VBD"})
AUXILIARIES = frozenset({"aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of a document by index; ``named`` is the type of the name a token is part of, or empty.

    The readers of a document share one tree of it, so none may change a list.
    """

    text: str
    start: list[int]
    end: list[int]
    head: list[int]
    dep: list[str]
    pos: list[str]
    tag: list[str]
    lemma: list[str]
    lower: list[str]
    named: list[str]
    kids: list[list[int]]

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """Return the tree of ``doc``, made once for all that ask for it."""
        return _TREES.of(doc)

    @classmethod
    def read(cls, doc: Doc) -> Tree:
        """Lay the document out."""
        v = View.of(doc)
        tag, pos, dep = v.tag.copy(), v.pos.copy(), v.dep.copy()
        for i, word in enumerate(v.tag):
            # "Plans to fine the firm": what has "to" as its auxiliary is a verb, whatever the tagger says.
            if word == "TO" and v.head[i] == i + 1 and tag[i + 1] in MISTAGGED:
                tag[i + 1], pos[i + 1] = "VB", "VERB"
            # "Talks highlight the need": what has a subject and no auxiliary, and hangs on nothing, is no infinitive.
            elif word == "VB" and v.dep[i] == "ROOT":
                kids = {v.dep[k] for k in v.kids[i]}
                tag[i] = "VBP" if "nsubj" in kids and AUXILIARIES.isdisjoint(kids) else word
            elif v.dep[i] == "agent" and v.tag[v.head[i]] == "VBG":
                dep[i] = "prep"  # "is standing by Peru" is no passive
        return cls(v.text, v.start, v.end, v.head, dep, pos, tag, v.lemma, v.lower, v.entity, v.kids)

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first child of token ``i`` under one of the labels, if any."""
        return next((k for k in self.kids[i] if self.dep[k] in deps), None)

    def children(self, i: int, *deps: str) -> list[int]:
        """Return the children of token ``i`` under the labels, in order."""
        return [k for k in self.kids[i] if self.dep[k] in deps]

    def up(self, i: int, most: int = 40) -> Iterator[int]:
        """Walk from token ``i`` to its ancestors, nearest first, at most ``most`` of them."""
        for _ in range(most):
            if self.head[i] == i:
                return
            i = self.head[i]
            yield i

    def conjuncts(self, i: int, most: int = 12) -> list[int]:
        """Return token ``i`` and what is coordinated with it, to the right."""
        found, at = [i], i
        while len(found) < most:
            nxt = self.child(at, "conj")
            if nxt is None:
                break
            found.append(nxt)
            at = nxt
        return found

    def common_noun(self, i: int) -> bool:
        """Whether token ``i`` is a noun and no name; a capital alone (in a heading) makes no name."""
        return self.pos[i] == "NOUN" or (self.pos[i] == "PROPN" and not self.named[i])

    def finite(self, i: int) -> bool:
        """Whether token ``i`` heads a finite clause."""
        if self.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        return any(self.dep[k] in AUXILIARIES and self.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in self.kids[i])

    def within(self, span: Span) -> range:
        """Return the tokens that begin inside ``span``."""
        return range(bisect_left(self.start, span.start), bisect_left(self.start, span.end))

    def root(self, tokens: range) -> int | None:
        """Return the top token of a stretch: a verb where one is on top, else the first whose head lies outside."""
        tops = [i for i in tokens if self.head[i] not in tokens or self.head[i] == i]
        tops = [i for i in tops if self.pos[i] not in ("PUNCT", "SPACE", "CCONJ", "SCONJ")] or tops
        return next((i for i in tops if self.pos[i] in ("VERB", "AUX")), tops[0] if tops else None)


_TREES = Kept(Tree.read)


def innermost(tree: Tree, annotation: Annotation, but: Container[int] = ()) -> list[int | None]:
    """Return for each token the attribution whose content holds it, the narrowest of several; none of ``but``."""
    held: list[int | None] = [None] * len(tree.start)
    heard = (a for a in annotation.attributions if a.id not in but)
    wide_first = sorted(heard, key=lambda a: (-sum(map(len, a.content)), a.id))
    for attribution in wide_first:
        for span in attribution.content:
            for i in tree.within(span):
                held[i] = attribution.id
    return held
