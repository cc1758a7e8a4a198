"""A parsed document as plain lists, so that the rules do not pay for a property call at every look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

Range = tuple[int, int]  # tokens, end exclusive


@dataclass(frozen=True, slots=True)
class View:
    """One list per attribute, indexed by token; ``first``/``last`` are the edges of a token's subtree (inclusive)."""

    text: str
    low: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    kids: list[list[int]]
    first: list[int]
    last: list[int]
    sentence: list[int]
    paragraph: list[int]
    entity: list[str]
    bounds: list[Range]

    @classmethod
    def of(cls, doc: Doc) -> View:
        """Read the lists off ``doc``."""
        tokens = list(doc)
        words, start, head = [t.text for t in tokens], [t.idx for t in tokens], [t.head.i for t in tokens]
        sentence = _numbers(tokens)
        return cls(
            text=doc.text,
            low=[w.lower().replace("’", "'") for w in words],
            lemma=[t.lemma_.lower() for t in tokens],
            pos=[t.pos_ for t in tokens],
            tag=[t.tag_ for t in tokens],
            dep=[t.dep_ for t in tokens],
            head=head,
            start=start,
            end=[at + len(w) for at, w in zip(start, words, strict=True)],
            kids=_kids(head),
            first=[t.left_edge.i for t in tokens],
            last=[t.right_edge.i for t in tokens],
            sentence=sentence,
            paragraph=_paragraphs(words),
            entity=[t.ent_type_ for t in tokens],
            bounds=_bounds(sentence),
        )

    def sentence_of(self, i: int) -> Range:
        """Return the token range of the sentence around token ``i``."""
        return self.bounds[self.sentence[i]]

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first child of token ``i`` whose relation is one of ``deps``."""
        for k in self.kids[i]:
            if self.dep[k] in deps:
                return k
        return None

    def children(self, i: int, *deps: str) -> Iterator[int]:
        """Yield the children of token ``i`` whose relation is one of ``deps``."""
        return (k for k in self.kids[i] if self.dep[k] in deps)

    def subtree(self, i: int) -> Range:
        """Return the token range that the subtree of ``i`` covers."""
        return self.first[i], self.last[i] + 1


def _numbers(tokens: list[Token]) -> list[int]:
    """Return the number of the sentence of each token."""
    number, numbers = -1, []
    for t in tokens:
        number += bool(t.is_sent_start)
        numbers.append(max(number, 0))
    return numbers


def _paragraphs(words: list[str]) -> list[int]:
    """Return the number of the paragraph of each token; the token that holds the break belongs to the one before."""
    line, lines = 0, []
    for word in words:
        lines.append(line)
        line += "\n" in word
    return lines


def _kids(head: list[int]) -> list[list[int]]:
    """Return the children of each token, in the order of the text."""
    kids: list[list[int]] = [[] for _ in head]
    for i, parent in enumerate(head):
        if parent != i:
            kids[parent].append(i)
    return kids


def _bounds(sentence: list[int]) -> list[Range]:
    """Return the token range of each sentence."""
    edges = [i for i, n in enumerate(sentence) if i == 0 or n != sentence[i - 1]]
    return list(zip(edges, [*edges[1:], len(sentence)], strict=False))
