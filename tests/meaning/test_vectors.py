from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import SaysoError
from sayso.meaning import Vectors, cosine, shipped
from sayso.meaning.vectors import VOCABULARY, load


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return shipped()


def test_what_is_said_in_other_words_lies_nearer_than_another_thing(vectors: Vectors) -> None:
    said, again, other = "seven patients are in hospital", "seven people were taken to a clinic", "it rained"
    known = vectors.of([said, again, other])
    assert cosine(known[said], known[again]) > cosine(known[said], known[other]) + 0.2


def test_a_vector_has_length_one(vectors: Vectors) -> None:
    known = vectors.of(["four people died", "a"])
    assert all(abs(float(np.linalg.norm(v)) - 1) < 1e-5 and v.shape == (384,) for v in known.values())


def test_a_vector_does_not_depend_on_which_others_are_asked_for(vectors: Vectors) -> None:
    alone = vectors.of(["four people died"])["four people died"]
    among = vectors.of(["five people died", "four people died", "a much longer passage about something else"])
    assert cosine(alone, among["four people died"]) == 1.0


@pytest.mark.parametrize("passage", ["", "   ", "—", "\U0001f600", "word " * 2000])
def test_any_passage_has_a_vector(vectors: Vectors, passage: str) -> None:
    assert np.isfinite(vectors.of([passage])[passage]).all()


def test_no_passage_no_vector(vectors: Vectors) -> None:
    assert not vectors.of([])


def test_a_damaged_encoder_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "encoder.onnx").write_bytes(b"no graph")
    with as_file(files("sayso.data")) as folder, pytest.raises(SaysoError, match="--fast"):
        load(tmp_path / "encoder.onnx", folder / VOCABULARY)
