"""The shipped network: its graph and its word-pieces, loaded once a process, run on the CPU by ONNX Runtime."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.annotate.attribution.trained.decode import Scored, Settings
from sayso.annotate.attribution.trained.features import Features
from sayso.annotate.attribution.trained.windows import Pieces, Window, batch, windows
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession, SessionOptions
from sayso.meaning.pieces import WordPieces

FOLDER, GRAPH, VOCABULARY, SETTINGS = "attribution", "reader.onnx", "vocab.txt", "settings.json"


@dataclass(frozen=True, slots=True)
class Network:
    """A graph with what belongs to it. The same article gives the same scores, whatever else is read."""

    session: InferenceSession
    cut: WordPieces
    settings: Settings

    def scores(self, pieces: Pieces, features: Features) -> Iterator[tuple[Window, Scored]]:
        """Yield the windows of an article with the scores of each, in the order of the text.

        Each is run by itself: nothing is padded, none changes another's scores, and as these are of the size of a
        window's words squared, only one window's are held at a time.
        """
        for w in windows(pieces, features.sentence):
            word, *pairs = self.session.run(None, batch([(pieces, features, w.start, w.stop)]).named())
            yield w, Scored(word[0], *(p[0] for p in pairs))


@lru_cache(maxsize=1)
def shipped() -> Network:
    """Return the network that the package ships.

    Raises:
        SaysoError: its files are missing or damaged.
    """
    with as_file(files("sayso.data").joinpath(FOLDER)) as folder:
        return load(folder)


def load(folder: Path) -> Network:
    """Return the network whose files lie in ``folder``: reader.onnx, vocab.txt, settings.json.

    Raises:
        SaysoError: a file is missing or damaged.
    """
    # Only here: once ONNX Runtime is imported spaCy parses a seventh more slowly, and --fast does without it.
    from onnxruntime import InferenceSession

    try:
        words = (folder / VOCABULARY).read_text(encoding="utf-8").splitlines()
        settings = Settings(**json.loads((folder / SETTINGS).read_text(encoding="utf-8")))
        session = InferenceSession(str(folder / GRAPH), _options(), providers=["CPUExecutionProvider"])
    except Exception as problem:  # ONNX Runtime raises types of its own, one a cause
        raise SaysoError(
            f"{folder}: the trained reader cannot be loaded ({problem}); install sayso again, or use --fast"
        ) from problem
    return Network(session, WordPieces({word: n for n, word in enumerate(words)}), settings)


def _options() -> SessionOptions:
    from onnxruntime import SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # sayso is run in parallel over articles
    options.log_severity_level = 3
    return options
