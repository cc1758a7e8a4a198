"""An article as copies are looked for in it: its words, each marked as its own, as speech or as the page's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt

from sayso.link.copies.pieces import Range, blocks, furniture, pieces, quotations, statements
from sayso.model import Annotation, Article

WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
# A word's number has this many bits in the number of a run of three words.
BITS = 21
Numbers = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]
NONE: Numbers = np.empty(0, dtype=np.int64)


class Kind(IntEnum):
    """Whose a word is; of a range that is two things the later counts."""

    OWN = 0
    BLOCK = 1
    STATEMENT = 2
    QUOTED = 3
    PAGE = 4


class Vocabulary:
    """Numbers for words, given in the order in which they are first asked for."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def numbers(self, words: Iterable[str]) -> Numbers:
        """Return the words' numbers, from 1."""
        known = self._numbers
        most = (1 << BITS) - 1
        return np.array([known.setdefault(w, len(known) + 1) & most for w in words], dtype=np.int64)

    def stems(self, telling: Callable[[str], str | None]) -> Numbers:
        """Return for each word's number that of its stem, 0 for words that ``telling`` gives no stem for."""
        found: dict[str, int] = {}
        stems = np.zeros(1 << BITS if len(self._numbers) >= 1 << BITS else len(self._numbers) + 1, dtype=np.int64)
        for word, number in self._numbers.items():
            if stem := telling(word):
                stems[number & (1 << BITS) - 1] = found.setdefault(stem, len(found) + 1)
        return stems


@dataclass(frozen=True)
class View:
    """Those words of a text that count for something: ``numbers`` is 0 at words that do not."""

    numbers: Numbers
    joined: Marks

    @cached_property
    def threes(self) -> tuple[Numbers, Numbers]:
        """Return the different runs of three words as numbers, rising, and the word at which each first begins."""
        if len(self.numbers) < 3:
            return NONE, NONE
        a, b, c = self.numbers[:-2], self.numbers[1:-1], self.numbers[2:]
        whole = np.flatnonzero((a > 0) & (b > 0) & (c > 0) & self.joined[:-1] & self.joined[1:])
        runs, first = np.unique(((a << 2 * BITS) | (b << BITS) | c)[whole], return_index=True)
        return runs, whole[first]

    @property
    def runs(self) -> Numbers:
        """Return the different runs of three words as numbers, rising."""
        return self.threes[0]


@dataclass(frozen=True)
class Text:
    """One article's words: number in the vocabulary, place in the text, kind, and whether the next one follows.

    A run of words does not go over the end of a paragraph.
    """

    annotation: Annotation
    numbers: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    kinds: npt.NDArray[np.uint8]
    joined: Marks

    @property
    def id(self) -> str:
        """Return the article's id."""
        return self.article.id

    @property
    def article(self) -> Article:
        """Return the article."""
        return self.annotation.article

    def view(self, *kinds: Kind) -> View:
        """Return the words of some kinds."""
        return View(np.where(np.isin(self.kinds, kinds), self.numbers, 0).astype(np.int64), self.joined)

    def own_words(self) -> list[str]:
        """Return the article's own words as they stand."""
        own = np.flatnonzero(self.kinds <= Kind.BLOCK)
        whole = self.article.text
        return [whole[s:e] for s, e in zip(self.starts[own].tolist(), self.ends[own].tolist(), strict=True)]

    def place(self, first: int, length: int) -> Range:
        """Return where a run of words stands in the text."""
        return int(self.starts[first]), int(self.ends[first + length - 1])


def text_of(annotation: Annotation, vocabulary: Vocabulary) -> Text:
    """Cut an article into words, its own and those of others; time is linear in its length."""
    text = annotation.article.text
    found = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
    starts = np.array([s for _, s, _ in found], dtype=np.int32)
    ends = np.array([e for _, _, e in found], dtype=np.int32)
    sentences = pieces(text)
    paragraphs = _paragraphs(text, starts, sentences)
    return Text(
        annotation,
        vocabulary.numbers(_lower(w) for w, _, _ in found).astype(np.int32),
        starts,
        ends,
        _kinds(text, starts, sentences),
        paragraphs[1:] == paragraphs[:-1],
    )


def plain_words(text: str) -> tuple[str, ...]:
    """Return all words of a text in lower case, quotations included: texts with equal ones are identical."""
    return tuple(_lower(w) for w in WORD.findall(text))


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _kinds(text: str, starts: npt.NDArray[np.int32], sentences: list[Range]) -> npt.NDArray[np.uint8]:
    kinds = np.zeros(len(starts), dtype=np.uint8)
    quoted = quotations(text)
    ranges = {
        Kind.BLOCK: blocks(text),
        Kind.STATEMENT: statements(text, sentences, quoted),
        Kind.QUOTED: quoted,
        Kind.PAGE: furniture(text, sentences),
    }
    for kind, places in ranges.items():
        bounds = np.searchsorted(starts, np.array(places, dtype=np.int64).reshape(-1, 2))
        for low, high in bounds.tolist():
            kinds[low:high] = kind
    return kinds


def _paragraphs(text: str, starts: npt.NDArray[np.int32], sentences: list[Range]) -> Numbers:
    """Return the number of the paragraph of each word; a line broken at a fixed width does not end one."""
    firsts = [s for (_, e), (s, _) in zip([(0, 0), *sentences], sentences, strict=False) if "\n" in text[e:s]]
    return np.searchsorted(np.array(firsts, dtype=np.int64), starts, side="right")
