"""The brief for a terminal: one aligned label column, dim citations, cautions marked with "!"."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from sayso.brief.cite import article_numbers, bracketed
from sayso.brief.clean import cut, one_line, shorten
from sayso.brief.layout import joined, numbered, parts_of, repeated
from sayso.model import Brief, Line, Section

NARROWEST, WIDEST = 80, 120
GUTTER, GAP = 2, 2
# Labels share a column of at most so many columns; a longer one runs on, up to the second number.
LABEL_MOST, LABEL_LONGEST = 27, 60
# Rows of words and letters of note that a line of the short brief may take, so that five articles stay within
# about two screens; notes on articles and cautions are what the reader must not miss.
SHORT = (2, 72)
SHORT_BY_SECTION = {"articles": (1, 200), "actors": (1, 40), "care": (2, 120)}
# A line that tells several things, parted by these, may take a row for each of them, up to so many rows in all.
PARTING, ROWS_MOST = (" · ", " ⇄ ", " → "), 4
FULL = (6, 1000)
WORDS_LEAST = 36


def to_text(brief: Brief, width: int = 100, colour: bool = False) -> str:
    """Return the brief as lines of at most ``width`` columns (kept within 80 to 120), coloured by ANSI codes or plain.

    The result depends on nothing but the arguments: neither the terminal nor the environment is looked at.
    """
    console = _console(min(max(width, NARROWEST), WIDEST), colour)
    console.print(_title(brief))
    numbers = article_numbers(brief)
    for section in brief.sections:
        if section.lines or section.more:
            _print_section(console, section, brief, numbers)
    _print_skipped(console, brief)
    return "\n".join(line.rstrip() for line in _written(console).splitlines()) + "\n"


def _console(width: int, colour: bool) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        _environ={},
    )


def _written(console: Console) -> str:
    return console.file.getvalue() if isinstance(console.file, io.StringIO) else ""


def _title(brief: Brief) -> Text:
    facts = [f"{len(brief.articles)} article{'' if len(brief.articles) == 1 else 's'}"]
    as_of = f"changes from {brief.since} to {brief.as_of}" if brief.since else f"as of {brief.as_of}"
    facts += [as_of] if brief.as_of else []
    return Text.assemble((one_line(brief.title), "bold"), ("  " + " · ".join(facts), "dim"))


def _print_section(console: Console, section: Section, brief: Brief, numbers: dict[str, int]) -> None:
    console.print()
    console.print(_heading(section.title, section.more))
    lines = joined(numbered(section, brief))
    column = _label_column(lines)
    most = FULL if brief.full else SHORT_BY_SECTION.get(section.key, SHORT)
    for line, parts in zip(lines, parts_of(lines), strict=True):
        cites = "" if section.key == "articles" or repeated(line, parts) else bracketed(line.citations, numbers)
        for row in _rows(console, line, column, cites, most if brief.full else _roomier(most, line)):
            console.print(row, soft_wrap=True)


def _roomier(most: tuple[int, int], line: Line) -> tuple[int, int]:
    return min(most[0] + sum(line.text.count(mark) for mark in PARTING), max(most[0], ROWS_MOST)), most[1]


def _heading(title: str, more: int = 0) -> Rule:
    left_out = f"  {more} more with --full" if more else ""
    return Rule(Text.assemble((one_line(title).upper(), "bold"), (left_out, "dim")), align="left", style="dim")


def _label_column(lines: Sequence[Line]) -> int:
    """Columns that the labels take, with the gap after them: the widest of those that are not too wide."""
    widths = [cell_len(one_line(line.label)) + GUTTER * line.level for line in lines if line.label]
    return max((w for w in widths if w <= LABEL_MOST), default=LABEL_MOST // 2) + GAP if widths else 0


def _rows(console: Console, line: Line, column: int, cites: str, most: tuple[int, int]) -> Iterator[Text]:
    """Lay a line out: gutter, label and the wrapped words with their note and citation, hanging under each other.

    A label wider than its column runs on into the words' first row.
    """
    head = _head(line)
    indent = GUTTER + column if line.label or line.level else GUTTER
    room = console.width - indent
    over = max(head.cell_len - indent, 0) if line.label else 0
    words = _words(line, cites, most[0] * room - over, most[1])
    filler = Text("x" * (over - 1) + " ") if over else Text()
    for place, row in enumerate((filler + words).wrap(console, room, overflow="fold")):
        row.rstrip()
        first = Text.assemble(head, " " * max(indent - head.cell_len, 0), row[over:])
        yield first if place == 0 else Text.assemble(" " * indent, row)


def _head(line: Line) -> Text:
    gutter = ("! ", "bold yellow") if line.warn else ("  ", "")
    if not line.label:
        return Text.assemble(gutter)
    label = cut(one_line(line.label), LABEL_LONGEST)
    return Text.assemble(gutter, " " * GUTTER * line.level, (label, "cyan" if line.level else "bold cyan"), " " * GAP)


def _words(line: Line, cites: str, limit: int, note_most: int) -> Text:
    note = cut(one_line(line.note), note_most)
    cited = [span.text for citation in line.citations for span in citation.spans]
    # A row is seldom full to its last column, so there is some slack for that besides the dash and the blanks.
    room = limit - len(cites) - len(note) - (4 if limit < NARROWEST else 14)
    words = shorten(one_line(line.text), cited, max(room, WORDS_LEAST))
    body = Text(words, "" if line.label or line.level else "bold")
    if note:
        body.append(f" — {note}" if words else note, "italic")
    if cites:
        body.append(f" {cites}", "dim")
    return body


def _print_skipped(console: Console, brief: Brief) -> None:
    if not brief.skipped:
        return
    console.print()
    console.print(_heading("Not read"))
    for skipped in brief.skipped:
        text = Text(one_line(str(skipped)))
        for row in text.wrap(console, console.width - 2 * GUTTER, overflow="fold"):
            console.print(Text(" " * GUTTER) + row, soft_wrap=True)
