"""The tests here describe the trained reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sayso.annotate import annotate
from sayso.model import Annotation, Article


@pytest.fixture(scope="session")
def read() -> Callable[..., Annotation]:
    """Annotate a text as a brief does: ``read("…", published=date(2024, 5, 3))``."""

    def run(text: str, published: date | None = None, name: str = "test") -> Annotation:
        return annotate(Article.make(text, name, published=published))

    return run
