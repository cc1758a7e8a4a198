"""Read the relations of a document, each once."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.annotate.relations.acts import Acts
from sayso.annotate.relations.deliveries import Deliveries
from sayso.annotate.relations.demands import Demands
from sayso.annotate.relations.disputes import Disputes
from sayso.annotate.relations.ends import End
from sayso.annotate.relations.idioms import Idioms
from sayso.annotate.relations.own_words import OwnWords
from sayso.annotate.relations.premises import Premises
from sayso.annotate.relations.rebuttals import Rebuttals
from sayso.annotate.relations.remarks import Remarks
from sayso.annotate.relations.replies import Replies
from sayso.annotate.relations.rulings import Rulings
from sayso.annotate.relations.sources import Sources
from sayso.annotate.relations.strikes import Strikes
from sayso.annotate.relations.threats import Threats
from sayso.annotate.relations.ties import Ties
from sayso.model import Annotation, Relation


class _Told(Ties, Idioms, Sources, Replies, Rebuttals, Rulings, Demands, Disputes, OwnWords, Threats):
    """Reads what is said of somebody."""


class _Reader(Acts, Deliveries, Premises, Remarks, Strikes, _Told):
    """Reads relations of every kind."""


def read_relations(doc: Doc, annotation: Annotation) -> tuple[Relation, ...]:
    """Return the relations in the order of the text, each source and target once a sentence for either sign."""
    reader = _Reader(doc, annotation)
    found: dict[tuple[int, End | None, End | None, bool], Relation] = {}
    told = (*reader.idioms(), *reader.acts(), *reader.attitudes(), *reader.attributed(), *reader.replies())
    told = (*told, *reader.blamed(), *reader.threats(), *reader.deliveries(), *reader.demands(), *reader.disputes())
    told = (*told, *reader.strikes(), *reader.remarks(), *reader.in_own_words())
    more = (*reader.rebuttals(), *reader.responses(), *reader.arrests(), *reader.removals(), *reader.on_premises())
    for relation in (*told, *more):
        found.setdefault((relation.sentence, *_ends(relation), relation.stance < 0), relation)
    ordered = sorted(found.values(), key=_place)
    return tuple(replace(r, id=n) for n, r in enumerate(ordered))


def _ends(relation: Relation) -> tuple[End | None, End | None]:
    by, to = relation.source, relation.target
    return relation.source_words if by is None else by, relation.target_words if to is None else to


def _place(relation: Relation) -> tuple[int, ...]:
    """Return where a relation stands: by its words, then its actors before those who are named by words alone."""
    ends = (relation.source, relation.target)
    return relation.words.start, relation.words.end, *(-1 if end is None else end for end in ends)
