"""The parsed tokens as plain lists, read once: many readers ask them many times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from spacy.tokens import Doc

from sayso.model import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "acl", "xcomp", "pcomp", "csubj", "parataxis"})
LIMIT = 14


class Words:
    """Token attributes by index, and of each token its sentence, and whether it is quoted or in a heading."""

    def __init__(self, doc: Doc, sentences: Sequence[Sentence]) -> None:
        self.doc = doc
        self.text = doc.text
        self.texts = _column(doc, "ORTH")
        self.lowers = [w.lower() for w in self.texts]
        self.lemmas = _column(doc, "LEMMA", lower=True)
        self.pos = _column(doc, "POS")
        self.tags = _column(doc, "TAG")
        self.deps = _column(doc, "DEP")
        self.heads = _heads(doc)
        self.starts, self.ends = _edges(doc, self.texts)
        self.children: list[list[int]] = [[] for _ in self.texts]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        self.quoted = _quoted(self.texts)
        starts = [s.span.start for s in sentences]
        self.sentences = [max(bisect_right(starts, start) - 1, 0) for start in self.starts]
        self.heading = [bool(sentences) and sentences[i].heading for i in self.sentences]

    def __len__(self) -> int:
        return len(self.texts)

    def kids(self, i: int, *deps: str) -> list[int]:
        """Return the children of token ``i`` that hang on it by one of ``deps``."""
        return [c for c in self.children[i] if self.deps[c] in deps]

    def between(self, start: int, end: int) -> str:
        """Return the text of the tokens from ``start`` to ``end`` (exclusive)."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def root(self, tokens: Iterable[int]) -> int:
        """Return the last token whose head lies outside ``tokens`` (at least one)."""
        inside = list(tokens)
        among = set(inside)
        return next((i for i in reversed(inside) if self.heads[i] not in among or self.heads[i] == i), inside[-1])

    def clause(self, i: int) -> int:
        """Return the verb, or other head, of the clause that token ``i`` stands in."""
        for _ in range(LIMIT):
            if (self.deps[i] in CLAUSES and self.pos[i] in ("VERB", "AUX")) or self.heads[i] == i:
                break
            i = self.heads[i]
        return i

    def first_conjunct(self, i: int) -> int:
        """Return the first of the words that are joined by "and" with token ``i``."""
        for _ in range(LIMIT):
            if self.deps[i] != "conj" or self.heads[i] == i:
                break
            i = self.heads[i]
        return i

    def phrase(self, head: int) -> int:
        """Return where the noun phrase that ends in ``head`` starts, at most ``LIMIT`` words before it."""
        start = max(self.doc[head].left_edge.i, head - LIMIT)
        for i in range(head - 1, start - 1, -1):
            if self._breaks(i):
                return i + 1
        while start < head and (self.deps[start] in ("cc", "preconj", "mark", "punct") or self.pos[start] == "SPACE"):
            start += 1
        return start

    def _breaks(self, i: int) -> bool:
        return (self.pos[i] in ("SPACE", "VERB", "AUX", "ADP", "SCONJ") and self.tags[i] not in ("VBN", "VBG")) or (
            self.texts[i] in (",", ";", ":", "—", "–", "(", ")", "“", "”", '"')
        )


def _column(doc: Doc, name: str, *, lower: bool = False) -> list[str]:
    """Return an attribute of all tokens: looked up once a value, as a call a token costs most of the reading."""
    keys: list[int] = doc.to_array([name]).astype("uint64").reshape(-1).tolist()
    values = {key: doc.vocab.strings[key] for key in set(keys)}
    if lower:
        values = {key: value.lower() for key, value in values.items()}
    return [values[key] for key in keys]


def _edges(doc: Doc, texts: list[str]) -> tuple[list[int], list[int]]:
    blanks: list[int] = doc.to_array(["SPACY"]).astype("int64").reshape(-1).tolist()
    sizes = [len(text) for text in texts]
    starts = list(accumulate((size + blank for size, blank in zip(sizes, blanks, strict=True)), initial=0))[:-1]
    return starts, [start + size for start, size in zip(starts, sizes, strict=True)]


def _heads(doc: Doc) -> list[int]:
    offsets: list[int] = doc.to_array(["HEAD"]).astype("int64").reshape(-1).tolist()
    return [i + offset for i, offset in enumerate(offsets)]


def _quoted(texts: list[str]) -> list[bool]:
    inside, found = False, []
    for word in texts:
        if "\n" in word:
            inside = False
        elif word in ("“", "„", "«"):
            inside = True
        elif word in ("”", "»"):
            inside = False
        elif word in ('"', "``", "''"):
            inside = not inside
        found.append(inside)
    return found
