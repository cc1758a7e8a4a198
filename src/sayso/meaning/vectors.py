"""One vector a passage, so that what is said in other words lies near: all-MiniLM-L6-v2, run by ONNX Runtime.

The encoder is MiniLM (Wang et al. 2020) as trained on sentence pairs (Reimers & Gurevych 2019). ``python -m
training.meaning`` writes its graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sayso.errors import SaysoError
from sayso.meaning.pieces import FIRST, LAST, WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession, SessionOptions

FOLDER, GRAPH = "meaning", "encoder.onnx"
# The attribution reader grew from the same encoder, so both cut words by one list.
VOCABULARY = Path("attribution") / "vocab.txt"
LONGEST = 126  # pieces of a passage that are read; the encoder was trained on 128 with the two marks
TOGETHER = 32  # passages a run
Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vectors:
    """The encoder with its word-pieces. A passage's vector does not depend on which others are asked for."""

    session: InferenceSession
    cut: WordPieces

    def of(self, passages: Iterable[str]) -> Mapping[str, Array]:
        """Return for each passage its vector: 384 numbers, of length one."""
        pieces = {passage: self._pieces(passage) for passage in sorted(set(passages))}
        return {passage: row for some in _batches(pieces) for passage, row in self._run(some, pieces)}

    def _pieces(self, passage: str) -> tuple[int, ...]:
        found = [n for word in passage.split() for n in self.cut.of(word)]
        return (FIRST, *found[:LONGEST], LAST)

    def _run(self, some: Sequence[str], pieces: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[str, Array]]:
        (rows,) = self.session.run(None, {"ids": np.array([pieces[passage] for passage in some], dtype=np.int64)})
        return zip(some, rows, strict=True)


def cosine(a: Array, b: Array) -> float:
    """Return how near two passages are in meaning, -1 to 1, rounded so that no machine's last bit decides."""
    return round(float(a @ b), 4)


def _batches(pieces: Mapping[str, tuple[int, ...]]) -> Iterator[list[str]]:
    """Go through the passages in batches of one length: nothing is padded, so none changes another."""
    ordered = sorted(pieces, key=lambda passage: (len(pieces[passage]), passage))
    for _, group in groupby(ordered, key=lambda passage: len(pieces[passage])):
        some = list(group)
        yield from (some[at : at + TOGETHER] for at in range(0, len(some), TOGETHER))


@lru_cache(maxsize=1)
def shipped() -> Vectors:
    """Return the encoder that the package ships, loaded once a process.

    Raises:
        SaysoError: its files are missing or damaged.
    """
    with as_file(files("sayso.data")) as folder:
        return load(folder / FOLDER / GRAPH, folder / VOCABULARY)


def load(graph: Path, vocabulary: Path) -> Vectors:
    """Return the encoder of two files.

    Raises:
        SaysoError: a file is missing or damaged.
    """
    # Only here: once ONNX Runtime is imported spaCy parses a seventh more slowly, and --fast does without it.
    from onnxruntime import InferenceSession

    try:
        words = vocabulary.read_text(encoding="utf-8").splitlines()
        session = InferenceSession(str(graph), _options(), providers=["CPUExecutionProvider"])
    except Exception as problem:  # ONNX Runtime raises types of its own, one a cause
        raise SaysoError(
            f"{graph}: the sentence encoder cannot be loaded ({problem}); install sayso again, or use --fast"
        ) from problem
    return Vectors(session, WordPieces({word: n for n, word in enumerate(words)}))


def _options() -> SessionOptions:
    from onnxruntime import SessionOptions

    options = SessionOptions()
    # A story's claims are encoded once, while its reader waits. Two threads share out rows, so the sums stay the same.
    options.intra_op_num_threads, options.inter_op_num_threads = 2, 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return options
