"""Colons: "Minister: no deal", "KIRBY: We have seen …", "No deal: minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found
from sayso.annotate.view import Range, View
from sayso.data.loading import toml

SHOUTED = re.compile(r"^([A-Z][A-Z.'’ -]{1,40}):", re.MULTILINE)
TAIL = 6  # tokens after the last colon of a headline that names its source at the end
LONGEST = 8  # tokens before the colon
LINK = frozenset({"of", "the", "and", "de", "van", "von", "al", "for", "'s", "&", "-", ".", ",", "(", ")"})


def read_labels(context: Context) -> Iterator[Found]:
    """Yield one attribution a line that begins with a speaker and a colon."""
    view = context.view
    capitals = [label for label in SHOUTED.findall(view.text) if label.lower() not in _no_speakers()]
    for first, stop in _lines(view):
        colon = next((i for i in range(first, min(first + LONGEST, stop)) if view.low[i] == ":"), None)
        last = next((i for i in range(stop - 2, max(stop - TAIL, first + 2), -1) if view.low[i] == ":"), None)
        if last is not None and _names_group(view, last + 1, stop):
            yield from _made(context, (last + 1, stop), last, (first, last))
            continue
        if (
            colon is None
            or colon == first
            or stop - colon < 3
            or not (_is_speaker(view, first, colon) or (len(capitals) > 1 and _text(view, first, colon) in capitals))
        ):
            continue
        yield from _made(context, (first, colon), colon, (colon + 1, stop))


def _made(context: Context, who: Range, colon: int, content: Range) -> Iterator[Found]:
    found = make(context, colon, who, ((colon, colon + 1),), (content,), ":", "label", 0.95)
    if found is not None:
        yield found


def _names_group(view: View, first: int, stop: int) -> bool:
    """Whether a headline ends in its source: "…: officials"."""
    words = [view.low[i] for i in range(first, stop)]
    return bool(words) and words[-1] in _speakers() and all(w.replace("-", "").isalpha() for w in words)


def _lines(view: View) -> Iterator[tuple[int, int]]:
    first = 0
    for i, word in enumerate(view.low):
        if "\n" in word:
            if i > first:
                yield first, i
            first = i + 1
    if first < len(view.low):
        yield first, len(view.low)


def _text(view: View, first: int, stop: int) -> str:
    return view.text[view.start[first] : view.end[stop - 1]]


def _is_speaker(view: View, first: int, colon: int) -> bool:
    words = [view.text[view.start[i] : view.end[i]] for i in range(first, colon)]
    if " ".join(words).lower() in _no_speakers() or words[-1].lower() in _no_speakers():
        return False
    names = [w for w in words if w.lower() not in LINK]
    if not names or not all(w[0].isupper() for w in names):
        return False
    if words[-1].lower() in _speakers() or (len(names) == 1 and words[0].lower() in _speakers()):
        return True
    return all(
        view.pos[i] in ("PROPN", "ADJ", "NOUN", "ADP", "PUNCT", "PART", "DET", "X") for i in range(first, colon)
    ) and (
        any(view.entity[i] in ("PERSON", "ORG", "NORP", "GPE") for i in range(first, colon))
        or all(view.pos[i] == "PROPN" for i in range(first, colon))
    )


@lru_cache(maxsize=1)
def _no_speakers() -> frozenset[str]:
    return frozenset(toml("sources")["labels_without_speaker"])


@lru_cache(maxsize=1)
def _speakers() -> frozenset[str]:
    return frozenset(w for group in toml("sources")["unnamed"].values() for w in group)
