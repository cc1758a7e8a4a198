"""Take the header off a text file: "Title: …", "Outlet: …", "Date: …", or a block between lines of three hyphens."""

from __future__ import annotations

import re
from itertools import takewhile

from sayso.gather.draft import Draft
from sayso.gather.fields import draft_of, known_keys

FENCED = re.compile(r"\A\s*---[ ]*\n(.*?)\n(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
PAIR = re.compile(r"([A-Za-z][A-Za-z _-]{1,24}):[ ]*(.*)")
BYLINE = {"author", "by", "byline", "section", "tags", "language", "lang", "category", "updated", "authors"}


def split_header(text: str) -> Draft:
    """Return the draft of ``text`` (plain line ends): what its header states, and the text below the header."""
    if fenced := FENCED.match(text):
        pairs = [_pair(line) for line in fenced[1].split("\n")]
        if any(p and p[0] in known_keys() for p in pairs):
            return draft_of(dict(p for p in pairs if p), text[fenced.end() :])
    lines = text.lstrip("\n").split("\n")
    head = list(takewhile(lambda pair: pair is not None and _stated(pair), map(_pair, lines)))
    blank = len(head) < len(lines) and not lines[len(head)].strip()
    if not head or (len(head) < 2 and not blank):
        return Draft(text)
    return draft_of(dict(p for p in head if p), "\n".join(lines[len(head) :]))


def _stated(pair: tuple[str, str]) -> bool:
    key, value = pair
    return bool(value) and (key in BYLINE or known_keys().get(key, "text") != "text")


def _pair(line: str) -> tuple[str, str] | None:
    found = PAIR.fullmatch(line.strip())
    return (found[1].strip().lower().replace(" ", "_"), found[2].strip().strip("\"'")) if found else None
