"""Rows of evaluation data: what is read, and what a bad row says."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from quality.rows import article_of, read_rows, write_rows
from sayso.errors import UsageError


def test_reads_plain_and_gzipped_rows_alike(tmp_path: Path) -> None:
    line = json.dumps({"doc_id": "a", "text": "The ferry sank."}) + "\n\n"
    plain, packed = tmp_path / "rows.jsonl", tmp_path / "rows.jsonl.gz"
    plain.write_text(line, encoding="utf-8")
    packed.write_bytes(gzip.compress(line.encode("utf-8")))
    assert read_rows(plain) == read_rows(packed) == [{"doc_id": "a", "text": "The ferry sank."}]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"doc_id": "b"}', "no text"),
        ('{"doc_id": "b", "text": null}', "no text"),
        ('{"text": "The ferry sank."}', "no doc_id"),
        ('["b", "The ferry sank."]', "not a JSON object"),
        ('{"doc_id": "b", "text": "The fer', "not a JSON object"),
        ('{"doc_id": "a", "text": "Again."}', "line 1 already"),
    ],
)
def test_bad_row_is_named_by_file_and_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"doc_id": "a", "text": "The ferry sank."}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read_rows(path)
    assert str(raised.value).startswith(f"{path}:2: ")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_missing_file_broken_gzip_and_foreign_encoding_are_usage_errors(tmp_path: Path) -> None:
    broken, foreign = tmp_path / "broken.jsonl.gz", tmp_path / "foreign.jsonl"
    broken.write_bytes(b"not gzip at all")
    foreign.write_bytes('{"doc_id": "a", "text": "Übung"}'.encode("latin-1"))
    for path in (tmp_path / "missing.jsonl", broken, foreign):
        with pytest.raises(UsageError):
            read_rows(path)


def test_article_keeps_the_rows_text_and_its_offsets() -> None:
    text = "  One\r\n\r\ntwo \ud83d three\u00a0four  "
    article = article_of({"doc_id": "a", "text": text, "date": "2031-05-04"})
    assert len(article.text) == len(text)
    assert article.text.index("three") == text.index("three")
    assert article.published == date(2031, 5, 4)


@pytest.mark.parametrize("given", [None, "", "last week", "2031-13-40", 20310504, ["2031-05-04"]])
def test_a_date_that_is_none_stays_unknown(given: object) -> None:
    assert article_of({"doc_id": "a", "text": "The ferry sank.", "date": given}).published is None


def test_the_date_of_a_times_row_is_its_dct() -> None:
    assert article_of({"doc_id": "a", "text": "The ferry sank.", "dct": "2031-05-04"}).published == date(2031, 5, 4)


def test_written_rows_are_read_back(tmp_path: Path) -> None:
    rows = [{"doc_id": "a", "text": "“Señor” 🛶"}, {"doc_id": "b", "text": ""}]
    write_rows(tmp_path / "out.jsonl", rows)
    assert read_rows(tmp_path / "out.jsonl") == rows
