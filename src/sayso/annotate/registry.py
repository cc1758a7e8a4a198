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
from sayso.annotate.attribution import read_attributions, read_attributions_fast
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
    "relations": read_relations,
    "claims": read_claims,
    "flags": read_flags,
}
# Readers that take another's place where speed counts more than what they miss.
FAST: dict[str, Annotator] = {"attributions": read_attributions_fast}


def annotators(fast: bool = False) -> dict[str, Annotator]:
    """Return the readers by the field that each fills, in their order; ``fast``: with those of FAST in their places."""
    return ANNOTATORS | FAST if fast else ANNOTATORS


def _component(field: str, read: Annotator) -> Callable[[Doc], Doc]:
    def run(doc: Doc) -> Doc:
        forget()  # other components may have changed the document since
        so_far = doc._.sayso or Annotation(Article.make(doc.text, "text"))
        doc._.sayso = replace(so_far, **{field: read(doc, so_far)})
        return doc

    return run


def register() -> None:
    """Register each annotator as a spaCy component; calling it again changes nothing.

    Those of FAST are "sayso_attributions_fast" and so on.
    """
    if not Doc.has_extension("sayso"):
        Doc.set_extension("sayso", default=None)
    for readers, suffix in ((ANNOTATORS, ""), (FAST, "_fast")):
        for field, read in readers.items():
            if not Language.has_factory(f"sayso_{field}{suffix}"):
                Language.component(f"sayso_{field}{suffix}", func=_component(field, read))
