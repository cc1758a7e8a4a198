"""sayso: on whose say-so? Reads the coverage of a story and shows who says what.

>>> import sayso
>>> story = sayso.read("articles/")  # doctest: +SKIP
>>> story.figures.to_pandas()  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.api import Story as Story
    from sayso.api import annotate_text as annotate_text
    from sayso.api import group as group
    from sayso.api import read as read
    from sayso.api import read_all as read_all
    from sayso.api import render as render

__version__ = "0.1.0"
__all__ = ["Story", "__version__", "annotate_text", "group", "read", "read_all", "render"]

# Looked up on first use: ``import sayso`` and ``sayso --help`` need not wait for spaCy.
_WHERE = dict.fromkeys(("Story", "annotate_text", "group", "read", "read_all", "render"), "sayso.api")


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_WHERE})
