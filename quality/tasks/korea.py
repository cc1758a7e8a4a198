"""A folder of articles on one story: attributions and figures of each, and what holds between them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from quality.rows import Row, article_of, read_rows
from quality.tasks.attribution import attributions, pairs
from sayso.brief.select import select
from sayso.compare.chain import voucher
from sayso.errors import UsageError
from sayso.model import Account, Annotation, Brief, Citation, Comparison, Figure, Gathered
from sayso.pipeline import read_story

META = "articles.jsonl"


def predict_folder(folder: Path) -> Iterator[Row]:
    """Return a row an article and the row "story".

    ``folder`` holds the articles as ``*.txt``, read as they are. Where their titles, outlets and dates are known,
    ``articles.jsonl`` beside them gives them (``doc_id`` is the file's name without ending).

    Raises:
        UsageError: nothing to read there, or a file that is not UTF-8.

    """
    gathered = Gathered(tuple(article_of(row) for row in _article_rows(folder)))
    comparison = read_story(gathered)
    for skipped in comparison.skipped:
        print(skipped, file=sys.stderr)
    names = {a.id: a.name for a in comparison.articles}
    yield from (_article_row(annotation) for annotation in comparison.annotations)
    yield story_row(comparison, select(comparison, full=False), names)


def story_row(comparison: Comparison, brief: Brief, names: dict[str, str]) -> Row:
    """Return the row "story"; ``names`` maps the articles' ids to their files' names."""

    def cited(citations: Iterable[Citation]) -> list[Row]:
        return [{"doc_id": names[c.article], "spans": pairs(c.spans)} for c in citations]

    lines = (line for section in brief.sections for line in section.lines)
    return {
        "doc_id": "story",
        "disagreements": [
            {"type": d.type, "citations": cited(c for side in d.sides for c in side.citations)}
            for d in comparison.disagreements
        ],
        # Also accounts of one claim: B-cubed is of a partition, and a claim said once is one account of it.
        "claim_groups": [{"members": list(_members(comparison, a, names))} for a in comparison.accounts],
        "brief": [
            {"text": " ".join(filter(None, (x.label, x.text, x.note))), "citations": cited(x.citations)} for x in lines
        ],
        "timeline": [{"date": t.date, "citations": cited(t.citations)} for t in comparison.timeline],
        "relations": [
            {"from": r.source, "to": r.target, "stance": r.stance, "citations": cited(r.citations)}
            for r in comparison.relations
        ],
        "questions": [
            {
                "citations": cited(q.citations),
                "later": cited((*q.settled_by, *q.followed_by)),
                "settled": bool(q.settled_by),
            }
            for q in comparison.questions
        ],
        "copies": [{"a": names[c.a], "b": names[c.b]} for c in comparison.links.copies],
    }


def _members(comparison: Comparison, account: Account, names: dict[str, str]) -> Iterator[Row]:
    by_id = {a.article.id: a for a in comparison.annotations}
    for ref in account.claims:
        yield {"doc_id": names[ref.article], "spans": pairs(by_id[ref.article].claims[ref.claim].spans)}


def _article_row(annotation: Annotation) -> Row:
    """Return the row of an article; spans of time are left out, which the gold counts among the times."""
    return {
        "doc_id": annotation.article.name,
        "attributions": attributions(annotation),
        "quantities": [_quantity(annotation, f) for f in annotation.figures if not _is_duration(annotation, f)],
    }


def _is_duration(annotation: Annotation, figure: Figure) -> bool:
    return figure.head is None and any(t.type == "DURATION" and t.span.overlaps(figure.span) for t in annotation.times)


def _quantity(annotation: Annotation, figure: Figure) -> Row:
    number = figure.attribution
    said_by = annotation.attributions[voucher(annotation, number)].source if number is not None else ()
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "value": figure.value,
        "bound": figure.bound.value,
        "said_by": pairs(said_by) or None,
    }


def _article_rows(folder: Path) -> Iterator[Row]:
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise UsageError(f"{folder}: no *.txt in this folder")
    meta = {str(row["doc_id"]): row for row in _meta(folder)}
    for path in paths:
        yield {**meta.get(path.stem, {}), "doc_id": path.stem, "text": _raw(path)}


def _meta(folder: Path) -> list[Row]:
    path = folder / META
    return read_rows(path, needs_text=False) if path.exists() else []


def _raw(path: Path) -> str:
    # Line ends stay as they are: the offsets of the gold count them.
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text ({error.reason})") from error
