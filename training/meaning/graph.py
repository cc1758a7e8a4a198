"""The sentence encoder as an ONNX graph, written down operation by operation, its weights in 8 bits.

Only the weights are in 8 bits (one scale a row), the arithmetic is not: with 8-bit arithmetic, one scale a matrix,
31 % of the nearest neighbours are others than in 32 bits, with this 4 %.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

LAYERS, HEADS, WIDTH = 6, 12, 384
OPSET = 18
Weights = Mapping[str, Any]


def graph(weights: Weights) -> Any:
    """Return the ONNX model: ``ids`` (n, t) without padding -> ``vector`` (n, 384) of length one."""
    made = _Made(weights)
    made.encoder()
    body = helper.make_graph(
        made.nodes,
        "meaning",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "t"])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", WIDTH])],
        made.constants,
    )
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


class _Made:
    """The nodes and constants so far; each method returns the name of what it computes."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def op(self, kind: str, *inputs: str, **settings: Any) -> str:
        """Add the node of an ONNX operator over the named inputs."""
        name = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **settings))
        return name

    def constant(self, value: Any) -> str:
        """Add an array that the graph holds."""
        name = f"constant_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def bytes_of(self, matrix: Any) -> tuple[str, str]:
        """Return the names of a matrix in 8 bits and of its scales, one a row."""
        scale = np.maximum(np.abs(matrix).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
        return self.constant(np.round(matrix / scale).astype(np.int8)), self.constant(scale)

    def encoder(self) -> None:
        """Add all layers and the mean over the tokens, scaled to length one: the output ``vector``."""
        at = self.embedded()
        for layer in range(LAYERS):
            at = self.layer(at, f"encoder.layer.{layer}.")
        mean = self.op("ReduceMean", at, self.constant(np.array([1])), keepdims=0)
        length = self.op("ReduceL2", mean, self.constant(np.array([1])), keepdims=1)
        self.nodes.append(helper.make_node("Div", [mean, length], ["vector"]))

    def embedded(self) -> str:
        """Add the vectors of the tokens and their places, (n, t, 384)."""
        weights, e = self.weights, "embeddings."
        small, scale = self.bytes_of(weights[e + "word_embeddings.weight"])
        word = self.op("Cast", self.op("Gather", small, "ids"), to=TensorProto.FLOAT)
        word = self.op("Mul", word, self.op("Gather", scale, "ids"))
        count = self.op("Shape", "ids", start=1, end=2)
        place = weights[e + "position_embeddings.weight"] + weights[e + "token_type_embeddings.weight"][0]
        zero, one = self.constant(np.array([0])), self.constant(np.array([0]))
        places = self.op("Slice", self.constant(place), zero, count, one)
        return self.normed(self.op("Add", word, places), e + "LayerNorm")

    def layer(self, at: str, name: str) -> str:
        """Add one layer, attention and feed-forward, (n, t, 384) -> the same (Devlin et al. 2019)."""
        attention = name + "attention."
        query, key, value = (self.split(self.linear(at, f"{attention}self.{k}")) for k in ("query", "key", "value"))
        scores = self.op("MatMul", query, self.op("Transpose", key, perm=[0, 1, 3, 2]))
        scores = self.op("Mul", scores, self.constant(np.float32((WIDTH / HEADS) ** -0.5)))
        mixed = self.op("MatMul", self.op("Softmax", scores, axis=-1), value)
        joined = self.op("Reshape", self.op("Transpose", mixed, perm=[0, 2, 1, 3]), self.shape(0, 0, WIDTH))
        out = self.linear(joined, attention + "output.dense")
        at = self.normed(self.op("Add", out, at), attention + "output.LayerNorm")
        wide = self.gelu(self.linear(at, name + "intermediate.dense"))
        return self.normed(self.op("Add", self.linear(wide, name + "output.dense"), at), name + "output.LayerNorm")

    def split(self, at: str) -> str:
        """Add the split into heads, (n, t, 384) -> (n, 12, t, 32)."""
        whole = self.op("Reshape", at, self.shape(0, 0, HEADS, WIDTH // HEADS))
        return self.op("Transpose", whole, perm=[0, 2, 1, 3])

    def linear(self, at: str, name: str) -> str:
        """Add a product with the weights of that name, and their bias."""
        # A cast and a product of constants are computed once, when the graph is loaded.
        small, scale = self.bytes_of(self.weights[name + ".weight"])
        full = self.op("Mul", self.op("Cast", small, to=TensorProto.FLOAT), scale)
        product = self.op("MatMul", at, self.op("Transpose", full, perm=[1, 0]))
        return self.op("Add", product, self.constant(self.weights[name + ".bias"]))

    def normed(self, at: str, name: str) -> str:
        """Add the layer's normalisation (Ba et al. 2016)."""
        scale, shift = (self.constant(self.weights[f"{name}.{k}"]) for k in ("weight", "bias"))
        return self.op("LayerNormalization", at, scale, shift, epsilon=1e-12)

    def gelu(self, at: str) -> str:
        """Add the exact GELU, by the error function (Hendrycks & Gimpel 2016)."""
        curve = self.op("Erf", self.op("Mul", at, self.constant(np.float32(2**-0.5))))
        half = self.op("Mul", at, self.constant(np.float32(0.5)))
        return self.op("Mul", half, self.op("Add", curve, self.constant(np.float32(1.0))))

    def shape(self, *sizes: int) -> str:
        """Add a shape to reshape to; 0 keeps the input's size."""
        return self.constant(np.array(sizes, dtype=np.int64))
