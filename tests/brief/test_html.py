from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sayso.brief.html import to_html
from sayso.model import Brief, BriefArticle, Citation, Line, Section, Series, Skipped, Span

NASTY = """<script>alert(1)</script>
"><img src=x onerror=alert(2)> </style></title></textarea><svg onload=alert(3)>
{{ 7 * 7 }} {% raw %} javascript:alert(4) &lt;b&gt; \u202e
"""


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def _tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Tags()
    parser.feed(html)
    return parser.tags


def _nasty() -> Brief:
    span = Span.of(NASTY, 0, len(NASTY) - 1)
    cited = Citation("x", 0, (span, Span.of(NASTY, 5, 30)))
    article = BriefArticle(
        1, "x", NASTY, NASTY, NASTY, None, None, NASTY, "javascript:alert(5)", NASTY, (span,), (NASTY,)
    )
    line = Line(NASTY, (cited,), NASTY, NASTY, 0, True)
    return Brief(NASTY, (article,), (Section("says", NASTY, (line,)),), (), (Skipped(NASTY, NASTY, NASTY),))


def test_equal_briefs_give_equal_files(brief: Brief) -> None:
    assert to_html(brief) == to_html(brief)


def test_nothing_is_loaded_from_elsewhere(brief: Brief) -> None:
    loading = {"src", "srcset", "data", "poster", "background", "action", "style"}
    for tag, attributes in _tags(to_html(brief)):
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form", "video", "audio")
        assert not loading & attributes.keys()
    assert "url(" not in to_html(brief) and "@import" not in to_html(brief)


def test_policy_allows_this_style_and_this_script_and_nothing_else(brief: Brief) -> None:
    html = to_html(brief)
    policy = next(a["content"] for t, a in _tags(html) if t == "meta" and a.get("http-equiv"))
    assert policy and policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_markup_in_an_article_stays_text() -> None:
    html = to_html(_nasty())
    tags = _tags(html)
    assert [t for t, _ in tags].count("script") == 1
    assert not any(t == "img" or a.keys() & {"onerror", "onload"} for t, a in tags)
    assert "alert(1)&lt;/script&gt;" in html
    assert "{{ 7 * 7 }}" in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/hosts", "//x", "http://[", ""])
def test_only_web_addresses_become_links(brief: Brief, url: str) -> None:
    changed = replace(brief, articles=(replace(brief.articles[1], url=url),))
    assert not [a for t, a in _tags(to_html(changed)) if t == "a" and a.get("rel")]


def test_a_web_address_is_linked_without_a_referrer(brief: Brief) -> None:
    (link,) = [a for t, a in _tags(to_html(brief)) if t == "a" and a.get("rel")]
    assert link["href"] == "https://ledger.example/port-alder"
    assert link["rel"] == "noopener noreferrer nofollow"


def test_every_citation_leads_to_a_sentence_and_to_marked_words(brief: Brief) -> None:
    tags = _tags(to_html(brief))
    ids = {a["id"] for _, a in tags if a.get("id")}
    marked = {n for t, a in tags if t == "mark" for n in (a.get("data-c") or "").split()}
    links = [a for t, a in tags if t == "a" and a.get("data-c")]
    assert len(links) == 19
    for link in links:
        assert (link["href"] or "")[1:] in ids
        assert link["data-c"] in marked


def test_marked_words_are_the_cited_words(brief: Brief) -> None:
    html = to_html(brief)
    assert re.search(r'<mark data-c="[\d ]+">two loud blasts</mark>', html)


def test_ids_are_unique(brief: Brief) -> None:
    ids = [a["id"] for _, a in _tags(to_html(brief)) if a.get("id")]
    assert len(ids) == len(set(ids))


def test_charts_stand_with_their_series_and_have_title_and_description(brief: Brief) -> None:
    html = to_html(brief)
    assert html.count('<figure class="chart">') == 1
    assert '<title id="chart0-t">people hurt over time</title>' in html
    assert "At least 12 workers; Ines Dahl; 4 March 2031" in html


def test_series_that_the_brief_does_not_show_have_no_chart(brief: Brief) -> None:
    shown = replace(brief, sections=tuple(s for s in brief.sections if s.key != "figures"))
    assert "<figure" not in to_html(shown)


def test_series_of_one_name_have_each_their_own_chart(brief: Brief) -> None:
    twin = replace(brief.series[1], label="people hurt")
    lines = tuple(Line(r.words, (r.citation,), "undated", level=1) for r in twin.rows)
    head = Line("people hurt", tuple(r.citation for r in twin.rows))
    figures = replace(brief.sections[2], lines=(head, *lines, *brief.sections[2].lines))
    html = to_html(replace(brief, sections=(figures,), series=(brief.series[0], twin)))
    assert html.index('id="chart1-t"') < html.index('id="chart0-t"')


def test_a_figure_of_an_article_that_is_not_there_does_not_stop_the_rest(brief: Brief) -> None:
    rows = tuple(replace(r, citation=Citation("gone", 0, ())) for r in brief.series[0].rows)
    broken: Series = replace(brief.series[0], rows=rows)
    assert "people hurt" in to_html(replace(brief, series=(broken,)))


def test_skipped_inputs_and_what_is_left_out_are_shown(brief: Brief) -> None:
    html = to_html(brief)
    assert "photo.jpg" in html and "2 more in the full brief" in html


def test_an_empty_brief_is_a_page(brief: Brief) -> None:
    assert "<h1>No articles</h1>" in to_html(Brief("No articles", (), ()))
