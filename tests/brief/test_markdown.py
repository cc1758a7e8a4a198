from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.brief.markdown import escape, to_markdown
from sayso.model import Brief, Line, Section


def test_each_section_is_a_heading_and_each_line_an_item(brief: Brief) -> None:
    shown = to_markdown(brief).splitlines()
    assert [row for row in shown if row.startswith("## ")][:3] == [
        "## Articles",
        "## Confirmed, and by whom",
        "## Figures",
    ]
    assert "  - **6 Mar 2031** 19 people — *fire brigade* [2:2]" in shown


def test_nothing_is_shortened(brief: Brief) -> None:
    assert "been at work inside" in to_markdown(brief)


def test_cautions_are_marked(brief: Brief) -> None:
    assert "- ⚠ **unnamed source** Sources close to the inquiry [2:4]" in to_markdown(brief)


def test_articles_are_numbered(brief: Brief) -> None:
    assert "- **2 The Ledger** Port Alder blaze: toll rises — *6 March 2031*" in to_markdown(brief)


def test_skipped_inputs_are_listed(brief: Brief) -> None:
    assert "## Not read\n\n- photo.jpg: binary file (give its caption as text)" in to_markdown(brief)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("*stars* and _lines_", r"\*stars\* and \_lines\_"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[click](javascript:x)", r"\[click\](javascript:x)"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("- no item", r"\- no item"),
        ("two\nlines", "two lines"),
        ("a &lt; b", r"a \&lt; b"),
    ],
)
def test_words_never_become_markup(words: str, shown: str) -> None:
    assert escape(words) == shown


def test_a_brief_as_of_a_day_says_so(brief: Brief) -> None:
    assert "As of 2031-03-05." in to_markdown(replace(brief, as_of="2031-03-05"))


def test_a_line_of_nothing_but_a_note_has_no_dash(brief: Brief) -> None:
    only = replace(brief, sections=(Section("care", "Care", (Line("", (), "", "no source"),)),))
    assert "- *no source*" in to_markdown(only)
