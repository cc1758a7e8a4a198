"""Read the relations of a document, each once."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.annotate.relations.acts import Acts
from sayso.annotate.relations.blame import Blame
from sayso.annotate.relations.premises import Premises
from sayso.annotate.relations.replies import Replies
from sayso.annotate.relations.sources import Sources
from sayso.annotate.relations.ties import Ties
from sayso.model import Annotation, Relation


class _Reader(Acts, Ties, Sources, Replies, Blame, Premises):
    """Reads relations of every kind."""


def read_relations(doc: Doc, annotation: Annotation) -> tuple[Relation, ...]:
    """Return the relations in the order of the text, each source and target once a sentence for either sign."""
    reader = _Reader(doc, annotation)
    found: dict[tuple[int, int, int, bool], Relation] = {}
    told = (*reader.acts(), *reader.attitudes(), *reader.attributed(), *reader.replies(), *reader.blamed())
    for relation in (*told, *reader.on_premises()):
        found.setdefault((relation.sentence, relation.source, relation.target, relation.stance < 0), relation)
    ordered = sorted(found.values(), key=lambda r: (r.words.start, r.words.end, r.source, r.target))
    return tuple(replace(r, id=n) for n, r in enumerate(ordered))
