"""Explain all that was read in a span of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.annotate.clauses import Tree
from sayso.annotate.reader import annotate_doc, parse
from sayso.explain import attributions, quantities, things
from sayso.explain.judged import Judged
from sayso.explain.reason import Explanation
from sayso.model import Annotation, Article, Span


@dataclass(frozen=True, slots=True)
class Explained:
    """The span that was asked about, and what was read there, kind by kind."""

    article: Article
    span: Span
    found: tuple[Explanation, ...]


def explain(article: Article, span: Span, fast: bool = False) -> Explained:
    """Read the article again and say why each thing that overlaps ``span`` was read as it was.

    The reading is the pipeline's own (``fast``: with the rules alone), so what is explained is what a brief would
    rest on.
    """
    doc = parse(article.text)
    annotation = annotate_doc(doc, article, fast)
    return Explained(article, span, tuple(_explanations(doc, annotation, span)))


def _explanations(doc: Doc, annotation: Annotation, span: Span) -> Iterator[Explanation]:
    judged = Judged(Tree.of(doc), annotation)
    for a in annotation.attributions:
        if _touches(span, *a.source, *a.cue, *a.content):
            why = tuple(attributions.reasons(annotation, a))
            yield Explanation("attribution", a.id, a.content, a.sentence, why)
    for claim in annotation.claims:
        if _touches(span, *claim.spans):
            yield Explanation("claim", claim.id, claim.spans, claim.sentence, tuple(judged.claim(claim)))
    for figure in annotation.figures:
        if _touches(span, figure.span, *([figure.counted] if figure.counted else [])):
            why = tuple(quantities.figure_reasons(annotation, figure))
            yield Explanation("figure", figure.id, (figure.span,), figure.sentence, why)
    yield from _rest(annotation, judged, span)


def _rest(annotation: Annotation, judged: Judged, span: Span) -> Iterator[Explanation]:
    for time in annotation.times:
        if _touches(span, time.span):
            why = tuple(quantities.time_reasons(annotation, time))
            yield Explanation("time", time.id, (time.span,), time.sentence, why)
    for event in annotation.events:
        if _touches(span, event.trigger):
            why = (*things.event_reasons(annotation, event), *judged.event(event))
            yield Explanation("event", event.id, (event.trigger,), event.sentence, why)
    for actor in annotation.actors:
        here = next((m for m in actor.mentions if m.span.overlaps(span)), None)
        if here is not None:
            yield Explanation("actor", actor.id, (here.span,), here.sentence, tuple(things.actor_reasons(actor, span)))


def _touches(span: Span, *others: Span) -> bool:
    return any(span.overlaps(other) for other in others)
