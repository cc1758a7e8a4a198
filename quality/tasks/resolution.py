"""The sources that the gold of source resolution asks for, each with who is meant by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from quality.resolution.gold import Graded, Item, read_gold
from quality.rows import Row
from sayso.annotate.reader import annotate_doc, parser
from sayso.annotate.resolution import resolve
from sayso.model import Actor, Annotation, Article, Span


def predict_sources(data: Path) -> Iterator[Row]:
    """Return a row an annotated article of ``data``; of the gold only the spans of the sources are looked at."""
    graded = read_gold(data)
    for article, doc in zip(graded, parser().pipe((g.text for g in graded), batch_size=16), strict=True):
        annotation = annotate_doc(doc, Article.make(doc.text, article.doc_id))
        yield {"doc_id": article.doc_id, "sources": list(_sources(doc, annotation, article))}


def _sources(doc: Doc, annotation: Annotation, article: Graded) -> Iterator[Row]:
    for item in article.items:
        yield {"source": item.source, "actors": [_actor(a) for a in meant(doc, annotation, item)]}


def meant(doc: Doc, annotation: Annotation, item: Item) -> list[Actor]:
    """Return the actors that the source of ``item`` is resolved to."""
    span = Span.of(doc.text, *item.source)
    return [annotation.actors[number] for number in resolve(doc, annotation, (span,))]


def _actor(actor: Actor) -> Row:
    named = any(m.kind == "name" for m in actor.mentions) and actor.type != "group"
    mentions = [(m.span.start, m.span.end) for m in actor.mentions]
    return {"name": actor.name, "named": named, "mentions": mentions}
