"""From bytes to text: UTF-8 first, then what the bytes themselves show; never silently wrong."""

from __future__ import annotations

import codecs
from importlib import import_module

from sayso.data.loading import table
from sayso.gather.draft import CannotReadError

MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
LOOKED_AT = 8192
ADVICE = "save it as UTF-8 text"


def decode(data: bytes) -> str:
    """Return the text that ``data`` encodes.

    Raises:
        CannotReadError: a binary file, or an encoding that cannot be told for certain.
    """
    if name := next((row[1] for row in table("magic") if data.startswith(bytes.fromhex(row[0]))), None):
        raise CannotReadError(f"{name}, not text", "save the article's text as .txt")
    encoding = next((e for mark, e in MARKS if data.startswith(mark)), None) or _wide(data[:LOOKED_AT])
    if encoding:
        return _strict(data, encoding)
    if b"\0" in data[:LOOKED_AT]:
        raise CannotReadError("a binary file, not text", "save the article's text as .txt")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.start >= len(data) - 3 and error.reason == "unexpected end of data"
    # Cut off in the middle of a character: all before it is right. Else not UTF-8.
    return data.decode("utf-8", "ignore") if cut else str(import_module("sayso.gather.legacy").decode_legacy(data))


def _wide(head: bytes) -> str | None:
    """Return UTF-16 with its byte order where nearly every other byte is zero, as in English text, else None."""
    even, odd = head[::2], head[1::2]
    if len(head) < 4:
        return None
    zero_even, zero_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zero_odd > 0.7 and zero_even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if zero_even > 0.7 and zero_odd < 0.05 else None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise CannotReadError(f"broken {encoding.removesuffix('-sig').upper()}", ADVICE) from None
