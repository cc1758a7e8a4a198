"""Which texts of a file derive from which, as ``scorers.copies`` reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quality.rows import Row, article_of, is_pairs, read_rows
from sayso.errors import UsageError
from sayso.link.copies import find_copies
from sayso.model import Annotation


def predict_pairs(source: Path) -> Iterator[Row]:
    """Return a row ``{"a", "b", "kind", "reason"}`` a pair of texts of which one derives from the other.

    ``source`` holds rows with ``doc_id`` and ``text``, or pairs of ids ("a" and "b"); the texts of ``NAME_pairs.jsonl``
    are read from ``NAME_docs.jsonl`` (or ``.jsonl.gz``) beside it. No label of a pair is looked at.

    Raises:
        UsageError: an input of another shape, or pairs without their texts.

    """
    rows = read_rows(_texts_of(source) if is_pairs(source) else source)
    annotations = [Annotation(article_of(row)) for row in rows]
    names = {a.article.id: a.article.name for a in annotations}
    for copy in find_copies(annotations):
        yield {"a": names[copy.a], "b": names[copy.b], "kind": copy.kind.value, "reason": copy.reason}


def _texts_of(pairs: Path) -> Path:
    name = pairs.name.removesuffix(".gz").removesuffix(".jsonl").removesuffix("pairs") + "docs.jsonl"
    found = next((path for ending in ("", ".gz") if (path := pairs.with_name(name + ending)).exists()), None)
    if not found:
        raise UsageError(f"{pairs}: pairs of ids, and no {name} beside it with their texts")
    return found
