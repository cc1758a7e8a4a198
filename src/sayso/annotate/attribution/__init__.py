"""Who says what: source, cue and content of every attribution of an article (PARC 3.0, PolNeAR).

The rules look at the dependency parse and the quotation marks only, so they run without any model of their own.
"""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.annotate.attribution.build import build
from sayso.annotate.attribution.choose import choose
from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import read_cued
from sayso.annotate.attribution.found import Found
from sayso.annotate.attribution.labels import read_labels
from sayso.annotate.attribution.mistagged import mend, read_mistagged
from sayso.annotate.attribution.naming import dismissed, read_namings, within
from sayso.annotate.attribution.phrases import read_phrases
from sayso.annotate.attribution.speakers import speaking
from sayso.annotate.attribution.speech import read_speech
from sayso.model import Annotation, Attribution

__all__ = ["read_attributions"]


def read_attributions(doc: Doc, annotation: Annotation) -> tuple[Attribution, ...]:
    """Return who says what, in the order of the text; ``parent`` is set where one lies in another's content."""
    context = Context.of(doc)
    spoken = speaking(context.view, read_speech(context, _found(context)))
    return build(doc, annotation, context.view, choose(spoken, context.is_speaker))


def _found(context: Context) -> list[Found]:
    cued = [dismissed(context.view, f) for f in read_cued(context)]
    cued = mend(cued, list(read_mistagged(context)))
    named = {f.anchor: f for f in (*cued, *read_namings(context))}  # of two on one verb the naming stands
    return [*within(context.view, list(named.values())), *read_phrases(context), *read_labels(context)]
