from __future__ import annotations

from pathlib import Path

import pytest

from training.attribution.texts import MEASURED, MarkUpError, held_out, is_held_out, read_text, read_texts


def _write(folder: Path, marked: str) -> Path:
    path = folder / "one.txt"
    path.write_text(marked, encoding="utf-8")
    return path


def _words(text: str, spans: list[list[int]]) -> list[str]:
    return [text[s:e] for s, e in spans]


def test_tags_become_spans_of_the_plain_text(tmp_path: Path) -> None:
    row = read_text(_write(tmp_path, "<s1>Vale</s1> <q1>said</q1> <c1>it rained</c1>."))
    [given] = row["attributions"]
    assert row["text"] == "Vale said it rained."
    assert [_words(row["text"], given[k]) for k in ("source", "cue", "content")] == [["Vale"], ["said"], ["it rained"]]


def test_what_is_said_within_what_is_said_keeps_both(tmp_path: Path) -> None:
    row = read_text(_write(tmp_path, "<s1>A</s1> <q1>denied</q1> <c1><q2>reports</q2> of <c2>losses</c2></c1>."))
    assert [_words(row["text"], a["content"]) for a in row["attributions"]] == [["reports of losses"], ["losses"]]


def test_the_complementiser_counts_as_the_corpus_counts_it(tmp_path: Path) -> None:
    path = _write(tmp_path, "<s1>A</s1> <q1>said</q1> that <c1>it rained</c1>.")
    with_that, without = (read_text(path, that)["attributions"][0]["content"] for that in (True, False))
    assert (with_that, without) == ([[7, 21]], [[12, 21]])


@pytest.mark.parametrize(
    ("marked", "wrong"),
    [
        ("<s1>A</q1>", "closes what is not open"),
        ("<s1>A", "is not closed"),
        ("<s1>A</s1> <q1>said</q1>", "needs one cue and a content"),
        ("<q1>said</q1> <q1>so</q1> <c1>it</c1>", "needs one cue and a content"),
    ],
)
def test_wrong_tags_are_named_with_their_file(tmp_path: Path, marked: str, wrong: str) -> None:
    with pytest.raises(MarkUpError, match=f"one.txt: .*{wrong}"):
        read_text(_write(tmp_path, marked))


def test_every_text_of_the_project_is_marked_rightly_and_a_part_is_held_out() -> None:
    names = [row["doc_id"] for row in read_texts()]
    assert len(names) == len(set(names)) >= 64
    assert 10 <= sum(map(is_held_out, names)) <= 20


def test_what_is_measured_on_is_what_is_held_out() -> None:
    assert MEASURED.read_text(encoding="utf-8") == held_out()
