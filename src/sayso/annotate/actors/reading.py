"""Read actors and their mentions: names first, then all else in the order of the text."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from sayso.annotate.actors.clusters import cluster_names
from sayso.annotate.actors.discourse import Discourse
from sayso.annotate.actors.drafts import Draft, Found
from sayso.annotate.actors.names import find_names
from sayso.annotate.actors.nominals import find_nominals
from sayso.annotate.actors.words import Words
from sayso.annotate.sentences import sentence_at
from sayso.model import Actor, Annotation, Mention, Span


def read_actors(doc: Doc, annotation: Annotation) -> tuple[Actor, ...]:
    """Return the actors in the order of their first mention, each with its mentions in the order of the text.

    The same words may be part of two mentions, one inside the other ("Chinese" in "Chinese President Xi").
    """
    w = Words(doc, annotation.sentences)
    names = find_names(w)
    drafts = cluster_names(w, names)
    by_head = {f.head: f for f in names}
    taken = {i for f in names for i in range(f.first, f.end)}
    discourse = Discourse(w, drafts, list(find_nominals(w, taken, by_head)))
    made = sorted((d for d in discourse.read() if d.found), key=_first)
    return tuple(_actor(number, d, w, annotation) for number, d in enumerate(made))


def _first(draft: Draft) -> tuple[int, int, str]:
    return (*min((f.start, f.end) for f in draft.found), draft.name)


def _actor(number: int, draft: Draft, w: Words, annotation: Annotation) -> Actor:
    found = sorted({(f.start, f.end): f for f in draft.found}.values(), key=lambda f: (f.start, f.end))
    mentions = tuple(_mention(f, w, annotation) for f in found)
    return Actor(number, _name(draft, w), draft.type, mentions, draft.speaks_for, draft.role)


def _name(draft: Draft, w: Words) -> str:
    """A description stands under its most frequent words; headings, which put capitals, only count alone."""
    if draft.named:
        return draft.name
    said = [f for f in draft.found if f.kind == "nominal" and (f.qualified or not draft.qualifiers)]
    plain = [f for f in said if not w.heading[f.head]]
    return Counter(f.name for f in plain or said).most_common(1)[0][0] if said else draft.name


def _mention(f: Found, w: Words, annotation: Annotation) -> Mention:
    span = Span.of(w.text, w.starts[f.start], w.ends[f.end - 1])
    return Mention(span, sentence_at(annotation.sentences, span.start), f.kind, f.as_place)
