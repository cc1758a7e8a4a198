"""From token ranges to attributions with spans of the article's text."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from sayso.annotate.attribution.found import Found
from sayso.annotate.resolution import resolve
from sayso.annotate.sentences import sentence_at
from sayso.annotate.sources import source_type
from sayso.annotate.view import Range, View
from sayso.model import Annotation, Attribution, Kind, Span

MARKS = '"“”„«»‘'
BROKEN = re.compile(r"[\"”][^\"“”]*\w[^\"“”]*[\"“]")


def build(
    doc: Doc, annotation: Annotation, view: View, chosen: list[tuple[Found, int | None]]
) -> tuple[Attribution, ...]:
    """Return the attributions, ids in the order given; a parent is the id of the attribution around."""
    return tuple(_one(doc, annotation, view, k, f, parent) for k, (f, parent) in enumerate(chosen))


def _one(doc: Doc, annotation: Annotation, view: View, number: int, f: Found, parent: int | None) -> Attribution:
    source, cue, content = (spans(view, r) for r in (f.source, f.cue, f.content))
    actors = resolve(doc, annotation, source) if source else ()
    kind, subtype = source_type(view, f.source, f.rule, [annotation.actors[i] for i in actors])
    return Attribution(
        id=number,
        source=source,
        cue=cue,
        content=content,
        sentence=sentence_at(annotation.sentences, content[0].start),
        kind=kind_of(content),
        source_type=kind,
        source_subtype=subtype,
        actors=actors,
        parent=parent,
        rule=f.rule,
        cue_lemma=f.lemma,
        reader=f.reader,
        score=round(f.share, 3),
    )


def spans(view: View, ranges: tuple[Range, ...]) -> tuple[Span, ...]:
    """Return the spans of token ranges, trimmed of blanks, empty ones left out."""
    made = []
    for i, j in ranges:
        words = view.text[view.start[i] : view.end[j - 1]]
        start = view.start[i] + len(words) - len(words.lstrip())
        end = view.end[j - 1] - (len(words) - len(words.rstrip()))
        if start < end:
            made.append(Span.of(view.text, start, end))
    return tuple(made)


def kind_of(content: tuple[Span, ...]) -> Kind:
    """Return direct where all of it stands in quotation marks, mixed where some does, else indirect."""
    words = " ".join(s.text for s in content).strip().strip(".,;:")
    if not any(c in words for c in MARKS):
        return Kind.INDIRECT
    whole = words[0] in MARKS and words[-1] in MARKS + "’" and not BROKEN.search(words[1:-1])
    return Kind.DIRECT if whole else Kind.MIXED
