"""Show a brief in one of its formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.brief.html import to_html
from sayso.brief.json import to_json
from sayso.brief.markdown import to_markdown
from sayso.brief.text import to_text
from sayso.errors import UsageError
from sayso.model import Brief

FORMATS: Mapping[str, Callable[[Brief], str]] = {
    "text": to_text,
    "markdown": to_markdown,
    "html": to_html,
    "json": to_json,
}


def render(brief: Brief, kind: str = "text") -> str:
    """Return the brief as "text", "markdown", "html" or "json". Raises UsageError for any other name."""
    if kind not in FORMATS:
        raise UsageError(f'there is no format "{kind}": choose {", ".join(FORMATS)}')
    return FORMATS[kind](brief)
