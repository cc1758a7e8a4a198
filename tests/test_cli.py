from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso import __version__
from sayso.cli import brief as brief_command
from sayso.cli import main
from sayso.cli.streams import write_file
from sayso.errors import UsageError

TEXT = """Three bakeries in Lund Street shut on Friday, the bakers’ guild said. At least 40 bakers walked out. \
The owners denied that wages had been cut.
"""
LATER = """Some 60 bakers are on strike, the guild’s chair, Oda Lind, said on Saturday. “We will not go back,” she said.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "strike"
    made.mkdir()
    (made / "a.txt").write_text(f"Outlet: Lund Post\nDate: 2031-02-07\n\n{TEXT}", encoding="utf-8")
    (made / "b.txt").write_text(f"Outlet: Evening Loaf\nDate: 2031-02-08\n\n{LATER}", encoding="utf-8")
    return made


def _said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_help_shows_examples_of_each_command(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, shown in ((["--help"], "sayso verify brief.json"), (["brief", "-h"], "--as-of 2024-10-25")):
        assert main(arguments) == 0
        assert shown in _said(capsys)[0]
    assert main(["verify", "--help"]) == 0
    assert "sayso verify brief.json articles/" in _said(capsys)[0]


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "Commands:" in _said(capsys)[0]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert _said(capsys)[0] == f"sayso {__version__}\n"


def test_help_and_wrong_calls_do_not_wait_for_spacy() -> None:
    code = "import sys; from sayso.cli import main; main(['--help']); main(['brief']); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope"], "No such command 'nope'"),
        (["brief"], "Missing argument 'PATH'"),
        (["brief", "--colour"], "No such option: --colour"),
        (["brief", "x", "--format", "pdf"], "'pdf' is not one of 'text', 'markdown', 'html', 'json'"),
        (["brief", "x", "--as-of", "soon"], '"soon" is not a date'),
        (["brief", "x", "-o", "nowhere/brief.html"], "the folder nowhere does not exist"),
        (["brief", "nowhere.txt"], "nowhere.txt"),
        (["brief", ""], "one of the paths is empty"),
        (["verify"], "Missing argument 'FILE.json'"),
        (["verify", "nowhere.json"], "cannot read nowhere.json"),
        (["verify", "."], "cannot read ."),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_code_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = _said(capsys)
    assert out == ""
    assert err.startswith("sayso: ") and err.count("\n") == 1 and said in err


def test_a_brief_is_printed_plain_when_piped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(folder)]) == 0
    out, err = _said(capsys)
    assert "1 Lund Post" in out and "2 Evening Loaf" in out
    assert "\x1b" not in out and err == ""


def test_what_cannot_be_read_is_one_line_and_the_rest_comes_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "c.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    (folder / "d.txt").write_text("", encoding="utf-8")
    assert main(["brief", str(folder)]) == 0
    out, err = _said(capsys)
    assert [line.split(":")[1].strip() for line in err.splitlines()] == ["skipped c.txt", "skipped d.txt"]
    assert "NOT READ" in out and "d.txt: empty" in out and "Lund Post" in out


def test_nothing_readable_is_exit_code_1_with_the_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "d.txt").write_text("", encoding="utf-8")
    assert main(["brief", str(tmp_path)]) == 1
    out, err = _said(capsys)
    assert out == ""
    assert err.splitlines()[-1] == "sayso: nothing could be read"
    assert "skipped d.txt: empty" in err


def test_as_of_leaves_out_what_came_later(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(folder), "--as-of", "2031-02-07"]) == 0
    out, err = _said(capsys)
    assert "as of 2031-02-07" in out and "2 Evening Loaf" not in out
    assert "skipped b.txt: published 2031-02-08" in err
    assert main(["brief", str(folder), "--as-of", "2001-01-01"]) == 1
    assert "no article was published by 2001-01-01" in _said(capsys)[1]


@pytest.mark.parametrize(
    ("name", "start"), [("b.html", "<!doctype html>"), ("b.json", "{"), ("b.md", "# "), ("b", ""), ("b.txt", "")]
)
def test_the_ending_of_the_file_names_the_format(
    folder: Path, tmp_path: Path, name: str, start: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / name
    assert main(["brief", str(folder), "-o", str(target)]) == 0
    assert _said(capsys) == ("", "")
    assert target.read_text(encoding="utf-8").startswith(start)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([name, "strike"])


def test_format_wins_over_the_ending(folder: Path, tmp_path: Path) -> None:
    assert main(["brief", str(folder), "-o", str(tmp_path / "b.html"), "--format", "json"]) == 0
    assert json.loads((tmp_path / "b.html").read_text(encoding="utf-8"))["format"] == "sayso-brief-1"


def test_a_saved_brief_verifies_and_an_edited_one_does_not(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "b.json"
    assert main(["brief", str(folder), "-o", str(saved)]) == 0
    assert main(["verify", str(saved)]) == 0
    assert "spans hold in the texts saved in the file." in _said(capsys)[0]
    assert main(["verify", str(saved), str(folder)]) == 0
    article = folder / "a.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("Three", "Seven"), encoding="utf-8")
    assert main(["verify", str(saved), str(folder)]) == 1
    out = _said(capsys)[0]
    assert "does not stand at" in out and len(out.splitlines()) <= 22 + 1
    raw = json.loads(saved.read_text(encoding="utf-8"))
    raw["articles"][0]["text"] += " More."
    saved.write_text(json.dumps(raw), encoding="utf-8")
    assert main(["verify", str(saved)]) == 1


@pytest.mark.parametrize("content", [b"", b"no brief", b"\xff\xfe\x00", b'{"format": "sayso-brief-1"}', b"[1, 2]"])
def test_a_file_that_is_no_saved_brief_is_exit_code_2(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "b.json"
    saved.write_bytes(content)
    assert main(["verify", str(saved)]) == 2
    out, err = _said(capsys)
    assert out == "" and err.count("\n") == 1 and str(saved) in err


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["brief", "-"]) == 0
    assert "bakers’ guild" in _said(capsys)[0]


def test_a_folder_is_no_place_to_write_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(folder), "-o", str(folder)]) == 2
    assert "is a folder" in _said(capsys)[1]


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "b.md"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    write_file(target, "new\n")
    assert target.read_text(encoding="utf-8") == "new\n"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "b.md"
    target.write_text("old", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UsageError, match="No space left"):
        write_file(target, "new")
    assert [p.name for p in tmp_path.iterdir()] == ["b.md"]
    assert target.read_text(encoding="utf-8") == "old"


def test_a_link_is_written_through(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    write_file(link, "new")
    assert link.is_symlink() and real.read_text(encoding="utf-8") == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(Path(os.devnull), "text")
    assert not Path(os.devnull).is_file()


def test_a_reader_that_leaves_is_no_error(folder: Path) -> None:
    command = [sys.executable, "-m", "sayso", "brief", str(folder), "--full"]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert started.stdout and started.stderr
    started.stdout.close()
    assert started.wait(60) == 0
    assert started.stderr.read() == b""
    started.stderr.close()


def test_an_interrupt_is_exit_code_130_without_a_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)

    monkeypatch.setattr(brief_command.pipeline, "read_story", interrupted)
    assert main(["brief", str(folder)]) == 130
    assert "Traceback" not in _said(capsys)[1]


def test_a_progress_bar_is_for_a_terminal_and_many_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for i in range(brief_command.BAR_FROM):
        (tmp_path / f"{i}.txt").write_text(f"{TEXT} Edition {i} of the day.", encoding="utf-8")
    assert main(["brief", str(tmp_path)]) == 0
    assert _said(capsys)[1] == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["brief", str(tmp_path)]) == 0
    assert "reading" in _said(capsys)[1]


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_terminals_that_want_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], no_colour: str, coloured: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["brief", str(folder)]) == 0
    assert ("\x1b[" in _said(capsys)[0]) is coloured
