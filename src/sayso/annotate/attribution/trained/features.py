"""What the trained reader sees of an article beside its words: shape, quotation, grammar, and what the rules found.

The numbers given here are part of the shipped weights: a change in their order needs a new training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.found import Found

Numbers = npt.NDArray[np.int64]

POS = (
    *("", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM"),
    *("PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SPACE", "SYM", "VERB", "X"),
)
DEP = (
    *("dep", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case"),
    *("cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "det", "dobj", "expl", "intj", "mark"),
    *("meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj"),
    *("poss", "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp"),
)
SHAPES = ("lower", "Title", "UPPER", "miXed", "digit", "mark")
QUOTED = ("outside", "opens", "inside", "closes", "single")
BREAKS = ("none", "starts a sentence", "starts a paragraph", "starts a heading")
RULED = ("none", "source", "anchor", "cue", "content")
SIZES = (len(SHAPES), len(QUOTED), len(BREAKS), len(POS), len(DEP), len(RULED))

# How one word stands to another: below it, above it, itself, in its sentence, or sentences away.
BELOW, ABOVE = 0, len(DEP)
SELF, NEAR = 2 * len(DEP), 2 * len(DEP) + 1
AWAY = NEAR + 1  # + 2 * (sentences away, -3 .. 3, shifted to 0 .. 6) + whether in another paragraph
PATHS = AWAY + 14
RULE_SAYS = ("nothing", "content", "source")
CODES = PATHS * len(RULE_SAYS)

_POS = {name: n for n, name in enumerate(POS)}
_DEP = {name: n for n, name in enumerate(DEP)}


@dataclass(frozen=True, slots=True)
class Features:
    """One article in words (tokens that are not blank); ``token`` maps a word to its token.

    ``words`` is [words, 6], a number for each of SIZES; ``above`` holds for each word its ancestors in the parse
    as (word, label of the child on the way); ``ruled`` the pairs (word, anchor) of the rules by RULE_SAYS.
    """

    token: list[int]
    words: Numbers
    sentence: Numbers
    paragraph: Numbers
    above: list[list[tuple[int, int]]]
    ruled: dict[tuple[int, int], int]

    def codes(self, start: int, stop: int, with_rules: bool = True) -> Numbers:
        """Return how word i of [start, stop) stands to word j, as [i, j] numbers below CODES."""
        out = _apart(self.sentence[start:stop], self.paragraph[start:stop])
        for i in range(start, stop):
            for j, label in self.above[i]:
                if start <= j < stop:
                    out[i - start, j - start] = BELOW + label
                    out[j - start, i - start] = ABOVE + label
        np.fill_diagonal(out, SELF)
        if with_rules:
            for (i, j), says in self.ruled.items():
                if start <= i < stop and start <= j < stop:
                    out[i - start, j - start] += PATHS * says
        return out


def features(context: Context, found: Sequence[Found]) -> Features:
    """Look at an article once; ``found`` is what the rules read in it."""
    view = context.view
    token = [i for i, word in enumerate(view.low) if not word.isspace()]
    place = {t: n for n, t in enumerate(token)}
    ruled = _ruled(place, found)
    tags = _rule_tags(len(token), place, found)
    rows = [_row(context, t, n, token, tags[n]) for n, t in enumerate(token)]
    return Features(
        token=token,
        words=np.array(rows, dtype=np.int64).reshape(-1, len(SIZES)),
        sentence=np.array([view.sentence[t] for t in token], dtype=np.int64),
        paragraph=np.array([view.paragraph[t] for t in token], dtype=np.int64),
        above=[_ancestors(context, t, place) for t in token],
        ruled=ruled,
    )


def _row(context: Context, t: int, n: int, token: list[int], tag: int) -> tuple[int, ...]:
    view = context.view
    shape = _shape(view.text[view.start[t] : view.end[t]])
    pos, dep = _POS.get(view.pos[t], 0), _DEP.get(view.dep[t], 0)
    return shape, _quoted(context, t), _break(context, t, n, token), pos, dep, tag


def _apart(sentence: Numbers, paragraph: Numbers) -> Numbers:
    away = np.clip(sentence[:, None] - sentence[None, :], -3, 3) + 3
    other = paragraph[:, None] != paragraph[None, :]
    return np.where(away == 3, NEAR, AWAY + 2 * away + other)


def _ancestors(context: Context, t: int, place: dict[int, int]) -> list[tuple[int, int]]:
    view, at = context.view, t
    out: list[tuple[int, int]] = []
    while view.head[at] != at and len(out) < 40:
        label, at = _DEP.get(view.dep[at], 0), view.head[at]
        if at in place:
            out.append((place[at], label))
    return out


def _shape(word: str) -> int:
    if not any(c.isalnum() for c in word):
        return 5
    if any(c.isdigit() for c in word):
        return 4
    if word.islower():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else 3


def _quoted(context: Context, t: int) -> int:
    number = context.quote_at[t]
    if number < 0:
        return 0
    quote = context.quotes[number]
    if quote.single:
        return 4
    return 1 if t == quote.first else 3 if t == quote.stop - 1 else 2


def _break(context: Context, t: int, n: int, token: list[int]) -> int:
    view = context.view
    before = token[n - 1] if n else None
    if before is None or view.paragraph[before] != view.paragraph[t]:
        last = view.bounds[view.sentence[t]][1] - 1
        while last > t and view.low[last].isspace():
            last -= 1
        return 2 if view.low[last] in (".", "!", "?", '"', "”", ":", ")") else 3
    return int(view.sentence[before] != view.sentence[t])


def _rule_tags(length: int, place: dict[int, int], found: Sequence[Found]) -> list[int]:
    tags = [0] * length
    for f in found:
        for ranges, tag in ((f.content, 4), (f.source, 1), (f.cue, 3), (((f.anchor, f.anchor + 1),), 2)):
            for t in (t for s, e in ranges for t in range(s, e) if t in place):
                tags[place[t]] = tag
    return tags


def _ruled(place: dict[int, int], found: Sequence[Found]) -> dict[tuple[int, int], int]:
    pairs: dict[tuple[int, int], int] = {}
    for f in found:
        anchor = place.get(f.anchor)
        for ranges, says in ((f.content, 1), (f.source, 2)):
            for t in (t for s, e in ranges for t in range(s, e) if anchor is not None and t in place):
                pairs[place[t], anchor] = says  # type: ignore[index]
    return pairs
