"""The annotators, in the order in which each may use what the ones before it read.

An annotator is a pure function of the parsed document and the annotation so far. Each is also a spaCy
component ("sayso_figures" …) that keeps its result in ``doc._.sayso``, so that other pipelines can use it:
``nlp.add_pipe("sayso_sentences")`` and so on, in this order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from sayso.annotate.actors import read_actors
from sayso.annotate.attribution import read_attributions
from sayso.annotate.claims import read_claims
from sayso.annotate.events import read_events
from sayso.annotate.figures import read_figures
from sayso.annotate.flags import read_flags
from sayso.annotate.kept import forget
from sayso.annotate.relations import read_relations
from sayso.annotate.sentences import read_sentences
from sayso.annotate.times import read_times
from sayso.model import Annotation, Article

Annotator = Callable[[Doc, Annotation], tuple[Any, ...]]

ANNOTATORS: dict[str, Annotator] = {
    "sentences": read_sentences,
    "times": read_times,
    "actors": read_actors,
    "attributions": read_attributions,
    "figures": read_figures,
    "events": read_events,
    "claims": read_claims,
    "relations": read_relations,
    "flags": read_flags,
}


def _component(field: str, read: Annotator) -> Callable[[Doc], Doc]:
    def run(doc: Doc) -> Doc:
        forget()  # other components may have changed the document since
        so_far = doc._.sayso or Annotation(Article.make(doc.text, "text"))
        doc._.sayso = replace(so_far, **{field: read(doc, so_far)})
        return doc

    return run


def register() -> None:
    """Register each annotator as a spaCy component; calling it again changes nothing."""
    if not Doc.has_extension("sayso"):
        Doc.set_extension("sayso", default=None)
    for field, read in ANNOTATORS.items():
        if not Language.has_factory(f"sayso_{field}"):
            Language.component(f"sayso_{field}", func=_component(field, read))
