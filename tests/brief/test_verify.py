from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.brief.verify import verify
from sayso.model import Article, Brief, Citation, Line, Section, Span


def _article(brief: Brief, text: str) -> Brief:
    """Change the first article's text and leave all else."""
    return replace(brief, articles=(replace(brief.articles[0], text=text), *brief.articles[1:]))


def _citing(brief: Brief, *citations: Citation) -> Brief:
    return replace(brief, sections=(Section("says", "Who says what", (Line("words", citations),)),), series=())


def _originals(brief: Brief) -> list[Article]:
    return [
        Article.make(
            a.text,
            a.name,
            outlet=a.outlet,
            published=date.fromisoformat(a.published) if a.published else None,
            url=a.url,
        )
        for a in brief.articles
    ]


def test_every_span_of_a_true_brief_holds(brief: Brief) -> None:
    report = verify(brief)
    assert report.ok
    assert report.held == report.checked > 30


def test_spans_of_lines_figures_and_sentences_are_all_counted(brief: Brief) -> None:
    sentences = sum(len(a.sentences) for a in brief.articles)
    cited = sum(len(c.spans) for s in brief.sections for line in s.lines for c in line.citations)
    rows = sum(len(r.citation.spans) for s in brief.series for r in s.rows)
    assert verify(brief).checked == sentences + cited + rows


def test_one_changed_letter_fails_and_says_where(brief: Brief) -> None:
    report = verify(_article(brief, brief.articles[0].text.replace("two loud blasts", "two Loud blasts")))
    assert not report.ok
    assert any('differ, line 2: "two loud blasts" does not stand at' in str(f) for f in report.failures)


def test_a_text_edited_after_its_last_span_still_shows(brief: Brief) -> None:
    report = verify(_article(brief, brief.articles[0].text + "And more."))
    assert report.held == report.checked
    assert [f.why for f in report.failures] == ["was edited: its id is not that of its text"]


def test_span_and_text_edited_together_show_by_the_id(brief: Brief) -> None:
    text = brief.articles[2].text
    forged = Span.of(text.replace("Twelve", "Twenty"), 0, 6)
    articles = (
        *brief.articles[:2],
        replace(brief.articles[2], text=text.replace("Twelve", "Twenty"), sentences=(forged,)),
    )
    report = verify(_citing(replace(brief, articles=articles), Citation(articles[2].id, 0, (forged,))))
    assert 'article 3: "wire.txt" was edited' in str(report.failures[0])


def test_a_span_past_the_end_or_turned_round_fails(brief: Brief) -> None:
    article = brief.articles[0]
    for span in (Span(0, 10**9, article.text), Span(5, 2, ""), Span(-4, 3, article.text[:3]), Span(3, 3, "")):
        report = verify(_citing(brief, Citation(article.id, 0, (span,))))
        assert report.checked - report.held == 1
        assert "outside the article" in report.failures[0].why


def test_a_citation_of_an_unknown_article_fails(brief: Brief) -> None:
    report = verify(_citing(brief, Citation("nowhere", 0, (Span(0, 1, "a"),))))
    assert "cites an article that is not there" in report.failures[0].why


def test_a_citation_without_words_or_of_a_sentence_too_many_fails(brief: Brief) -> None:
    article = brief.articles[0]
    report = verify(_citing(brief, Citation(article.id, 0, ()), Citation(article.id, 99, (article.sentences[0],))))
    assert [f.why for f in report.failures] == ["cites no words", "names sentence 100, which its article does not have"]


def test_given_articles_count_and_not_the_saved_texts(brief: Brief) -> None:
    originals = _originals(brief)
    assert verify(brief, originals).ok
    assert verify(_article(brief, "something else"), originals).ok
    changed = Article.make(originals[0].text.replace("blasts", "bangs"), "courier.txt")
    assert not verify(brief, [changed, *originals[1:]]).ok


def test_an_article_is_found_under_another_name(brief: Brief) -> None:
    moved = [replace(a, id=f"x{i}", name=f"archive/{a.name}") for i, a in enumerate(_originals(brief))]
    assert verify(brief, moved).ok


def test_an_article_that_is_not_given_is_named(brief: Brief) -> None:
    report = verify(brief, _originals(brief)[1:])
    assert report.checked == verify(brief).checked > report.held
    assert [str(f) for f in report.failures] == ['article 1: "courier.txt" is not among the given files']


def test_failures_are_on_one_line_without_control_characters(brief: Brief) -> None:
    report = verify(_citing(brief, Citation("x", 0, (Span(0, 5, "a\n\x1b[2J"),))))
    assert not any("\n" in str(f) or "\x1b" in str(f) for f in report.failures)
