"""Predictions: any input of the right shape gives rows, a wrong one gives one line and exit code 2."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from quality.predict import main
from sayso.model import Annotation, Article

TEXT = "At least 30 miners are missing, Governor Ada Lorne said on Monday. “We will find them,” she added."


def run(tmp_path: Path, task: str, source: Path) -> list[dict[str, Any]]:
    out = tmp_path / "pred.jsonl"
    assert main([task, str(source), "-o", str(out)]) == 0
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    given = [{"doc_id": "one", "text": TEXT, "dct": "2031-05-06"}, {"doc_id": "empty", "text": ""}]
    path.write_text("\n".join(json.dumps(row) for row in given), encoding="utf-8")
    return path


def test_attributions_have_source_cue_and_content_in_the_rows_offsets(tmp_path: Path, rows: Path) -> None:
    one, empty = run(tmp_path, "attribution", rows)
    said = [[TEXT[s:e] for s, e in a["source"]] for a in one["attributions"]]
    assert ["Governor Ada Lorne"] in said
    assert any("30 miners are missing" in TEXT[s:e] for a in one["attributions"] for s, e in a["content"])
    assert empty == {"doc_id": "empty", "attributions": []}


def test_figures_have_value_and_bound(tmp_path: Path, rows: Path) -> None:
    one, empty = run(tmp_path, "figures", rows)
    assert [(q["value"], q["bound"]) for q in one["quantities"]] == [(30, ">")]
    assert empty["quantities"] == []


def test_times_are_read_against_the_documents_date(tmp_path: Path, rows: Path) -> None:
    one, empty = run(tmp_path, "times", rows)
    assert [(TEXT[t["start"] : t["end"]], t["type"], t["value"]) for t in one["timexes"]] == [
        ("Monday", "DATE", "2031-05-05")
    ]
    assert empty["timexes"] == []


def test_gold_fields_of_a_row_change_nothing(tmp_path: Path, rows: Path) -> None:
    plain = run(tmp_path, "attribution", rows)
    gold = {"doc_id": "one", "text": TEXT, "dct": "2031-05-06", "attributions": [{"content": [[0, 5]], "source": []}]}
    rows.write_text(json.dumps(gold), encoding="utf-8")
    assert run(tmp_path, "attribution", rows) == plain[:1]


def test_a_row_that_cannot_be_annotated_stays_empty_and_is_named(
    tmp_path: Path, rows: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(
        articles: Iterable[Article], failed: Callable[[Article, Exception], None], fast: bool
    ) -> Iterator[Annotation]:
        for article in articles:
            if article.name == "one":
                failed(article, ValueError("too odd"))
            else:
                yield Annotation(article)

    monkeypatch.setattr("quality.predict.annotate_all", read)
    assert [row["doc_id"] for row in run(tmp_path, "attribution", rows)] == ["one", "empty"]
    assert "one: could not be read: ValueError: too odd" in capsys.readouterr().err


def test_a_row_without_text_ends_with_one_line_and_code_2(
    tmp_path: Path, rows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows.write_text('{"doc_id": "one", "text": "Fine."}\n{"doc_id": "two"}\n', encoding="utf-8")
    assert main(["attribution", str(rows), "-o", str(tmp_path / "pred.jsonl")]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"{rows}:2: no text")
    assert said.count("\n") == 1
    assert not (tmp_path / "pred.jsonl").exists()


def test_an_output_that_cannot_be_written_ends_with_code_2(tmp_path: Path, rows: Path) -> None:
    assert main(["attribution", str(rows), "-o", str(tmp_path / "no" / "folder" / "pred.jsonl")]) == 2


def test_a_folder_gives_a_row_an_article_and_the_story(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_bytes(TEXT.replace(". “", ".\r\n“").encode("utf-8"))
    (folder / "b.txt").write_text("About 20 miners are missing, a rescuer said.", encoding="utf-8")
    first, second, story = run(tmp_path, "korea", folder)
    assert (first["doc_id"], second["doc_id"], story["doc_id"]) == ("a", "b", "story")
    assert [(q["value"], q["bound"]) for q in second["quantities"]] == [(20, "about")]
    assert {"disagreements", "claim_groups", "brief", "timeline", "relations", "questions", "copies"} < story.keys()
    cited = [c for line in story["brief"] for c in line["citations"]]
    assert {c["doc_id"] for c in cited} == {"a", "b"}
    assert all(0 <= s < e for c in cited for s, e in c["spans"])


def test_every_account_is_handed_over_also_one_of_a_single_claim(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam is safe, the mayor said. Two bridges are closed.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The dam is safe, the mayor, Ana Roe, said on Monday.", encoding="utf-8")
    groups = run(tmp_path, "korea", tmp_path)[-1]["claim_groups"]
    assert sorted(len(group["members"]) for group in groups) == [1, 2]


def test_a_figure_in_the_outlets_voice_is_said_by_nobody(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The storm killed 14 people on the coast.", encoding="utf-8")
    first = run(tmp_path, "korea", tmp_path)[0]
    assert [q["said_by"] for q in first["quantities"] if q["value"] == 14] == [None]


def test_a_folder_without_texts_ends_with_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["korea", str(tmp_path), "-o", str(tmp_path / "pred.jsonl")]) == 2
    assert "no *.txt" in capsys.readouterr().err


def test_an_unknown_task_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["poetry", str(tmp_path), "-o", str(tmp_path / "pred.jsonl")])
    assert stopped.value.code == 2
