"""A parsed document as plain lists, so that the rules do not pay for a property call at every look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

from sayso.annotate.kept import Kept

Range = tuple[int, int]  # tokens, end exclusive
COLUMNS = ("LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX", "LENGTH", "SENT_START")
MASK = (1 << 64) - 1  # numbers of strings are unsigned


@dataclass(frozen=True, slots=True)
class View:
    """One list per attribute, indexed by token; ``first``/``last`` are the edges of a token's subtree (inclusive).

    ``lower`` is a word in lower case, ``low`` the same with a straight apostrophe. The readers of a document share
    one view of it, so none may change a list.
    """

    text: str
    word: list[str]
    lower: list[str]
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
        """Return the view of ``doc``, made once for all that ask for it."""
        return _VIEWS.of(doc)

    @classmethod
    def read(cls, doc: Doc) -> View:
        """Read the lists off ``doc``, as numbers in one go: a property call for each token would cost far more."""
        text, numbers = doc.text, doc.to_array(list(COLUMNS)).T.astype("int64").tolist()
        lemma = _names(doc, numbers[0], str.lower)
        pos, tag, dep, entity = (_names(doc, column) for column in numbers[1:5])
        head = [i + offset for i, offset in enumerate(numbers[5])]
        start, length, opens = numbers[6:]
        end = [at + n for at, n in zip(start, length, strict=True)]
        words = [text[a:b] for a, b in zip(start, end, strict=True)]
        lower = [w.lower() for w in words]
        first, last = _edges(head)
        sentence = [max(n - 1, 0) for n in accumulate(int(mark == 1) for mark in opens)]
        return cls(
            text=text,
            word=words,
            lower=lower,
            low=[w.replace("’", "'") for w in lower] if "’" in text else lower,
            lemma=lemma,
            pos=pos,
            tag=tag,
            dep=dep,
            head=head,
            start=start,
            end=end,
            kids=_kids(head),
            first=first,
            last=last,
            sentence=sentence,
            paragraph=_paragraphs(words),
            entity=entity,
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


_VIEWS = Kept(View.read)


def _names(doc: Doc, column: list[int], write: Callable[[str], str] = str) -> list[str]:
    """Return the strings that a column of numbers stands for, each as ``write`` gives it."""
    strings = doc.vocab.strings
    known = {n: write(strings[n & MASK]) if n else "" for n in set(column)}
    return [known[n] for n in column]


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    """Return the first and the last token of each subtree; a climb stops where an earlier one has been."""
    first, last = list(range(len(head))), list(range(len(head)))
    for i in range(len(head)):
        at = head[i]
        while first[at] > i:
            first[at], at = i, head[at]
    for i in range(len(head) - 1, -1, -1):
        at = head[i]
        while last[at] < i:
            last[at], at = i, head[at]
    return first, last


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
