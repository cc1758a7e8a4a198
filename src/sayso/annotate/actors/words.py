"""The parsed tokens as plain lists, read once: many readers ask them many times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from sayso.annotate.view import View
from sayso.model import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "acl", "xcomp", "pcomp", "csubj", "parataxis"})
LIMIT = 14


class Words:
    """Token attributes by index, and of each token its sentence, and whether it is quoted or in a heading."""

    def __init__(self, doc: Doc, sentences: Sequence[Sentence]) -> None:
        self.doc, view = doc, View.of(doc)
        self.text, self.texts, self.lowers = view.text, view.word, view.lower
        self.lemmas, self.pos, self.tags, self.deps = view.lemma, view.pos, view.tag, view.dep
        self.heads, self.children = view.head, view.kids
        self.starts, self.ends, self.lefts = view.start, view.end, view.first
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
        start = max(self.lefts[head], head - LIMIT)
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
