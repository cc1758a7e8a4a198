"""sayso's annotation by rules, parsing included."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.contestants import Work
from sayso.annotate import annotate_all
from sayso.annotate.reader import parser
from sayso.model import Article


def ready() -> Work:
    """Load the parser; the work is to annotate."""
    return annotating(fast=True)


def annotating(fast: bool) -> Work:
    """Load the parser and return what annotates texts."""
    parser()

    def work(texts: Sequence[str]) -> int:
        articles = [Article.make(text, str(n)) for n, text in enumerate(texts)]
        return sum(len(annotation.sentences) for annotation in annotate_all(articles, fast=fast))

    return work
