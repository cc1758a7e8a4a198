from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from sayso.gather import gather, markdown, table
from sayso.gather.draft import Draft
from sayso.gather.header import split_header
from sayso.gather.unwrap import unwrap
from sayso.model import Article, Skipped

BODY = "The river fell overnight, the council said. Three bridges in the valley stay closed to lorries and to cars."
PAGE = """<!doctype html><html><head><title>River falls - Valley Times</title>
<meta property="og:site_name" content="Valley Times">{head}</head>
<body><nav>Home | Sport</nav><article><h1>River falls</h1><p>{body}</p><script>alert("x")</script>
<p>Crews had checked every house by noon, and nobody is missing any more, they said.</p></article>
<footer>© 2019-01-01 Valley Times</footer></body></html>"""


def page(tmp_path: Path, head: str = "", body: str = BODY) -> Article:
    (tmp_path / "p.html").write_text(PAGE.format(head=head, body=body))
    return gather([tmp_path / "p.html"]).articles[0]


def test_page_gives_its_article_without_menus_and_scripts(tmp_path: Path) -> None:
    article = page(tmp_path)
    assert BODY in article.text
    assert not any(word in article.text for word in ("alert", "Sport", "2019"))
    assert (article.title, article.outlet) == ("River falls", "Valley Times")


def test_page_date_is_taken_from_what_the_page_states(tmp_path: Path) -> None:
    meta = '<meta property="article:published_time" content="2023-09-01T23:30:00-05:00">'
    linked = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-09-02"}</script>'
    assert page(tmp_path, meta).published == date(2023, 9, 1)
    assert page(tmp_path, linked).published == date(2023, 9, 2)
    assert page(tmp_path, body=f'<time datetime="2023-09-03">Sunday</time> {BODY}').published == date(2023, 9, 3)


def test_page_date_is_never_guessed(tmp_path: Path) -> None:
    assert page(tmp_path, body=f"On 3 March 2022, it rained. {BODY}").published is None


def test_header_states_title_outlet_date_and_url() -> None:
    draft = split_header(
        f"Title: River falls\nOutlet: Valley Times\nDate: 3 May 2024\nURL: https://v.example/1\n\n{BODY}"
    )
    assert draft == Draft(f"\n{BODY}", "River falls", "Valley Times", date(2024, 5, 3), "https://v.example/1")


def test_fenced_header_states_the_same_and_other_keys_are_left_out() -> None:
    draft = split_header(f'---\ntitle: "River falls"\ndate: 2024-05-03T08:00:00Z\nmood: grey\n---\n{BODY}')
    assert (draft.text, draft.title, draft.published) == (BODY, "River falls", date(2024, 5, 3))


def test_first_sentence_with_a_colon_is_no_header() -> None:
    for text in ("Verdict: guilty\n\nThe court rose.", "London: rain again\n\nIt rained.", "Title:\n\nIt rained."):
        assert split_header(text) == Draft(text)


def test_date_that_can_be_read_two_ways_is_unknown() -> None:
    assert split_header(f"Title: River\nDate: 03/05/2024\n\n{BODY}").published is None


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    text = markdown.plain(
        "# River *falls*\n\nThe **council** said on [Friday](http://v.example/a_(b)) that\n"
        "three `bridges` stay\\* closed [sic].\n\n- one_two_three\n- ~~four~~\n\n"
        "> quoted\n> words\n\n```\ncode\n```\n<script>alert(1)</script>\n\n"
        "---\n"
        "![map](m.png)\n\n| a | b |\n|---|---|\n"
    )
    assert text == (
        "River falls\n\nThe council said on Friday that three bridges stay* closed [sic].\n\none_two_three\nfour\n\n"
        "quoted words"
    )


def test_markdown_heading_is_the_title() -> None:
    (draft,) = markdown.read(f"# River falls\n\n{BODY}")
    assert (draft.title, draft.text) == ("River falls", f"River falls\n\n{BODY}")
    (draft,) = markdown.read(f"River falls\n===========\n{BODY}")
    assert draft.title == "River falls"


def test_rows_know_many_names_for_the_same_field() -> None:
    row = {"Body": BODY, "headline": "H", "publisher": {"name": "P"}, "published_at": "2024-05-03T10:00", "doc_id": 7}
    assert list(table.read(json.dumps(row))) == [Draft(BODY, "H", "P", date(2024, 5, 3), id="7", row=1)]


def test_bad_rows_are_named_by_their_line_and_the_rest_is_read() -> None:
    lines = ["{", json.dumps([1]), "", json.dumps({"title": "x"}), json.dumps({"text": 3}), json.dumps({"text": BODY})]
    read = list(table.read("\n".join(lines)))
    assert [r.name for r in read if isinstance(r, Skipped)] == ["1", "2", "4", "5"]
    assert [r.row for r in read if isinstance(r, Draft)] == [6]


def test_rows_of_the_same_id_go_by_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(json.dumps({"text": BODY, "id": "same"}) for _ in range(2)))
    assert [a.name for a in gather([file]).articles] == [f"{file}:1", f"{file}:2"]


def test_lines_broken_at_a_fixed_width_are_joined() -> None:
    lines = [
        "The river fell overnight in most of the towns",
        "in the northern valleys, the council said, and",
        "three bridges stay shut.",
    ]
    block = "\n".join(lines)
    assert unwrap(f"{block}\n\n{block}") == f"{' '.join(lines)}\n\n{' '.join(lines)}"


def test_short_lines_and_one_line_paragraphs_are_left_alone() -> None:
    for text in ("River falls\nBy Jane Doe\nMarsa\nToday\nIt rained.", f"{BODY}\n{BODY}\n{BODY}\n{BODY}\n{BODY}"):
        assert unwrap(text) == text
