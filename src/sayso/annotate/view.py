"""A parsed document as plain lists, so that the rules do not pay for a property call at every look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

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
        """Read the lists off ``doc``, in one pass."""
        columns: list[list[str]] = [[], [], [], [], [], []]
        low, lemma, pos, tag, dep, entity = columns
        head, start, end, first, last, sentence, paragraph = [], [], [], [], [], [], []
        kids: list[list[int]] = [[] for _ in range(len(doc))]
        number, line = -1, 0
        for i, t in enumerate(doc):
            word, parent, at = t.text, t.head.i, t.idx
            low.append(word.lower().replace("’", "'"))
            lemma.append(t.lemma_.lower())
            pos.append(t.pos_)
            tag.append(t.tag_)
            dep.append(t.dep_)
            entity.append(t.ent_type_)
            head.append(parent)
            start.append(at)
            end.append(at + len(word))
            first.append(t.left_edge.i)
            last.append(t.right_edge.i)
            number += bool(t.is_sent_start)
            sentence.append(max(number, 0))
            paragraph.append(line)
            line += "\n" in word
            if parent != i:
                kids[parent].append(i)
        edges = [i for i, n in enumerate(sentence) if i == 0 or n != sentence[i - 1]]
        bounds = list(zip(edges, [*edges[1:], len(doc)], strict=False))
        return cls(
            doc.text,
            low,
            lemma,
            pos,
            tag,
            dep,
            head,
            start,
            end,
            kids,
            first,
            last,
            sentence,
            paragraph,
            entity,
            bounds,
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
