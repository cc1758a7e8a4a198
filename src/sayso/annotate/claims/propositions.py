"""Which attributions put forward something that can be true or false.

"The mayor backs Vale" tells what the mayor does, and "the talks underline how close they are" what the outlet makes of
the talks. Both are the outlet's own statement: "Vale" is no claim, and talks cannot speak.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc

from sayso.annotate.attribution.speakers import can_show, can_speak
from sayso.annotate.clauses import Tree
from sayso.annotate.sources import antecedent, head_of
from sayso.annotate.view import View
from sayso.data.loading import toml
from sayso.model import Annotation, Attribution, Span

QUOTES = frozenset("\"“”‘'")
NOUNS = frozenset({"NOUN", "PROPN"})
# What may stand before the name of an actor without adding anything that could be said of it.
BEFORE = frozenset({"det", "poss", "amod", "nummod", "compound", "case", "nmod", "punct", "quantmod", "predet"})
POINTING = frozenset({"this", "that", "these", "those", "which"})


def told_by_nobody(doc: Doc, annotation: Annotation) -> frozenset[int]:
    """Return the ids of the attributions that put nothing forward, so that the outlet's own voice tells them."""
    tree, view = Tree.of(doc), View.of(doc)
    named = {m.span.end for a in annotation.actors for m in a.mentions}
    return frozenset(
        a.id for a in annotation.attributions if _names_only(tree, a, named) or _a_thing_bears_it_out(view, tree, a)
    )


def _names_only(tree: Tree, attribution: Attribution, named: set[int]) -> bool:
    """Whether the content is an actor and nothing said of it ("backs Vale", "summoned Peru’s ambassador")."""
    if len(attribution.content) != 1 or attribution.content[0].text[0] in QUOTES:
        return False
    tokens = tree.within(attribution.content[0])
    root = tree.root(tokens)
    if root is None or tree.pos[root] not in NOUNS or tree.end[root] not in named or tree.lower[tokens[0]] in POINTING:
        return False
    return all(i == root or (i < root and tree.dep[i] in BEFORE) for i in tokens)


def _a_thing_bears_it_out(view: View, tree: Tree, attribution: Attribution) -> bool:
    """Whether the source is a thing or event without words of its own, and the cue only that it shows something."""
    cue = (i for span in attribution.cue for i in tree.within(span))
    if not attribution.source or not any(tree.lemma[i] in _bearing_out() for i in cue):
        return False
    return not _has_words(view, tree, attribution.source[0])


def _has_words(view: View, tree: Tree, source: Span) -> bool:
    """Whether a source is somebody, or a document or data that says or shows something."""
    tokens = tree.within(source)
    head = head_of(view, tokens.start, tokens.stop)
    if view.low[head] in POINTING:
        other = antecedent(view, head)
        if other == head:
            return False
        head = other
    common = view.pos[head] == "NOUN" and not view.entity[head]
    return not common or can_speak(view, head) or can_show(view, head)


@lru_cache(maxsize=1)
def _bearing_out() -> frozenset[str]:
    return frozenset(toml("sources")["bearing_out"])
