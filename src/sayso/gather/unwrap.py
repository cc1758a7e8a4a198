"""Join the lines of a text that was broken at a fixed width: a line end inside a paragraph is no sentence end."""

from __future__ import annotations

NARROWEST, WIDEST = 40, 110
SENTENCE_END = (".", "!", "?", ":", ";", '"', "”", "…")


def unwrap(text: str) -> str:
    """Return ``text`` with each paragraph on one line if it is broken at a fixed width, else unchanged."""
    if not _is_wrapped(text):
        return text
    return "\n\n".join(_join(block) for block in text.split("\n\n"))


def _is_wrapped(text: str) -> bool:
    lines = [line for line in text.split("\n") if line]
    width = max(map(len, lines), default=0)
    inner = [line for block in text.split("\n\n") for line in block.split("\n")[:-1]]
    if len(inner) < 4 or not NARROWEST <= width <= WIDEST:
        return False
    full = sum(len(line) > 0.7 * width for line in inner)
    ended = sum(line.endswith(SENTENCE_END) for line in inner)
    return full > 0.8 * len(inner) and ended < 0.5 * len(inner)


def _join(block: str) -> str:
    return " ".join(line.strip() for line in block.split("\n"))
