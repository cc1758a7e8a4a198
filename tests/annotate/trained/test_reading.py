"""What the trained reader gives, from plain cases to odd input; where it is unsure no test holds it to an answer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.annotate import annotate
from sayso.annotate.attribution.trained import network
from sayso.annotate.attribution.trained.windows import LONGEST
from sayso.errors import SaysoError
from sayso.model import Annotation, Article, Attribution

Read = Callable[..., Annotation]


def parts(a: Attribution) -> tuple[str, str]:
    return " … ".join(s.text for s in a.source), " … ".join(s.text for s in a.content)


def said(annotation: Annotation) -> list[tuple[str, str]]:
    return [parts(a) for a in annotation.attributions]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The mayor said that two ferries had sunk off the pier.", "The mayor", "two ferries had sunk off the pier"),
        ("Two ferries sank, the mayor said on Monday.", "the mayor", "Two ferries sank"),
        ("“Nobody is missing,” she said.", "she", "“Nobody is missing,”"),
        ("According to the coast guard, two ferries sank.", "the coast guard", "two ferries sank"),
        ("Peru rejected the claim as a fabrication.", "Peru", "the claim as a fabrication"),
        ("Officials fear that more rain will fall.", "Officials", "more rain will fall"),
    ],
)
def test_source_and_content_are_the_exact_words(read: Read, text: str, source: str, content: str) -> None:
    assert (source, content) in said(read(text))


def test_a_content_cut_in_two_by_its_cue_is_one(read: Read) -> None:
    assert said(read("“We hold the bridge,” he said, “and we will keep it.”")) == [
        ("he", "“We hold the bridge,” … “and we will keep it.”")
    ]


def test_a_quotation_over_two_paragraphs_has_one_speaker(read: Read) -> None:
    text = "“We have held the bridge for nine days.\n\n“Nobody here doubts that,” Colonel Arve said on Monday."
    [a] = read(text).attributions
    assert a.source[0].text == "Colonel Arve"
    assert a.content[0].text.startswith("“We have held")


def test_what_a_denial_says_is_reported_keeps_both_voices(read: Read) -> None:
    annotation = read("The ministry denied reports that its troops had deserted.")
    outer, inner = annotation.attributions
    assert parts(outer) == ("The ministry", "reports that its troops had deserted")
    assert (parts(inner), inner.parent) == (("reports", "its troops had deserted"), outer.id)


def test_words_behind_another_cue_are_that_voices_own(read: Read) -> None:
    text = "Mediators said that both sides had agreed, though two diplomats warned that it might not last."
    assert ("two diplomats", "it might not last") in said(read(text))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Police count 14 dead.", "Police", "14 dead"),
        ("Health officials put the toll at 120.", "Health officials", "the toll at 120"),
        ("Quake kills dozens: officials", "officials", "Quake kills dozens"),
    ],
)
def test_what_only_the_rules_know_of_stands(read: Read, text: str, source: str, content: str) -> None:
    [a] = read(text).attributions
    assert (parts(a), a.reader) == ((source, content), "rules")


def test_where_the_network_names_no_source_the_rules_may(read: Read) -> None:
    [a] = read("There were reports of looting in the city.").attributions
    assert parts(a) == ("reports", "looting in the city")


def test_the_reader_and_how_sure_it_is_are_told(read: Read) -> None:
    [a] = read("The mayor said that two ferries had sunk.").attributions
    assert a.reader == "trained"
    assert 0.5 < a.score <= 1


def test_a_transcript_gives_each_turn_to_its_speaker(read: Read) -> None:
    text = "VALE: We have seen the reports of losses.\n\nREPORTER: Do you expect more troops?"
    turns = [a.source[0].text for a in read(text).attributions if a.parent is None]
    assert turns == ["VALE", "REPORTER"]


def test_items_of_a_list_are_read_one_by_one(read: Read) -> None:
    text = "What we know:\n\n- At least 12 people died, police said\n- Schools are closed\n- Officials fear more rain"
    assert ("police", "At least 12 people died") in said(read(text))
    assert all("\n" not in source for source, _ in said(read(text)))


def test_a_source_never_runs_over_a_headline_into_the_next_line(read: Read) -> None:
    text = "Quake kills dozens: officials\n\nMinistry claims rebels fled town\n\nPresident vows to rebuild"
    assert all("\n" not in source for source, _ in said(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "“ " * 3000,
        "“Yes,” he said. " * 1500,
        "the warden said that the boats had left and " * 340,
        "THE HARBOUR MASTER SAID 14 BOATS SANK ON FRIDAY. THE COMPANY DENIED IT. " * 20,
        "a | b | c\n1 | 2 | 3\n" * 200,
        "x" * 5000,
        "\u0301" * 50,
        "…",
    ],
    ids=["marks only", "quotations", "one sentence", "capitals", "a table", "one word", "accents only", "a mark"],
)
def test_odd_text_gives_spans_that_hold(read: Read, text: str) -> None:
    for a in read(text).attributions:
        assert all(text[s.start : s.end] == s.text != "" for s in (*a.source, *a.cue, *a.content))


def test_the_same_article_gives_the_same_reading_in_any_company(read: Read) -> None:
    text = "Two ferries sank, the mayor said. The union fears that more will. “We warned them,” Ana Ruiz said."
    alone = read(text)
    annotate(Article.make("The minister said that it rained. " * 80, "long"))
    assert read(text) == alone


def test_the_work_grows_with_the_text_and_no_run_takes_more_than_a_window(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    shapes: list[tuple[int, ...]] = []
    batch = network.batch

    def watched(parts: list[object]) -> object:
        laid = batch(parts)  # type: ignore[arg-type]
        shapes.append(laid.ids.shape)
        return laid

    monkeypatch.setattr(network, "batch", watched)
    counts = []
    for times in (100, 200, 400):
        shapes.clear()
        read("The harbour master said that the boats had left the pier. " * times)
        counts.append(len(shapes))
        assert all(rows == 1 and longest <= LONGEST for rows, longest in shapes)
    assert counts[2] <= 2 * counts[1] <= 4 * counts[0]


def test_missing_or_damaged_weights_are_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match=r"cannot be loaded .*--fast"):
        network.load(tmp_path)
    shipped = Path(network.__file__).parents[3] / "data" / network.FOLDER
    shutil.copytree(shipped, tmp_path / "copy")
    (tmp_path / "copy" / network.GRAPH).write_bytes(b"no graph")
    with pytest.raises(SaysoError, match=r"cannot be loaded .*--fast"):
        network.load(tmp_path / "copy")
