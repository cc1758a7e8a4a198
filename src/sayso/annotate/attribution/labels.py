"""Colons: "Minister: no deal", "KIRBY: We have seen …", "No deal: minister"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found
from sayso.annotate.view import View
from sayso.data.loading import toml

LONGEST = 8  # tokens before the colon
LINK = frozenset({"of", "the", "and", "de", "van", "von", "al", "for", "'s", "&", "-", ".", ",", "(", ")"})


def read_labels(context: Context) -> Iterator[Found]:
    """Yield one attribution a line that begins with a speaker and a colon."""
    view = context.view
    for first, stop in _lines(view):
        colon = next((i for i in range(first, min(first + LONGEST, stop)) if view.low[i] == ":"), None)
        if colon is None or colon == first or stop - colon < 3 or not _is_speaker(view, first, colon):
            continue
        found = make(context, colon, (first, colon), ((colon, colon + 1),), ((colon + 1, stop),), ":", "label", 0.95)
        if found is not None:
            yield found


def _lines(view: View) -> Iterator[tuple[int, int]]:
    first = 0
    for i, word in enumerate(view.low):
        if "\n" in word:
            if i > first:
                yield first, i
            first = i + 1
    if first < len(view.low):
        yield first, len(view.low)


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


def _no_speakers() -> frozenset[str]:
    return frozenset(toml("sources")["labels_without_speaker"])


def _speakers() -> frozenset[str]:
    return frozenset(w for group in toml("sources")["unnamed"].values() for w in group)
