"""Each explanation names the words and entries that the reading rests on."""

from __future__ import annotations

import json
from datetime import date

import pytest

from sayso.annotate.certainty import Judge
from sayso.annotate.certainty.trace import TracingJudge
from sayso.annotate.clauses import Tree, innermost
from sayso.annotate.reader import annotate_doc, parser
from sayso.errors import UsageError
from sayso.explain import explain, locate, to_json, to_text
from sayso.model import Article

TEXT = (
    "At least 40 bakers may have left, the baker Anna Lind said on Monday. “We will not go back,” she said. "
    "The mill denied reports that wages had been cut. No oven was lit. Police arrested two men in Lund."
)


def why(words: str, text: str = TEXT) -> dict[str, dict[str, list[str]]]:
    """Explain words: kind -> about -> what is said, of all things of that kind."""
    article = Article.make(text, "loaf.txt", published=date(2031, 5, 7))
    out: dict[str, dict[str, list[str]]] = {}
    for found in explain(article, locate(text, words)).found:
        for reason in found.reasons:
            out.setdefault(found.kind, {}).setdefault(reason.about, []).append(reason.says)
    return out


def test_an_attribution_is_explained_by_its_cues_entry_and_share() -> None:
    found = why("have left")["attribution"]
    assert "verb say, class say, an attribution in" in found["cue"][0]
    assert found["rule"][0].startswith("verb.")
    assert found["stands in"] == ["the outlet’s own text"]


def test_a_source_names_the_mention_that_resolved_it() -> None:
    (meant,) = why("go back")["attribution"]["meant"]
    assert meant == "Anna Lind, by the pronoun “she”, named as “the baker Anna Lind” in sentence 1"


def test_what_is_reported_inside_a_denial_shows_the_chain() -> None:
    chains = why("wages had been cut")["attribution"]["stands in"]
    assert any("deny" in chain and chain.endswith("the outlet’s own text") for chain in chains)


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        ("have left", "“may” makes it possible"),
        ("go back", "“not” turns it round"),
        ("wages had been cut", "the cue “deny” denies it"),
        ("was lit", "“No oven” turns it round"),
        ("arrested", "nothing weakens, turns or questions it"),
    ],
)
def test_certainty_names_the_words_that_decided_it(words: str, decided: str) -> None:
    found = why(words)
    said = [s for kind in ("claim", "event") for s in found.get(kind, {}).get("certainty", [])]
    assert any(decided in s for s in said), said


def test_a_figure_shows_its_number_words_and_bound() -> None:
    figure = why("40 bakers")["figure"]
    assert figure["value"] == ["40, from 40 to – (– is open): “40” is 40, digits"]
    assert figure["bound"] == ["at least, from “at least”"]
    assert "“bakers” (unit baker)" in figure["counts"][0]
    assert figure["said by"][0].startswith("Anna Lind")


@pytest.mark.parametrize("text", ["Two thousand miners left.", "Dozens of miners left.", "Many miners left."])
def test_figures_without_digits_are_explained_too(text: str) -> None:
    figure = why(text.split(" miners")[0].removesuffix(" of"), text)["figure"]
    assert figure["value"]
    assert figure["said by"] == ["the outlet: the figure stands in no attribution’s content"]


def test_times_events_and_actors_are_explained() -> None:
    assert why("Monday")["time"]["date"] == ["2031-05-05; counted from the date of publication (2031-05-07)"]
    event = why("arrested")["event"]
    assert event["type"][0].startswith("COERCE, mode arrest")
    assert event["who"] == ["police"]
    assert why("she")["actor"]["meant"][0].startswith("Anna Lind, person")


def test_words_in_which_nothing_was_read_say_so() -> None:
    article = Article.make("Bread. Butter.", "a.txt")
    assert "Nothing was read here." in to_text(explain(article, locate(article.text, "Bread")))


def test_json_spans_hold_in_the_text() -> None:
    made = json.loads(to_json(explain(Article.make(TEXT, "loaf.txt"), locate(TEXT, "wages had been cut"))))
    spans = [s for found in made["found"] for s in found["spans"]]
    assert made["format"] == "sayso-explain-1"
    assert spans
    assert all(TEXT[s["start"] : s["end"]] == s["text"] for s in [*spans, made["span"]])


def test_a_traced_judgement_is_the_plain_one() -> None:
    doc = parser()(TEXT)
    annotation = annotate_doc(doc, Article.make(TEXT, "loaf.txt"))
    tree = Tree.of(doc)
    held, plain, traced = innermost(tree, annotation), Judge(tree, annotation), TracingJudge(tree, annotation)
    assert [traced.event(i, held[i]) for i in range(len(doc))] == [plain(i, held[i]) for i in range(len(doc))]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("ovens", "does not stand in this article"),
        ("said", "stands in 2 places: give one of"),
        ("5:5", "is no place in this article"),
        ("9:9999", "goes from 0 to"),
        ("  ", "give the words to explain"),
    ],
)
def test_words_that_cannot_be_placed_are_refused(asked: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        locate(TEXT, asked)


def test_words_are_found_whatever_their_case_quotes_and_line_breaks() -> None:
    text = "The guild’s\nchair left. Another chairman stayed."
    assert locate(text, "guild's chair").text == "guild’s\nchair"
    assert locate(text, "CHAIR").start == 12
    assert locate(text, "0:3").text == "The"
