"""Factuality: did it happen, according to the text? A label and a value for each given predicate.

A row gives ``predicates`` as ``{"start", "end"}``; nothing else of them is read. A row with a date of publication
or a topic is a news document and gets MEANTIME's five labels. A row without them is a sentence alone and gets the
three labels and the scale of UDS-IH2, -3 (certainly did not happen) to 3 (certainly happened).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from spacy.tokens import Doc

from quality.rows import Row, article_of, read_rows
from sayso.annotate.certainty import Judge, Judgement
from sayso.annotate.clauses import Tree, innermost
from sayso.annotate.reader import annotate_doc, parser
from sayso.errors import UsageError
from sayso.model import Article, Certainty, Mode, Polarity, Span

NEWS_FIELDS: Final = ("dct", "topic")
# What the UDS-IH2 judges meant: the scale's value for how a predicate is put. They were asked whether it happened,
# so what is still to come, demanded or feared did not; and of states that are negated ("I don't like it") they
# often said that it happened. Set on the even-numbered half of UDS-IH2 dev (median by kind, to a quarter).
VALUES: Final = {
    (Mode.PREDICTED, Polarity.POSITIVE): -1.5,
    (Mode.PREDICTED, Polarity.NEGATIVE): -2.25,
    (Mode.DEMANDED, Polarity.POSITIVE): -1.75,
    (Mode.DEMANDED, Polarity.NEGATIVE): -2.25,
    (Mode.FEARED, Polarity.POSITIVE): -1.75,
    (Mode.FEARED, Polarity.NEGATIVE): -1.75,
    (Mode.HYPOTHETICAL, Polarity.POSITIVE): -0.75,
    (Mode.HYPOTHETICAL, Polarity.NEGATIVE): -1.0,
    (Mode.ASKED, Polarity.POSITIVE): 0.0,
    (Mode.ASKED, Polarity.NEGATIVE): 0.0,
    (Mode.DENIED, Polarity.NEGATIVE): 0.0,
}
ASSERTED: Final = {
    Certainty.CERTAIN: 2.25,
    Certainty.PROBABLE: 2.25,
    Certainty.POSSIBLE: -1.75,
    Certainty.UNKNOWN: 0.0,
}
NEGATED: Final = {
    Certainty.CERTAIN: 0.75,
    Certainty.PROBABLE: -2.25,
    Certainty.POSSIBLE: 0.0,
    Certainty.UNKNOWN: 0.0,
}
TO_COME: Final = frozenset({Mode.PREDICTED, Mode.DEMANDED})


def predict_file(source: Path) -> Iterator[Row]:
    """Return ``{"doc_id", "predicates": [{"start", "end", "label"}]}`` for each row; sentences also get "value".

    Raises:
        UsageError: ``source`` is missing, or one of its rows has no text or no ``predicates``.

    """
    rows = read_rows(source)
    spans = [_given(row, source) for row in rows]
    articles = [article_of(row) for row in rows]
    docs = parser().pipe((a.text for a in articles), batch_size=16)
    for row, article, given, doc in zip(rows, articles, spans, docs, strict=True):
        news = any(row.get(field) for field in NEWS_FIELDS)
        judged = zip(given, _judged(doc, article, given), strict=True)
        found = [{"start": start, "end": end, **answer(judgement, news=news)} for (start, end), judgement in judged]
        yield {"doc_id": row["doc_id"], "predicates": found}


def answer(judgement: Judgement, *, news: bool) -> dict[str, Any]:
    """Return MEANTIME's label (``news``), else UDS-IH2's value and the label that the value has."""
    if news:
        return {"label": news_label(judgement)}
    value = uds_value(judgement)
    return {"label": "happened" if value >= 1 else "not_happened" if value <= -1 else "uncertain", "value": value}


def news_label(judgement: Judgement) -> str:
    """Return one of happened, future, uncertain, not_happened, underspecified."""
    certainty, polarity, mode = judgement
    if polarity is Polarity.NEGATIVE:
        return "not_happened"
    if mode in TO_COME:
        return "future"
    if mode is Mode.HYPOTHETICAL:
        return "underspecified"
    return "uncertain" if certainty in (Certainty.POSSIBLE, Certainty.UNKNOWN) else "happened"


def uds_value(judgement: Judgement) -> float:
    """Return a value on the scale from -3 to 3."""
    certainty, polarity, mode = judgement
    by_certainty = ASSERTED if polarity is Polarity.POSITIVE else NEGATED
    return VALUES.get((mode, polarity), by_certainty[certainty])


def _judged(doc: Doc, article: Article, spans: Sequence[tuple[int, int]]) -> list[Judgement]:
    """Judge each span by its main word; one outside the text counts as plainly asserted."""
    annotation, tree = annotate_doc(doc, article), Tree.of(doc)
    judge, held = Judge(tree, annotation), innermost(tree, annotation)
    roots = [tree.root(tree.within(Span.of(doc.text, *span))) for span in spans]
    return [Judgement() if root is None else judge(root, held[root]) for root in roots]


def _given(row: Row, source: Path) -> list[tuple[int, int]]:
    try:
        return [(int(p["start"]), int(p["end"])) for p in row["predicates"]]
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{source}: {row['doc_id']}: predicates with start and end are wanted") from error
