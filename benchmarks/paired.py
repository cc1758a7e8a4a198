"""Two commands by turns, each in a fresh process: what the machine does meanwhile falls on both."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from sayso.errors import SaysoError

PROJECT = Path(__file__).parent.parent
# One thread each, so that seconds of one core are compared with seconds of one core.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Pairs:
    """Seconds of sayso and of the baseline, pair by pair."""

    sayso: tuple[float, ...]
    bare: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """sayso's seconds over the baseline's, pair by pair."""
        return tuple(s / b for s, b in zip(self.sayso, self.bare, strict=True))

    @property
    def total(self) -> float:
        """All of sayso's seconds over all of the baseline's."""
        return sum(self.sayso) / sum(self.bare)

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios."""
        return median(self.ratios)


def alternate(sayso: Callable[[], float], bare: Callable[[], float], pairs: int) -> Pairs:
    """Run the two by turns, A B A B; each gives its seconds."""
    seconds = [(sayso(), bare()) for _ in range(pairs)]
    return Pairs(tuple(s for s, _ in seconds), tuple(b for _, b in seconds))


def wall_seconds(command: Sequence[str]) -> float:
    """Run the command and return the seconds until it ended.

    Raises:
        SaysoError: it ended with an error.

    """
    start = time.perf_counter()
    printed(command)
    return time.perf_counter() - start


def printed(command: Sequence[str]) -> str:
    """Run the command from the project's folder and return what it prints.

    Raises:
        SaysoError: it ended with an error; the last line that it wrote is in the message.

    """
    done = subprocess.run(
        command, cwd=PROJECT, env=os.environ | ONE_THREAD, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise SaysoError(f"{' '.join(command[1:4])} ended with code {done.returncode}: {last}")
    return done.stdout
