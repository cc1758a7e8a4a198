"""Tell what a stream without a file name holds."""

from __future__ import annotations

import json
import re

HTML = re.compile(r"\s*<(?:!doctype html|html|head|body|article|div|p|h1|section|main|\?xml|!--)", re.IGNORECASE)


def sniff(text: str) -> str:
    """Return the name of the reader for ``text``: "table" (JSON lines), "html" or "text"."""
    if HTML.match(text.lstrip("\ufeff")):
        return "html"
    first = text.lstrip("\ufeff \n\r\t").partition("\n")[0]
    return "table" if first.startswith("{") and _is_object(first) else "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
