"""Text that is not UTF-8: the two old encodings of English first, then charset-normalizer's judgement."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from sayso.gather.draft import CannotReadError

ENGLISH = ("cp1252", "mac_roman")
MARKS = "“”‘’„«»–—…•€£©®°½¼¾·§\u00a0"
ACCENTED = re.compile(r"(?<=[a-zà-ÿ])[à-ÿœ]|[à-ÿœÀ-ÖØ-ÞŒ](?=[a-zà-ÿ])")
SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
SAMPLE = 200_000


def decode_legacy(data: bytes) -> str:
    """Return the text of ``data``, which is not UTF-8.

    Raises:
        CannotReadError: no encoding fits well enough to be sure.
    """
    if _mostly_utf8(data):
        raise _untold()
    fitting = (text for encoding in ENGLISH if _plausible(text := data.decode(encoding, "replace")))
    return next(fitting, None) or _judged(data)


def _untold() -> CannotReadError:
    return CannotReadError("its encoding cannot be told, or it mixes several", "save it as UTF-8 text")


def _mostly_utf8(data: bytes) -> bool:
    """Whether most bytes beyond ASCII are UTF-8, so that the others must come from a second encoding."""
    beyond = sum(b > 0x7F for b in data)
    return sum(map(len, SEQUENCE.findall(data))) > 0.5 * beyond


def _plausible(text: str) -> bool:
    """Whether the characters beyond ASCII are few and such as English text has: quotation marks, dashes, accents."""
    beyond = [c for c in text if c > "\x7f"]
    fitting = sum(c in MARKS for c in beyond) + len(ACCENTED.findall(text))
    return len(beyond) < 0.15 * len(text) and fitting >= 0.95 * len(beyond)


def _judged(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE]).best()
    text = data.decode(best.encoding, "replace") if best else ""
    if best is None or best.chaos > 0.1 or "\ufffd" in text:
        raise _untold()
    return text
