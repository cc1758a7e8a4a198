"""From annotated articles to what the reader is trained on: words, pieces, features, and who owns which word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.annotate.attribution import by_rules
from sayso.annotate.attribution.choose import choose
from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.trained.features import Features, Numbers, features
from sayso.annotate.attribution.trained.pieces import WordPieces
from sayso.annotate.reader import parser

Row = dict[str, Any]
NONE = -1


@dataclass(frozen=True, slots=True)
class Example:
    """One article. ``owner[i]`` is the anchor word of the content that word i lies in, or -1; ``inner`` the same for
    a content within that content; ``cue`` marks cue words; ``source[anchor]`` is (first, last) word or None;
    ``nested`` are the anchors of inner contents (taught where ``has_nested``); ``known`` are the words whose answers
    are taught at all.
    """

    doc_id: str
    pieces: list[tuple[int, ...]]
    features: Features
    owner: Numbers
    inner: Numbers
    cue: Numbers
    source: dict[int, tuple[int, int] | None]
    nested: frozenset[int]
    has_nested: bool
    known: npt.NDArray[np.bool_]


def examples(rows: Iterable[Row], cut: WordPieces, has_nested: bool = False) -> Iterator[Example]:
    """Parse each row's ``text`` and lay its ``attributions`` over the words; ``has_nested``: nesting is annotated."""
    pairs = ((row["text"], row) for row in rows)
    for doc, row in parser().pipe(pairs, as_tuples=True, batch_size=16):
        context = Context.of(doc)
        found = [f for f, _ in choose(by_rules(context), context.is_speaker)]
        yield _example(context, features(context, found), row, cut, has_nested)


def _example(context: Context, seen: Features, row: Row, cut: WordPieces, has_nested: bool) -> Example:
    view, n = context.view, len(seen.token)
    starts = np.array([view.start[t] for t in seen.token])
    ends = np.array([view.end[t] for t in seen.token])
    heads = _heads(context, seen)

    def inside(spans: list[list[int]]) -> list[int]:
        return sorted({int(i) for s, e in spans for i in np.flatnonzero((starts < e) & (ends > s))})

    owner, inner, cue = np.full(n, NONE), np.full(n, NONE), np.zeros(n, dtype=np.int64)
    source: dict[int, tuple[int, int] | None] = {}
    nested: set[int] = set()
    # the longest content first, so that one within another finds its words owned already
    for given in sorted(row["attributions"], key=lambda a: -sum(e - s for s, e in a["content"])):
        content, who, words = inside(given["content"]), inside(given["source"][:1]), inside(given["cue"])
        free = [i for i in words if i not in source]
        if not content or not free:
            continue
        anchor = next((i for i in free if heads[i] == i or heads[i] not in words), free[0])
        source[anchor] = (who[0], who[-1]) if who else None
        cue[words] = 1
        if owner[anchor] != NONE and all(owner[i] != NONE for i in content):
            nested.add(anchor)
            inner[content] = anchor
        else:
            owner[[i for i in content if owner[i] == NONE]] = anchor
    pieces = [cut.of(view.text[s:e]) for s, e in zip(starts, ends, strict=True)]
    known = np.ones(n, dtype=bool)
    return Example(str(row["doc_id"]), pieces, seen, owner, inner, cue, source, frozenset(nested), has_nested, known)


def _heads(context: Context, seen: Features) -> list[int]:
    place = {t: n for n, t in enumerate(seen.token)}
    return [place.get(context.view.head[t], n) for n, t in enumerate(seen.token)]
