"""Who gives a figure that goes on with what somebody is cited with: "the ministry counted 112; 64 are in hospital"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.model import Annotation, Figure, Span, any_overlap

SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
# What parts one thing told from another; a number after a quotation is not quoted.
APART = frozenset(
    ('"', "“", "”", ":", "(", ")", "—", "–", "who", "which", "whom", "but", "while", "whereas", "although")
)


def with_shared_sources(doc: Doc, annotation: Annotation, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Go through the figures; one in the outlet's voice takes the source of the one before, where it only goes on.

    Nobody and nothing new may be told of between the two, and no word of saying.
    """
    saying: dict[int, list[Span]] = defaultdict(list)
    for one in annotation.attributions:
        saying[one.sentence].extend((*one.source, *one.cue))
    before: Figure | None = None
    for figure in figures:
        if before and _may_share(before, figure) and _goes_on(doc, before, figure, saying[figure.sentence]):
            before = replace(figure, attribution=before.attribution)
        else:
            before = figure
        yield before


def _may_share(before: Figure, figure: Figure) -> bool:
    return before.sentence == figure.sentence and before.attribution is not None and figure.attribution is None


def _goes_on(doc: Doc, before: Figure, figure: Figure, saying: Sequence[Span]) -> bool:
    start = max(before.span.end, before.counted.end if before.counted else 0)
    between = doc.char_span(start, figure.span.start, alignment_mode="expand") if start < figure.span.start else None
    if between is None or any_overlap([Span(start, figure.span.end, "")], saying):
        return False
    return not any(_is_new(t) for t in between[1:])


def _is_new(token: Token) -> bool:
    """Whether a word names somebody, says what is done, or begins a clause of its own."""
    named = token.pos_ in ("PROPN", "PRON", "VERB") and token.ent_type_ != "DATE"
    return named or token.text.casefold() in APART or (token.dep_ in SUBJECTS and token.pos_ != "NUM")
