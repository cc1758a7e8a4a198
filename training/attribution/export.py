"""From trained weights to what ships: an ONNX graph, its encoder in 8-bit weights with one scale a channel."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from sayso.annotate.attribution.trained.features import CODES, SIZES
from training.attribution.model import Reader, Scores

INPUTS = ("ids", "mask", "features", "first", "words", "codes")
OPSET = 18
QUANTISED = ("MatMul", "Gemm", "Gather")
PIECES = "word_embeddings"


def export(reader: Reader, to: Path) -> None:
    """Write ``reader`` as ONNX with 8-bit weights; inputs are ``Batch.named()``, outputs the fields of Scores."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        export_plain(reader, plain)
        quantise(plain, to)


def export_plain(reader: Reader, to: Path) -> None:
    """Write ``reader`` as ONNX in 32-bit numbers."""
    reader.eval()
    b, t, w = (torch.export.Dim(name, min=2, max=4096) for name in ("b", "t", "w"))
    shapes = ({0: b, 1: t}, {0: b, 1: t}, {0: b, 1: t}, {0: b, 1: w}, {0: b, 1: w}, {0: b, 1: w, 2: w})
    program = torch.onnx.export(
        reader,
        _example(),
        dynamo=True,
        dynamic_shapes=shapes,
        input_names=list(INPUTS),
        output_names=[f"{name}_scores" for name in Scores._fields],
        opset_version=OPSET,
    )
    assert program is not None
    program.save(str(to), external_data=False)


def quantise(plain: Path, to: Path) -> None:
    """Write the graph of ``plain`` with the encoder's matrices and its table of word-pieces in 8 bits.

    The heads stay as they are: they are small, and in 8 bits they cost more of the score than the whole encoder.
    """
    quantize_dynamic(
        plain,
        to,
        op_types_to_quantize=list(QUANTISED),
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=_heads(onnx.load(str(plain)).graph),
        extra_options={"MatMulConstBOnly": True},
    )
    onnx.checker.check_model(str(to))


def _heads(graph: Any) -> list[str]:
    """Return the names of the nodes behind the encoder (from where words are taken), and of its small tables."""
    nodes = [(i, n) for i, n in enumerate(graph.node) if n.op_type in QUANTISED]
    taken = max(i for i, n in enumerate(graph.node) if n.op_type == "GatherElements")
    small = {n.name for _, n in nodes if n.op_type == "Gather" and not any(PIECES in name for name in n.input)}
    return sorted(small | {n.name for i, n in nodes if i > taken})


def _example() -> tuple[torch.Tensor, ...]:
    rng = np.random.default_rng(0)
    b, t, w = 2, 40, 30
    arrays = (
        rng.integers(1000, 2000, (b, t)),
        np.ones((b, t), dtype=np.int64),
        np.stack([rng.integers(0, n, (b, t)) for n in SIZES], axis=2),
        np.tile(np.arange(1, w + 1), (b, 1)),
        np.ones((b, w), dtype=np.int64),
        rng.integers(0, CODES, (b, w, w)),
    )
    return tuple(torch.from_numpy(a) for a in arrays)
