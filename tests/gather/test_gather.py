from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.gather import gather
from sayso.gather.gather import LARGEST
from sayso.model import Gathered

QUAKE = "The quake struck the coast at dawn, the mayor said. At least forty people were hurt in the old town."
STRIKE = "Dockers in the port of Marsa have walked out over pay. Their union said that talks would begin on Monday."


def names(gathered: Gathered) -> list[str]:
    return [a.name for a in gathered.articles]


def reasons(gathered: Gathered) -> dict[str, str]:
    return {s.name: s.reason for s in gathered.skipped}


def test_folder_is_read_with_folders_below_and_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "north").mkdir()
    (tmp_path / "north" / "b.txt").write_text(QUAKE)
    (tmp_path / "a.md").write_text(STRIKE)
    (tmp_path / ".c.txt").write_text(STRIKE)
    assert names(gather([tmp_path])) == ["a.md", "north/b.txt"]


def test_articles_stand_by_date_then_name_and_undated_last(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUAKE)
    (tmp_path / "b.txt").write_text(f"Date: 2024-05-04\n\n{QUAKE}")
    (tmp_path / "c.txt").write_text(f"Date: 2024-05-03\n\n{QUAKE}")
    assert names(gather([tmp_path])) == ["c.txt", "b.txt", "a.txt"]


def test_file_given_twice_is_read_once_in_any_order(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.txt"
    file.write_text(QUAKE)
    assert gather([file, tmp_path, file]) == gather([tmp_path, file])
    assert names(gather([file, tmp_path])) == ["in/a.txt"]


def test_two_identical_articles_both_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUAKE)
    (tmp_path / "b.txt").write_text(QUAKE)
    assert len({a.id for a in gather([tmp_path]).articles}) == 2


def test_files_of_the_same_name_in_two_folders_get_names_of_their_own(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(QUAKE)
    read = gather([tmp_path / "x", tmp_path / "y"])
    assert len({a.name for a in read.articles}) == 2
    assert len({a.id for a in read.articles}) == 2


def test_path_that_does_not_exist_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        gather([tmp_path / "nowhere"])


def test_no_path_at_all_is_an_error() -> None:
    with pytest.raises(UsageError):
        gather([])


def test_hyphen_without_a_stream_is_an_error() -> None:
    with pytest.raises(UsageError):
        gather(["-"])


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (QUAKE, "stdin"),
        (f"<html><body><article><p>{QUAKE}</p><p>{STRIKE}</p></article></body></html>", "stdin"),
        (json.dumps({"text": QUAKE}), "stdin:1"),
        (json.dumps({"text": QUAKE, "id": "q7"}), "q7"),
    ],
)
def test_standard_input_is_told_apart_by_what_it_holds(given: str, name: str) -> None:
    read = gather(["-"], stdin=io.BytesIO(given.encode()))
    assert names(read) == [name]
    assert "The quake struck" in read.articles[0].text


def test_empty_standard_input_is_listed() -> None:
    assert reasons(gather(["-"], stdin=io.BytesIO(b""))) == {"stdin": "empty"}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b" \n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", "a picture, not text"),
        ("report.txt", b"%PDF-1.7 abc", "a PDF, not text"),
        ("zeros.txt", b"abc\0\0\0\0\0\0def", "a binary file, not text"),
        ("numbers.txt", b"12 34 !! 5", "no sentence"),
        ("mixed.txt", "“Yes,” she said. “No.”".encode() + b" \x93", "its encoding cannot be told, or it mixes several"),
        ("page.html", b"<html><script>alert(1)</script></html>", "no article text in the page"),
        ("long.txt", b"and so on " * 150_000, "1,499,999 characters, more than 1,000,000"),
    ],
)
def test_bad_file_is_listed_with_its_reason_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(QUAKE)
    read = gather([tmp_path])
    assert reasons(read) == {name: reason}
    assert names(read) == ["good.txt"]


def test_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(2 * LARGEST)
    assert reasons(gather([tmp_path / "big.txt"])) == {"big.txt": "larger than 25 MB"}


def test_folder_with_nothing_readable_gets_one_line_that_says_what_is_read(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.xyz").write_text(QUAKE)
    (skipped,) = gather([tmp_path]).skipped
    assert skipped.reason == "nothing readable in this folder"
    assert ".jsonl" in skipped.advice


def test_other_files_of_a_folder_get_one_line_together(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUAKE)
    (tmp_path / "b.xyz").write_text(QUAKE)
    (tmp_path / "c.xyz").write_text(QUAKE)
    assert reasons(gather([tmp_path])) == {str(tmp_path): "files of other kinds left out: 2 (.xyz)"}


def test_file_of_unknown_kind_is_listed(tmp_path: Path) -> None:
    (tmp_path / "b.xyz").write_text(QUAKE)
    assert reasons(gather([tmp_path / "b.xyz"])) == {"b.xyz": "files ending in .xyz are not read"}


def test_note_about_a_folder_is_read_only_when_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(QUAKE)
    (tmp_path / "a.txt").write_text(QUAKE)
    assert names(gather([tmp_path])) == ["a.txt"]
    assert names(gather([tmp_path / "README.md"])) == ["README.md"]


def test_links_that_lead_nowhere_or_in_circles_do_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUAKE)
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "up").symlink_to("..")
    read = gather([tmp_path])
    assert names(read).count("a.txt") == 1
    assert {"gone.txt", "self.txt"} <= set(reasons(read))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_opened_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUAKE)
    (tmp_path / "a.txt").chmod(0)
    assert reasons(gather([tmp_path])) == {"a.txt": "cannot be opened: permission denied"}


def test_article_in_another_language_is_listed(tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text("Das Beben traf die Küste am Morgen, sagte der Bürgermeister der Stadt.")
    assert reasons(gather([tmp_path])) == {"de.txt": "language de: sayso reads English"}


def test_short_text_is_read_whatever_it_looks_like(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bonjour tout le monde!")
    assert names(gather([tmp_path])) == ["a.txt"]


def test_title_stands_first_in_the_text_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Title: Quake hits coast\n\n{QUAKE}")
    (tmp_path / "b.txt").write_text(f"Title: Quake hits coast\n\nQUAKE HITS COAST\n{QUAKE}")
    a, b = gather([tmp_path]).articles
    assert a.text == f"Quake hits coast\n\n{QUAKE}"
    assert b.text == f"QUAKE HITS COAST\n{QUAKE}"
    assert a.title == b.title == "Quake hits coast"
