"""The texts of all articles, small enough to keep, and what is made of a text while it is being compared."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from sayso.link.copies.furniture import lines_of
from sayso.link.copies.rewording import Telling, telling
from sayso.link.copies.rewrites import Outline, outline, stem
from sayso.link.copies.texts import Kind, Numbers, Text, View, Vocabulary, text_of
from sayso.model import Annotation, Article

# Texts of which everything that was made for comparing is kept; the others' is made anew when asked for.
KEPT = 512


@dataclass(frozen=True)
class Candidate:
    """A text with what it takes to compare it, made when it is asked for.

    ``whole`` are the runs of three words of all but the page's words, ``stems`` the stem of each word's number.
    """

    text: Text
    whole: Numbers
    vocabulary: Vocabulary
    stems: Numbers

    @property
    def article(self) -> Article:
        """Return the article."""
        return self.text.article

    @cached_property
    def own(self) -> View:
        """Return the article's own words, with those that it may quote at length."""
        return self.text.view(Kind.OWN, Kind.BLOCK)

    @cached_property
    def blocks(self) -> Numbers:
        """Return the runs of three words of what it may quote at length."""
        return self.text.view(Kind.BLOCK).runs

    def quoted_paragraph(self, word: int) -> int | None:
        """Return the number of the paragraph of a word where the article may quote that paragraph, else None."""
        quoted = self.text.kinds[word] == Kind.BLOCK
        return int(np.searchsorted(self.breaks, word)) if quoted else None

    @cached_property
    def breaks(self) -> npt.NDArray[np.intp]:
        """Return the last word of each paragraph but the last."""
        return np.flatnonzero(~self.text.joined)

    @cached_property
    def plain(self) -> View:
        """Return the words that are certainly the article's own."""
        return self.text.view(Kind.OWN)

    @cached_property
    def quoted(self) -> View:
        """Return the words in quotation marks."""
        return self.text.view(Kind.QUOTED)

    @cached_property
    def loose(self) -> View:
        """Return all words outside quotation marks, statements and posts too."""
        return self.text.view(Kind.OWN, Kind.BLOCK, Kind.STATEMENT)

    @cached_property
    def said(self) -> Numbers:
        """Return the runs of three words of what others say."""
        return self.text.view(Kind.STATEMENT, Kind.QUOTED).runs

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Return the article's lines."""
        return lines_of(self.article.text)

    @cached_property
    def outline(self) -> Outline:
        """Return what is told, sentence by sentence."""
        return outline(self.article.text)

    @cached_property
    def sentences(self) -> Numbers:
        """Return the number in the outline of each word's sentence, -1 where it stands in none."""
        places = np.array(self.outline.places, dtype=np.int64).reshape(-1, 2)
        found = np.searchsorted(places[:, 0], self.text.starts, side="right") - 1
        ends = np.append(places[:, 1], 0)
        return np.where(self.text.starts < ends[found], found, -1)

    @cached_property
    def own_lengths(self) -> tuple[int, ...]:
        """Return how many of the article's own words each sentence of the outline has, then those outside of all."""
        numbers = np.where(self.sentences < 0, len(self.outline.places), self.sentences)
        own = numbers[self.own.numbers > 0]
        return tuple(np.bincount(own, minlength=len(self.outline.places) + 1).tolist())

    @cached_property
    def told(self) -> Numbers:
        """Return the stems of the telling words outside quotation marks, each once."""
        found = np.unique(self.stems[self.loose.numbers])
        return found[found > 0]

    @cached_property
    def telling(self) -> Telling:
        """Return the choice of words."""
        return telling(self.text.own_words())

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """Return the telling words that are no names, each once."""
        return frozenset(self.telling.words)


class Pile:
    """The texts of many articles, by their number; ``runs`` are each text's runs of three words."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self._vocabulary = Vocabulary()
        self._texts = [text_of(a, self._vocabulary) for a in annotations]
        self.runs = [_whole(text) for text in self._texts]
        self._stems = self._vocabulary.stems(stem)
        self._made: OrderedDict[int, Candidate] = OrderedDict()

    def _candidate(self, number: int) -> Candidate:
        return Candidate(self._texts[number], self.runs[number], self._vocabulary, self._stems)

    def __getitem__(self, number: int) -> Candidate:
        made = self._made.pop(number, None) or self._candidate(number)
        self._made[number] = made
        if len(self._made) > KEPT:
            self._made.popitem(last=False)
        return made


def _whole(text: Text) -> Numbers:
    return text.view(Kind.OWN, Kind.BLOCK, Kind.STATEMENT, Kind.QUOTED).runs
