"""Certainty, polarity and mode of a stretch of text, from cue, modal, negation and nesting."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from sayso.model import Annotation, Certainty, Mode, Polarity, Span


class Judgement(NamedTuple):
    """How a claim or an event is put."""

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    mode: Mode = Mode.ASSERTED


def judge(doc: Doc, annotation: Annotation, span: Span, attribution: int | None) -> Judgement:
    """Judge the clause whose main word lies in ``span``, inside ``attribution`` where there is one."""
    return Judgement()
