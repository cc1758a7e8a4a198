"""Who says what: source, cue and content of every attribution of an article (PARC 3.0, PolNeAR).

The rules look at the dependency parse and the quotation marks only. The trained reader sees the words, the parse and
what the rules found; the rules by themselves are the fast reader. Both give the same kind of result.
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
from sayso.annotate.attribution.reckonings import with_reckonings
from sayso.annotate.attribution.retorts import with_retorts
from sayso.annotate.attribution.speakers import speaking
from sayso.annotate.attribution.speech import read_speech
from sayso.annotate.attribution.trained import read_trained, shipped
from sayso.model import Annotation, Attribution

__all__ = ["by_rules", "read_attributions", "read_attributions_fast"]


def read_attributions(doc: Doc, annotation: Annotation) -> tuple[Attribution, ...]:
    """Return who says what, in the order of the text; ``parent`` is set where one lies in another's content.

    Raises:
        SaysoError: the trained network, which the package ships, is missing or damaged.
    """
    context = Context.of(doc)
    ruled = [f for f, _ in choose(by_rules(context), context.is_speaker)]
    found = list(speaking(context.view, read_trained(context, ruled, shipped()), trusted=True))
    return build(doc, annotation, context.view, choose(_with_short_ones(context, found), context.is_speaker))


def read_attributions_fast(doc: Doc, annotation: Annotation) -> tuple[Attribution, ...]:
    """Return the same as ``read_attributions`` by the rules alone: faster, and it misses more indirect speech."""
    context = Context.of(doc)
    found = _with_short_ones(context, by_rules(context))
    return build(doc, annotation, context.view, choose(found, context.is_speaker))


def _with_short_ones(context: Context, found: list[Found]) -> list[Found]:
    return with_retorts(context, with_reckonings(context, found))


def by_rules(context: Context) -> list[Found]:
    """Return every attribution that the rules find, in no fixed order; doubles are still among them."""
    return list(speaking(context.view, read_speech(context, _found(context))))


def _found(context: Context) -> list[Found]:
    cued = [dismissed(context.view, f) for f in read_cued(context)]
    cued = mend(cued, list(read_mistagged(context)))
    named = {f.anchor: f for f in (*cued, *read_namings(context))}  # of two on one verb the naming stands
    return [*within(context.view, list(named.values())), *read_phrases(context), *read_labels(context)]
