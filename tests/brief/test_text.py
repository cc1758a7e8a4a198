from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from sayso.brief.text import to_text
from sayso.model import Brief, Line, Section


def _with(brief: Brief, *lines: Line, more: int = 0) -> Brief:
    return replace(brief, sections=(Section("says", "Who says what", lines, more),), skipped=())


def _row(text: str, words: str) -> str:
    return next(row for row in text.splitlines() if words in row)


@pytest.mark.parametrize("width", [80, 100, 120])
def test_no_row_is_wider_than_the_terminal(brief: Brief, width: int) -> None:
    assert max(cell_len(row) for row in to_text(brief, width).splitlines()) <= width


def test_width_stays_within_80_and_120_columns(brief: Brief) -> None:
    assert to_text(brief, 10) == to_text(brief, 80)
    assert to_text(brief, 500) == to_text(brief, 120)


def test_plain_text_has_no_escape_codes_and_no_trailing_blanks(brief: Brief) -> None:
    rows = to_text(brief).splitlines()
    assert not any("\x1b" in row or row != row.rstrip() for row in rows)


def test_colour_changes_nothing_but_colour(brief: Brief) -> None:
    coloured = to_text(brief, colour=True)
    assert "\x1b[" in coloured
    assert [row.split() for row in _stripped(coloured)] == [row.split() for row in to_text(brief).splitlines()]


def _stripped(text: str) -> list[str]:
    return re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()


def test_citations_name_article_and_sentence_from_one(brief: Brief) -> None:
    assert _row(to_text(brief), "two loud blasts").endswith("[1:6, 3:3]")


def test_a_head_does_not_repeat_the_citations_of_its_parts(brief: Brief) -> None:
    blasts = brief.sections[3].lines[1]
    text = to_text(_with(brief, Line("two accounts", blasts.citations), blasts))
    assert text.count("[1:6, 3:3]") == 1


def test_articles_are_numbered_as_citations_name_them(brief: Brief) -> None:
    assert "  1 Alder Courier  Fire tears through grain store at Port Alder — 4 March 2031" in to_text(brief)
    assert _row(to_text(brief), "wire.txt").startswith("! 3 wire.txt")


def test_an_article_without_an_outlet_goes_by_its_number(brief: Brief) -> None:
    text = to_text(_with(brief, Line("a fire", (), "wire.txt, Ines Dahl", "wire.txt; ledger.html")))
    assert "article 3, Ines Dahl  a fire — article 3; ledger.html" in text


def test_a_head_with_one_part_is_one_row(brief: Brief) -> None:
    part = Line("19 people", (brief.sections[2].lines[3].citations), "6 March", "fire brigade", 1)
    text = to_text(_with(brief, Line("hurt", part.citations), part))
    assert "  6 March  hurt: 19 people — fire brigade [2:2]" in text


def test_cautions_about_an_article_are_never_cut(brief: Brief) -> None:
    lines = list(brief.sections[0].lines)
    lines[2] = replace(
        lines[2], note="near copy of [1]; has a satirical passage, not counted as a voice; and more words"
    )
    text = to_text(replace(brief, sections=(replace(brief.sections[0], lines=tuple(lines)),)))
    assert "not counted as a voice; and more words" in " ".join(text.split())


def test_labels_of_a_section_share_a_column(brief: Brief) -> None:
    text = to_text(brief)
    assert _row(text, "19 people —").index("19 people") == _row(text, "At least 12").index("At least 12")


def test_a_label_wider_than_its_column_runs_on(brief: Brief) -> None:
    long = "the regional office for the protection of harbours"
    text = to_text(_with(brief, Line("closed the quay " * 12, (), long), Line("no comment", (), "mayor")))
    assert f"  {long}  closed the quay" in text
    assert max(map(len, text.splitlines())) <= 100


def test_long_cited_words_are_cut_at_a_word_border_and_fixed_phrases_stay(brief: Brief) -> None:
    line = brief.sections[4].lines[1]
    shown = to_text(_with(brief, replace(line, text=f"says: {line.text} (so far)")))
    flat = " ".join(shown.split())
    assert "says: Dust clouds of the size" in flat
    assert "… (so far)" in flat
    assert "been at work inside" not in flat


def test_full_brief_shows_long_words_whole(brief: Brief) -> None:
    assert "been at work inside" in " ".join(to_text(replace(brief, full=True)).split())


def test_what_the_short_brief_leaves_out_is_counted(brief: Brief) -> None:
    assert "FIGURES  2 more with --full ─" in to_text(brief)


def test_skipped_inputs_stand_in_the_brief(brief: Brief) -> None:
    assert "photo.jpg: binary file (give its caption as text)" in to_text(brief)


def test_day_of_an_as_of_brief_is_in_its_head(brief: Brief) -> None:
    assert "as of 2031-03-05" in to_text(replace(brief, as_of="2031-03-05")).splitlines()[0]


def test_words_cannot_drive_the_terminal(brief: Brief) -> None:
    text = to_text(_with(brief, Line("a\x1b[2Jb\x07\u202ec\nd [bold]e[/bold] :smile:", (), "x\x1b]0;t")))
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
    assert "d [bold]e[/bold] :smile:" in text


def test_wide_and_combining_characters_keep_the_columns(brief: Brief) -> None:
    text = to_text(_with(brief, Line("港で火事 🔥 " * 30, (), "港湾局"), Line("e\u0301tat", (), "mairie")))
    assert max(cell_len(row) for row in text.splitlines()) <= 100


def test_a_word_without_blanks_is_folded(brief: Brief) -> None:
    text = to_text(_with(brief, Line("x" * 400, (), "source")))
    assert max(map(len, text.splitlines())) <= 100


def test_an_empty_brief_is_its_title(brief: Brief) -> None:
    assert to_text(Brief("No articles", (), ())) == "No articles  0 articles\n"
