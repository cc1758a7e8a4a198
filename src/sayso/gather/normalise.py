"""Normalise a text once, before any span of it exists."""

from __future__ import annotations

import re
import unicodedata

LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
BLANKS = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Control characters, soft hyphens, zero-width and direction marks, byte-order marks, halves of surrogate pairs.
# A zero-width joiner stays where it holds an emoji together.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
    r"|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
TRAILING = re.compile(r" +$", re.MULTILINE)
GAPS = re.compile(r"\n{3,}")


def normalise(text: str) -> str:
    """Return ``text`` in NFC with plain blanks and line ends and without characters that nobody sees.

    Paragraphs stay: a blank line stays one blank line. ``normalise(normalise(t)) == normalise(t)``.
    """
    text = BLANKS.sub(" ", LINE_ENDS.sub("\n", text))
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    return GAPS.sub("\n\n", TRAILING.sub("", text)).strip("\n").strip(" ")


def one_line(text: str) -> str:
    """Return a title, outlet or other short field on one line."""
    return " ".join(normalise(text).split())
