"""``python -m quality.resolution [DATA …]``: the scores of source resolution; without DATA on all that is annotated."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from quality.resolution.score import score
from quality.tasks.resolution import predict_sources

PROJECT = Path(__file__).parents[2]


def main(argv: Sequence[str]) -> int:
    """Print a line of scores for each file or folder."""
    for data in [Path(a) for a in argv] or _all():
        if data.exists():
            scores = score(data, json.loads(json.dumps(list(predict_sources(data)))))
            print(data.name, " ".join(f"{name} {s['accuracy']:.4f} ({s['n']})" for name, s in scores.items()))
    return 0


def _all() -> list[Path]:
    evaluation = Path(os.environ.get("SAYSO_EVAL") or PROJECT.parent / "shared" / "eval")
    examples = sorted((PROJECT / "examples" / "gold").iterdir())
    return [evaluation / "bulk" / "abp.jsonl.gz", evaluation / "korea", *examples]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
