"""The HTML brief in a real browser: what a reader clicks, presses and sees."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.brief.html import to_html
from sayso.model import Brief

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

Open = Callable[..., "playwright.Page"]

CONTRAST = """() => {
  const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const parse = s => (s.match(/[\\d.]+/g) || []).map(Number);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || !e.getClientRects().length || e.closest('script, style, title, desc')) continue;
    const style = getComputedStyle(e);
    const [a, b] = [parse(e.closest('svg') ? style.fill : style.color), ground(e)].map(light).sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) bad.push(e.className + ': ' + e.textContent.slice(0, 30));
  }
  return bad;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def opened(browser: playwright.Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a brief as a file; at the end nothing may have been asked for, complained about or run."""
    said: list[str] = []
    contexts = []

    def run(brief: Brief, width: int = 1280, scheme: str = "light") -> playwright.Page:
        target = tmp_path / "brief.html"
        target.write_text(to_html(brief), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: said.append(request.url) if request.url != target.as_uri() else None)
        page.goto(target.as_uri())
        return page

    yield run
    for context in contexts:
        context.close()
    assert said == []


def _lit(page: playwright.Page) -> list[str]:
    return [mark.inner_text() for mark in page.query_selector_all("#sources .text mark.on")]


def _in_view(page: playwright.Page, selector: str) -> bool:
    return bool(
        page.eval_on_selector(
            selector, "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
        )
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_a_click_on_a_citation_lights_its_words_and_brings_them_into_view(
    opened: Open, brief: Brief, width: int
) -> None:
    page = opened(brief, width)
    page.click("#questions .refs a")
    assert _lit(page) == ["the port could stay shut for weeks"]
    assert _in_view(page, "#sources .text mark.on")


def test_a_click_on_a_line_lights_all_that_it_cites(opened: Open, brief: Brief) -> None:
    page = opened(brief)
    page.click("#differ .line[data-c] .words")
    assert _lit(page) == ["two loud blasts", "two loud blasts"]


def test_words_that_overlap_are_lit_whole(opened: Open, brief: Brief) -> None:
    page = opened(brief)
    page.click("#articles .refs a")
    assert "".join(_lit(page)) == "Twelve workers were hurt"


def test_the_back_button_returns_to_the_line(opened: Open, brief: Brief) -> None:
    page = opened(brief, 390)
    page.click("#questions .refs a")
    page.click("#back")
    assert page.evaluate("document.activeElement.textContent") == "4:3"
    assert _in_view(page, "#questions .refs a")
    assert page.is_hidden("#back")


def test_the_browsers_own_back_returns_to_the_line(opened: Open, brief: Brief) -> None:
    page = opened(brief, 390)
    page.click("#questions .refs a")
    page.click("#a4 mark >> nth=0")
    page.click("#questions .refs a")
    page.go_back()
    page.wait_for_function("document.getElementById('back').hidden")
    assert page.evaluate("document.activeElement.textContent") == "4:3"
    assert page.inner_text("h1") == brief.title


def test_the_keyboard_does_all_that_the_pointer_does(opened: Open, brief: Brief) -> None:
    page = opened(brief)
    page.focus("#questions .refs a")
    page.keyboard.press("Enter")
    assert _lit(page) == ["the port could stay shut for weeks"]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "4:3"


def test_a_click_on_marked_words_shows_the_lines_that_cite_them(opened: Open, brief: Brief) -> None:
    page = opened(brief)
    page.click("#a4 mark >> text=the port could stay shut")
    assert page.inner_text("#questions .line.on .words") == "the port could stay shut for weeks"


def test_a_click_on_a_figure_of_the_chart_lights_its_words(opened: Open, brief: Brief) -> None:
    page = opened(brief)
    page.click(".mark .value >> nth=0")
    assert _lit(page) == ["At least 12 workers"]


def test_without_scripts_a_citation_still_leads_to_its_sentence(
    browser: playwright.Browser, brief: Brief, tmp_path: Path
) -> None:
    target = tmp_path / "brief.html"
    target.write_text(to_html(brief), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(target.as_uri())
    page.click("#questions .refs a")
    assert page.url.endswith("#s4-3")
    context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1080, 1280])
def test_the_page_never_scrolls_sideways(opened: Open, brief: Brief, width: int) -> None:
    long = replace(brief.sections[4].lines[0], text="x" * 300, label="y" * 80)
    wide = replace(brief, sections=(*brief.sections, replace(brief.sections[4], key="long", lines=(long,))))
    page = opened(wide, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_the_contrast_that_wcag_asks_for(opened: Open, brief: Brief, scheme: str) -> None:
    page = opened(brief, 1280, scheme)
    page.click("#differ .line[data-c] .words")
    assert page.evaluate(CONTRAST) == []


def test_markup_in_an_article_runs_nothing(opened: Open, brief: Brief) -> None:
    nasty = '<script>alert(1)</script> "><img src=x onerror=alert(2)> </style><svg/onload=alert(3)>'
    line = replace(brief.sections[4].lines[0], text=nasty, label=nasty, note=nasty)
    section = replace(brief.sections[4], title=nasty, lines=(line,))
    page = opened(replace(brief, title=nasty, sections=(section,)))
    assert page.inner_text("h1") == nasty
    assert page.query_selector("main img, main script") is None
