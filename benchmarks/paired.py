"""Commands by turns, each in a fresh process: what the machine does meanwhile falls on all of them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

from sayso.errors import SaysoError

PROJECT = Path(__file__).parent.parent
# One thread each, so that seconds of one core are compared with seconds of one core.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Pairs:
    """What sayso and the baseline took, pair by pair: seconds, or MiB."""

    sayso: tuple[float, ...]
    bare: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """sayso's share of the baseline's, pair by pair."""
        return tuple(s / b for s, b in zip(self.sayso, self.bare, strict=True))

    @property
    def total(self) -> float:
        """All of sayso's over all of the baseline's."""
        return sum(self.sayso) / sum(self.bare)

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios."""
        return median(self.ratios)


@dataclass(frozen=True)
class Run:
    """What a command printed, the seconds until it ended and the most memory that it held (resident), in MiB."""

    out: str
    wall: float
    mebibytes: float


def alternate(sayso: Callable[[], Run], bare: Callable[[], Run], pairs: int) -> list[tuple[Run, Run]]:
    """Run the two by turns, A B A B."""
    return [(sayso(), bare()) for _ in range(pairs)]


def pair(runs: Sequence[tuple[Run, Run]], measure: Callable[[Run], float]) -> Pairs:
    """Return what ``measure`` reads off each pair of runs."""
    return Pairs(tuple(measure(s) for s, _ in runs), tuple(measure(b) for _, b in runs))


def run(command: Sequence[str]) -> Run:
    """Run the command from the project's folder.

    Raises:
        SaysoError: it ended with an error; the last line that it wrote is in the message.

    """
    with TemporaryFile("w+", encoding="utf-8") as out, TemporaryFile("w+", encoding="utf-8") as err:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=PROJECT, env=os.environ | ONE_THREAD, stdout=out, stderr=err)
        _, status, used = os.wait4(child.pid, 0)  # the one call that tells of this child's memory alone
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if child.returncode:
            last = (err.read().strip().splitlines() or ["no message"])[-1]
            raise SaysoError(f"{' '.join(command[1:4])} ended with code {child.returncode}: {last}")
        return Run(out.read(), wall, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
