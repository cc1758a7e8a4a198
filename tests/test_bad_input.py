"""What people give the commands by mistake: a right result or one line with the reason, never a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli import main

REPORT = """Two ferries collided off Marrow Point on Friday, the harbour master, Ines Calder, said. \
At least 14 passengers were hurt. “Nobody is missing,” she said. The ferry company denied that a captain was asleep.
"""
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
GERMAN = "Zwei Fähren sind am Freitag zusammengestoßen, sagte die Hafenmeisterin. Niemand wird vermisst, sagte sie.\n"


class Said:
    """What one call gave back."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err
        assert "Traceback" not in out + err
        assert all(line.startswith("sayso: ") for line in err.splitlines())


Call = Callable[..., Said]


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run the command in an empty folder, with files of these names and contents."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str, **files: bytes | str) -> Said:
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            Path(name.replace("__", ".")).write_bytes(data)
        code = main(list(arguments))
        return Said(code, *capsys.readouterr())

    return run


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (PICTURE, "a picture"),
        (bytes(range(256)) * 50, "a binary file"),
        (b"%PDF-1.7\n" + bytes(range(128, 256)) * 20, "a PDF"),
        (REPORT.encode() + b"\0" * 40, "a binary file"),
        (b"12 44 --- *** ???\n", "no sentence"),
        (b'"' * 5000, "no sentence"),
        (GERMAN.encode() * 3, "language de"),
    ],
)
def test_what_is_no_english_article_is_skipped_with_the_reason(call: Call, content: bytes, reason: str) -> None:
    said = call("brief", "a.txt", a__txt=content)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"sayso: skipped a.txt: {reason}")
    assert said.err.endswith("sayso: nothing could be read\n")


def test_a_file_of_fifty_megabytes_is_refused_unread(call: Call) -> None:
    with Path("big.txt").open("wb") as file:
        file.truncate(50_000_000)
    said = call("brief", "big.txt")
    assert said.code == 1
    assert "skipped big.txt: larger than 25 MB" in said.err


def test_a_skipped_file_does_not_cost_the_others(call: Call) -> None:
    said = call("brief", ".", a__txt=REPORT, b__txt=PICTURE, c__txt=GERMAN * 3, d__txt="")
    assert said.code == 0
    assert "14 passengers" in said.out
    assert said.err.count("skipped") == 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_other_encodings_are_read(call: Call, encoding: str) -> None:
    said = call("brief", "a.txt", a__txt=REPORT.encode(encoding))
    assert said.code == 0
    assert "“Nobody is missing,”" in said.out


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\n\n"])
def test_line_ends_of_all_systems_give_the_same_lines(call: Call, ending: str) -> None:
    plain = call("brief", "a.txt", a__txt=REPORT.replace(". ", ".\n\n"))
    other = call("brief", "a.txt", a__txt=REPORT.replace(". ", f".{ending * 2}"))
    assert other.out == plain.out != ""


@pytest.mark.parametrize(
    "text",
    [
        '“The pier broke, the guard said. ‘No one saw it, he added. "We ran" said a cook.',
        "😀 The warden 👩‍👩‍👧 said 🌊 14 boats sank in Zu\u0308rich. Z\u0351\u0352\u0353a said 3\u20e3 of them burned.",
        "The mayor said \x1b[31m14 boats\x1b[0m sank. \x07 \u202eThe crew denied it.\u202c",
        "THE HARBOUR MASTER SAID 14 BOATS SANK ON FRIDAY. THE COMPANY DENIED THAT A CAPTAIN WAS ASLEEP.",
        "the warden said that the boats had left and " * 300,
        "Boats sank.",
    ],
    ids=["unbalanced quotation marks", "emoji", "control characters", "capitals", "no full stop", "two words"],
)
def test_odd_text_gives_a_brief_whose_spans_hold(call: Call, text: str) -> None:
    said = call("brief", "a.txt", "-o", "brief.json", a__txt=text)
    assert (said.code, said.err) == (0, "")
    assert call("verify", "brief.json", "a.txt").code == 0


def test_control_characters_do_not_reach_the_terminal(call: Call) -> None:
    said = call("brief", "a.txt", a__txt=f"\x1b[2J\x1b]0;owned\x07{REPORT}")
    assert said.code == 0
    assert not set("\x1b\x07") & set(said.out)


def test_scripts_in_a_page_are_neither_read_nor_kept(call: Call) -> None:
    script = '<script>say("99 people drowned, police said.")</script>'
    page = f'<html><body>{script}<p onclick="x()">{REPORT}</p></body></html>'
    assert "99" not in call("brief", "a.html", a__html=page).out
    call("brief", "a.html", "-o", "brief.html")
    written = Path("brief.html").read_text(encoding="utf-8")
    assert "drowned" not in written and "onclick" not in written


def test_a_page_without_an_article_says_so(call: Call) -> None:
    said = call("brief", "a.html", a__html="<html><script>var a = 1</script></html>")
    assert said.code == 1 and "no article text in the page" in said.err


def test_an_empty_folder_and_one_of_other_files_say_what_is_read(call: Call, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert "nothing readable in this folder (read are .txt" in call("brief", "none").err
    (tmp_path / "none" / "a.exe").write_bytes(b"MZ")
    assert call("brief", "none").code == 1


def test_two_identical_articles_are_one_voice(call: Call) -> None:
    said = call("brief", ".", a__txt=REPORT, b__txt=REPORT)
    assert said.code == 0
    assert said.out.count("identical to") == 2
    assert "shown independent" not in said.out


def test_of_many_identical_articles_a_few_are_listed_and_the_rest_counted(call: Call) -> None:
    rows = [json.dumps({"title": "Report", "outlet": f"Paper {n:02}", "text": REPORT}) for n in range(30)]
    said = call("brief", "a.jsonl", "--fast", a__jsonl="\n".join(rows))
    assert said.code == 0
    assert "26 more articles: the text of [1]" in said.out
    assert (said.out.count("Paper 00"), said.out.count("Paper 29")) == (1, 0)
    assert "shown independent" not in said.out


def test_bad_rows_are_named_and_the_good_ones_read(call: Call) -> None:
    rows = [json.dumps({"text": REPORT}), "not json", "[1]", '{"title": "x"}', '{"text": NaN}', "[" * 5000, ""]
    said = call("brief", "a.jsonl", a__jsonl="\n".join(rows))
    assert said.code == 0
    assert [line.split(": ")[1] for line in said.err.splitlines()] == [f"skipped a.jsonl:{n}" for n in range(2, 7)]


def test_empty_standard_input_says_so(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    said = call("brief", "-")
    assert said.code == 1 and "skipped stdin: empty" in said.err


def test_a_name_with_blanks_and_accents_and_one_like_an_option(call: Call) -> None:
    Path("spa ce é.txt").write_text(REPORT, encoding="utf-8")
    Path("-d.txt").write_text(REPORT, encoding="utf-8")
    assert call("brief", "spa ce é.txt").code == 0
    assert call("brief", "--", "-d.txt").code == 0


def test_an_unwritable_place_is_one_line(call: Call) -> None:
    assert call("brief", "a.txt", "-o", ".", a__txt=REPORT).code == 2
    assert call("brief", "a.txt", "-o", "no/such/brief.html").code == 2
    assert call("brief", "a.txt", "-o", "/proc/brief.html").code == 2


@pytest.fixture
def saved(call: Call) -> str:
    assert call("brief", "a.txt", "-o", "brief.json", a__txt=REPORT).code == 0
    return Path("brief.json").read_text(encoding="utf-8")


def test_a_text_edited_after_saving_shows(call: Call, saved: str) -> None:
    said = call("verify", "brief.json", brief__json=saved.replace("Two ferries", "Six ferries"))
    assert said.code == 1 and "was edited" in said.out


def test_a_moved_span_shows(call: Call, saved: str) -> None:
    held = json.loads(saved)
    held["articles"][0]["sentences"][0]["start"] = -5
    said = call("verify", "brief.json", brief__json=json.dumps(held))
    assert said.code == 1 and "outside the article" in said.out


@pytest.mark.parametrize("content", ["", REPORT, "[]", "{}", "[" * 100_000, '{"format": "sayso-brief-1"}', "\0\1\2"])
def test_what_is_no_saved_brief_is_one_line(call: Call, content: str) -> None:
    said = call("verify", "x.json", x__json=content)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)


def test_a_damaged_brief_names_the_damage(call: Call, saved: str) -> None:
    held = json.loads(saved)
    del held["articles"][0]["text"]
    said = call("verify", "brief.json", brief__json=json.dumps(held))
    assert said.code == 2 and "articles.0.text" in said.err


def test_a_huge_brief_is_verified(call: Call, saved: str) -> None:
    held = json.loads(saved) | {"junk": "x" * 30_000_000}
    assert call("verify", "brief.json", brief__json=json.dumps(held)).code == 0


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    shell = f'"{sys.executable}" -m sayso brief a.txt --full | head -1; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, env=os.environ, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
