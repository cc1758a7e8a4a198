"""Read Markdown: the marks go, the words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from sayso.gather.draft import Draft
from sayso.gather.header import split_header
from sayso.gather.normalise import normalise

# In this order: whole blocks first, then marks inside a line.
DROPPED = [
    re.compile(r"^(```|~~~).*?(?:^\1[ ]*$|\Z)", re.DOTALL | re.MULTILINE),  # code
    re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL),
    re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE),
    re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:[ ]*\S.*$", re.MULTILINE),  # where a link leads
    re.compile(r"^[ ]*\|.*$", re.MULTILINE),  # table rows
    re.compile(r"^[ ]{0,3}(?:[-*_][ ]*){3,}$|^[ ]{0,3}=+[ ]*$", re.MULTILINE),  # rules, lines under headings
    re.compile(r"!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"),  # pictures
    re.compile(r"<(?:https?|mailto):[^<>\s]*>"),
    re.compile(r"</?[A-Za-z][^<>\n]*>"),
    re.compile(r"\[\^[^\]\n]+\]"),  # notes
]
LINK = re.compile(r"\[([^\[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])")
STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*_])")
CODE = re.compile(r"(`+)([^`\n]+)\1")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~|])")
HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ ]+(.+?)[ ]*#*$")
TITLE = re.compile(r"\A\s*#[ ]+(.+?)[ ]*#*\n|\A\s*(\S.*)\n=+[ ]*(?:\n|\Z)")
QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?)+")
ITEM = re.compile(r"^[ ]*(?:[-*+]|\d{1,3}[.)])[ ]+")


def read(text: str) -> Iterator[Draft]:
    """Yield the article of a Markdown file; the first heading of level one is its title unless the header has one."""
    draft = split_header(normalise(text))
    title = TITLE.match(draft.text + "\n")
    named = _inline(title[1] or title[2]) if title else None
    yield replace(draft, title=draft.title or named, text=plain(draft.text))


def plain(text: str) -> str:
    """Return the words of a Markdown text: headings and list items on lines of their own, each paragraph on one."""
    for pattern in DROPPED:
        text = pattern.sub("", text)
    return "\n\n".join(b for b in map(_block, re.split(r"\n[ ]*\n", text)) if b)


def _block(block: str) -> str:
    lines: list[str] = []
    joins = False
    for raw in block.split("\n"):
        line = QUOTE.sub("", raw)
        heading, item = HEADING.match(line), ITEM.match(line)
        words = heading[1] if heading else line[item.end() :] if item else line
        if joins and lines and not heading and not item:
            lines[-1] += " " + words.strip()
        else:
            lines.append(words.strip())
        joins = not heading and not line.endswith(("  ", "\\"))
    return "\n".join(filter(None, (_inline(line) for line in lines)))


def _inline(line: str) -> str:
    line = CODE.sub(r"\2", LINK.sub(r"\1", line))
    for pattern in (STRONG, STRONG, EMPHASIS):
        line = pattern.sub(r"\2", line)
    return unescape(ESCAPE.sub(r"\1", line)).strip()
