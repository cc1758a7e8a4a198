"""What many tests use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sayso.annotate import annotate
from sayso.model import Annotation, Article, Comparison, Gathered
from sayso.pipeline import read_story


@pytest.fixture(scope="session")
def read() -> Callable[..., Annotation]:
    """Annotate a text: ``read("…", published=date(2024, 5, 3))``."""

    def run(text: str, published: date | None = None, name: str = "test") -> Annotation:
        return annotate(Article.make(text, name, published=published))

    return run


@pytest.fixture(scope="session")
def tell() -> Callable[..., Comparison]:
    """Compare articles: ``tell(Tribune=("2031-05-03", "…"), Herald=(None, "…"))``, outlets by name."""

    def run(**articles: tuple[str | None, str]) -> Comparison:
        made = [
            Article.make(text, outlet, outlet=outlet, published=date.fromisoformat(day) if day else None)
            for outlet, (day, text) in articles.items()
        ]
        return read_story(Gathered(tuple(made)))

    return run
