"""The brief as Markdown (CommonMark): a heading a section, a list item a line, citations in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.brief.cite import article_numbers, bracketed
from sayso.brief.clean import one_line
from sayso.brief.layout import numbered, parts_of, repeated
from sayso.model import Brief, Line, Section

# Whatever Markdown could read as markup, HTML or a link. The backslash form holds in CommonMark for all of these.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_LIST_START = re.compile(r"^(\d+)([.)])(\s)|^([-+=])")


def to_markdown(brief: Brief) -> str:
    """Return the whole brief; nothing is shortened, and an article's words cannot become markup."""
    return "\n".join(_lines(brief)) + "\n"


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    plain = _MARKUP.sub(r"\\\1", one_line(text))
    return _LIST_START.sub(lambda m: f"{m[1]}\\{m[2]}{m[3]}" if m[1] else f"\\{m[4]}", plain)


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {escape(brief.title)}"
    if brief.as_of:
        yield ""
        changes = f"Changes from {brief.since} to" if brief.since else "As of"
        yield escape(f"{changes} {brief.as_of}.")
    numbers = article_numbers(brief)
    for section in brief.sections:
        if section.lines or section.more:
            yield from _section(section, brief, numbers)
    if brief.skipped:
        yield from ("", "## Not read", "")
        yield from (f"- {escape(str(skipped))}" for skipped in brief.skipped)


def _section(section: Section, brief: Brief, numbers: dict[str, int]) -> Iterator[str]:
    yield from ("", f"## {escape(section.title)}", "")
    lines = numbered(section, brief)
    for line, parts in zip(lines, parts_of(lines), strict=True):
        cites = "" if repeated(line, parts) else bracketed(line.citations, numbers)
        yield f"{'  ' * line.level}- {_item(line, cites)}"
    if section.more:
        yield from ("", f"*{section.more} more in the full brief.*")


def _item(line: Line, cites: str) -> str:
    note = escape(line.note)
    parts = [
        "⚠" if line.warn else "",
        f"**{escape(line.label)}**" if line.label else "",
        escape(line.text),
        (f"— *{note}*" if line.text else f"*{note}*") if note else "",
        cites,
    ]
    return " ".join(part for part in parts if part)
