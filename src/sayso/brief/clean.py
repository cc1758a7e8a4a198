"""Make an article's words safe and quiet for one line of output, and short where there is little room."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Control characters could drive a terminal; the bidirectional overrides could make a line read as another.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")
_CLOSERS = {"“": "”", "«": "»", "„": "“"}


def one_line(text: str) -> str:
    """Return the text on one line, without control characters or direction overrides."""
    return _UNSAFE.sub("", _BLANKS.sub(" ", text)).strip()


def shorten(text: str, cited: Iterable[str], limit: int) -> str:
    """Bring ``text`` down to about ``limit`` characters by cutting its longest cited words at a word border.

    The fixed phrases around the cited words stay, as they say what the words are; where the words do not
    stand in the text as they are cited, its end is cut.
    """
    over = len(text) - limit
    if over <= 0:
        return text
    longest = max((c for c in map(one_line, cited) if len(c) > over + 20 and c in text), key=len, default=None)
    if longest is None:
        return cut(text, limit)
    return text.replace(longest, cut(longest, len(longest) - over), 1)


def cut(text: str, limit: int) -> str:
    """Cut at the last word border before ``limit`` characters, and close a quotation mark left open."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    border = kept.rfind(" ")
    kept = kept[:border] if border > limit // 2 else kept
    kept = kept.rstrip(" ,;:.–—-(“‘«") + "…"
    return kept + next((close for open_, close in _CLOSERS.items() if kept.count(open_) > kept.count(close)), "")
