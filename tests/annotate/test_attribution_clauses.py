"""Cues the tagger takes for nouns, words put on something, where a content ends, and what is no attribution."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from sayso.annotate.attribution.quotes import read_quotes
from sayso.annotate.view import View
from sayso.model import Annotation

Read = Callable[..., Annotation]
Parts = tuple[str, str, str]


def found(annotation: Annotation) -> list[Parts]:
    def joined(spans: tuple[object, ...]) -> str:
        return " … ".join(s.text for s in spans)  # type: ignore[attr-defined]

    return [(joined(a.source), joined(a.cue), joined(a.content)) for a in annotation.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chilean intelligence estimates total losses could reach 4,000.",
            ("Chilean intelligence", "estimates", "total losses could reach 4,000"),
        ),
        (
            "Kenya's police reports at least 40 dead in the floods.",
            ("Kenya's police", "reports", "at least 40 dead in the floods"),
        ),
        (
            "Bank forecasts growth will slow to 2% next year.",
            ("Bank", "forecasts", "growth will slow to 2% next year"),
        ),
        ("Ministry claims rebels fled the town.", ("Ministry", "claims", "rebels fled the town")),
    ],
)
def test_a_cue_that_looks_like_a_noun_takes_the_clause_behind_it(read: Read, text: str, expected: Parts) -> None:
    assert expected in found(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The court reports were late.",
        "The union demands were met.",
        "The ministry estimates are out.",
        "Police reports fill two shelves.",
    ],
)
def test_a_noun_behind_a_body_is_no_cue_by_itself(read: Read, text: str) -> None:
    assert [p for p in found(read(text)) if p[1] in ("reports", "demands", "estimates")] == []


def test_the_figure_in_such_a_clause_belongs_to_its_source(read: Read) -> None:
    annotation = read("Chilean intelligence estimates total losses could reach 4,000.")
    (figure,) = annotation.figures
    assert figure.attribution is not None
    assert annotation.attributions[figure.attribution].source[0].text == "Chilean intelligence"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor said the dam was safe, while engineers warned that it might burst.",
            [("The governor", "said", "the dam was safe"), ("engineers", "warned", "it might burst")],
        ),
        (
            "Lopez confirmed this week that the dam had cracked, yet a second report said it was sound.",
            [("Lopez", "confirmed", "the dam had cracked"), ("a second report", "said", "it was sound")],
        ),
        (
            "The dam will hold, he said, and nobody has to leave.",
            [("he", "said", "The dam will hold … and nobody has to leave")],
        ),
        (
            "The mayor said the talks had failed but that a strike could be avoided.",
            [("The mayor", "said", "the talks had failed but that a strike could be avoided")],
        ),
        (
            "The union warned that should the talks fail, they would strike.",
            [("The union", "warned", "should the talks fail, they would strike")],
        ),
    ],
)
def test_a_content_ends_before_another_voice_and_not_before(read: Read, text: str, expected: list[Parts]) -> None:
    assert found(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The airline branded the accusations “fabrications”.", "the accusations “fabrications”"),
        ("The union labelled the offer “an insult”.", "the offer “an insult”"),
        ("Critics have dubbed the plan “reckless” and “costly”.", "the plan “reckless” and “costly”"),
        ("The envoy dismissed the claims as “nonsense”.", "the claims as “nonsense”"),
        ("Health officials put the toll at 120.", "the toll at 120"),
    ],
)
def test_what_is_put_on_something_is_said_with_it(read: Read, text: str, content: str) -> None:
    assert [c for _, _, c in found(read(text))] == [content]


def test_reports_called_false_are_nested_and_end_before_the_word(read: Read) -> None:
    outer, inner = read("The minister called reports that the dam had cracked “completely false”.").attributions
    assert outer.content[0].text == "reports that the dam had cracked “completely false”"
    assert (inner.content[0].text, inner.parent) == ("the dam had cracked", outer.id)


@pytest.mark.parametrize(("word", "lemma"), [("baseless", "dismiss"), ("brilliant", "call")])
def test_calling_something_false_denies_it(read: Read, word: str, lemma: str) -> None:
    assert read(f"The mayor called the report “{word}”.").attributions[0].cue_lemma == lemma


@pytest.mark.parametrize(
    "text",
    [
        "The company knew of the crack in April.",
        "The governor declared an emergency on Tuesday.",
        "The soup has notes of lemon and thyme.",
        "She wrote a book called “The River” about the flood.",
        "The senators left the hall by noon.",
    ],
)
def test_knowing_enacting_and_titles_are_no_attributions(read: Read, text: str) -> None:
    assert found(read(text)) == []


def test_what_somebody_declines_to_say_has_one_cue(read: Read) -> None:
    assert [cue for _, cue, _ in found(read("The officer declined to comment on the talks."))] == ["declined"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('<time datetime="2031-02-15">He said "no" to it.', ['"no"']),
        ('datetime="2031-02-15">Very late, he said "no".', ['"no"']),
        ('<script src="a.js"></script>', []),
        ("5 < 6, he said “yes”.", ["“yes”"]),
    ],
)
def test_marks_in_the_remains_of_markup_quote_nothing(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in read_quotes(View.of(spacy.blank("en")(text)))] == quoted
