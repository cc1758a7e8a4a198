"""Standard output and error: one-line complaints, whole files or none, and no fuss over a reader that left."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import UsageError


def complain(message: str, code: int) -> int:
    """Say on standard error, in one line, what is wrong, and return the exit code."""
    print(f"sayso: {message}", file=sys.stderr)
    return code


@contextlib.contextmanager
def quiet_pipes() -> Iterator[None]:
    """End quietly when whoever reads our output stops reading (``sayso … | head``)."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at exit, and that must not fail again.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_out(text: str, encoding: str | None = None) -> None:
    """Write to standard output; what its encoding cannot show is replaced and does not stop the rest."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding or sys.stdout.encoding, errors="replace")
    with quiet_pipes():
        sys.stdout.write(text)


def check_target(path: Path) -> None:
    """Raise UsageError before the work begins if ``path`` cannot be written as a file."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder: give -o the name of a file")
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist")


def write_file(path: Path, text: str) -> None:
    """Write the whole file or, where that fails, leave what was there: a temporary file beside it, then a rename.

    Raises UsageError where the file cannot be written.
    """
    check_target(path)
    target = path.resolve()
    if target.exists() and not target.is_file():
        _write_into(target, text)
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    finally:
        Path(name).unlink(missing_ok=True)


def _write_into(device: Path, text: str) -> None:
    """Write to what is no regular file (/dev/stdout, a named pipe): a rename would replace the device itself."""
    try:
        device.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot write {device}: {error.strerror}") from error


def _mode(target: Path) -> int:
    """Keep the permissions of the file that is replaced; a new one gets what the umask leaves."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
