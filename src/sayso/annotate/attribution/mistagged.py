"""Verbs that the tagger takes for nouns: "Army intelligence estimates losses could grow", "Police reports 40 dead"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found
from sayso.annotate.attribution.lexicon import LEAST, Cue, cues
from sayso.annotate.attribution.parts import is_finite
from sayso.annotate.sources import bodies, unnamed
from sayso.annotate.view import Range, View

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NOUNS = frozenset({"NOUN", "PROPN"})
NAME_PARTS = NOUNS | {"ADJ", "DET", "NUM"}
BEFORE = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ"})  # what may stand before the subject of a clause
MAIN = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis", "dep"})
MODIFIER = frozenset({"compound", "nmod", "amod"})
SUBJECT = ("nsubj", "nsubjpass", "expl")
RELATIVE = frozenset({"that", "which", "who"})
AMOUNT = frozenset({"at", "more", "over", "about", "around", "nearly", "almost", "up", "no", "some"})


def read_mistagged(context: Context) -> Iterator[Found]:
    """Yield an attribution for each noun that stands between somebody who can speak and a clause of its own."""
    view, known = context.view, cues()
    for i, pos in enumerate(view.pos):
        if pos != "NOUN" or not i or view.pos[i - 1] not in NOUNS:
            continue
        cue = known.get(("verb", view.lemma[i]))
        if cue is None or cue.takes.get("clause", 0.0) < LEAST or not _agrees(view, i):
            continue
        found = _read(context, i, cue)
        if found is not None:
            yield found


def _read(context: Context, i: int, cue: Cue) -> Found | None:
    view = context.view
    who = _speaker(view, i)
    stop = None if who is None else _clause(view, i) or _amount(view, i)
    if stop is None:
        return None
    return make(context, i, who, ((i, i + 1),), ((i + 1, stop),), cue.lemma, "verb.clause", cue.takes["clause"])


def _agrees(view: View, i: int) -> bool:
    """Whether subject and verb agree: "the agency forecasts", "officials report", "police report(s)"."""
    many = view.tag[i - 1] in ("NNS", "NNPS")
    if view.low[i - 1] == "police":
        return True
    return many == (view.tag[i] == "NN")


def _speaker(view: View, i: int) -> Range | None:
    """Return the noun phrase before token ``i`` where it names somebody who can speak and opens a clause."""
    last = i - 1
    if view.entity[last] not in NAMED and view.low[last] not in bodies() and view.low[last] not in unnamed():
        return None
    first = last
    while first > 0 and (view.pos[first - 1] in NAME_PARTS or view.tag[first - 1] in ("POS", "PRP$")):
        first -= 1
    opens = first == view.sentence_of(i)[0] or view.pos[first - 1] in BEFORE
    return (first, i) if opens else None


def _clause(view: View, i: int) -> int | None:
    """Return where the clause behind token ``i`` ends, be it under ``i`` or with ``i`` in its subject."""
    if view.dep[i] in MAIN:
        for c in view.kids[i]:
            if c > i and is_finite(view, c) and (who := view.child(c, *SUBJECT)) is not None:
                return view.last[c] + 1 if who > i and view.low[who] not in RELATIVE else None
    if view.dep[i] not in MODIFIER or view.dep[view.head[i]] not in SUBJECT:
        return None
    verb = view.head[view.head[i]]
    return view.last[verb] + 1 if view.head[i] > i and verb > i and is_finite(view, verb) else None


def _amount(view: View, i: int) -> int | None:
    """Return where a number with its noun ends behind a cue that is all the verb the sentence has ("… 40 dead")."""
    if view.dep[i] != "ROOT" or i + 1 >= len(view.low):
        return None
    counts = view.pos[i + 1] == "NUM" or (
        view.low[i + 1] in AMOUNT and any(p == "NUM" for p in view.pos[i + 2 : i + 5])
    )
    return view.last[i] + 1 if counts else None


def mend(found: list[Found], verbs: list[Found]) -> list[Found]:
    """Return ``found`` with ``verbs`` added and cut out of the sources that the parser had swallowed them in."""
    if not verbs:
        return found
    anchors = {f.anchor for f in verbs}
    kept = [_shorter(f, anchors) for f in found if f.anchor not in anchors]
    return [*kept, *verbs]


def _shorter(f: Found, anchors: set[int]) -> Found:
    cuts = [i for s, e in f.source for i in anchors if s <= i < e - 1]
    return replace(f, source=((max(cuts) + 1, f.source[-1][1]),)) if cuts else f
