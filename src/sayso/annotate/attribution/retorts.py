"""Answers of a word or two: "Rubbish, blasts the firm", "Plainly untrue, replies Sollars", quoted or not.

A parser takes the answer for the subject, and the speaker for the object; the trained reader passes both over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found
from sayso.annotate.attribution.lexicon import cues, words
from sayso.annotate.view import Range

RULE = "retort"
SURE = 0.9
LONGEST = 4  # words of the answer
MARKS = frozenset('"”“»')
ENDS = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ", "ADP", "VERB", "AUX", "ADV"})


def with_retorts(context: Context, found: Iterable[Found]) -> list[Found]:
    """Return ``found`` with the short answers; of two readings of one verb the answer stands."""
    own = {f.anchor: f for f in read_retorts(context)}
    return [*(f for f in found if f.anchor not in own), *own.values()]


def read_retorts(context: Context) -> Iterator[Found]:
    """Yield the short answers, in the order of the text."""
    view = context.view
    for first, stop in sorted({view.sentence_of(i) for i, word in enumerate(view.low) if word in words("retorts")}):
        comma = next((i for i in range(first, min(stop, first + LONGEST + 2)) if view.low[i] in (",", "!")), None)
        if comma is None or view.low[comma - 1] not in words("retorts"):
            continue
        quoted = comma + 1 < stop and view.low[comma + 1] in MARKS
        found = _read(context, (first, comma + 2 if quoted else comma), comma + 2 if quoted else comma + 1)
        if found is not None:
            yield found


def _read(context: Context, answer: Range, verb: int) -> Found | None:
    view = context.view
    if verb >= len(view.low):
        return None
    lemma = view.lemma[verb]
    if view.tag[verb] not in ("VBZ", "VBD", "VBP") or ("verb", lemma) not in cues():
        return None
    stop = verb + 1
    while stop < len(view.low) and view.pos[stop] not in ENDS:
        stop += 1
    if stop == verb + 1:
        return None
    return make(context, verb, (verb + 1, stop), ((verb, verb + 1),), (answer,), lemma, RULE, SURE)
