"""Cues that are no heads: "according to X", "reportedly", and "seems to"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found, without
from sayso.annotate.attribution.lexicon import cues
from sayso.annotate.attribution.parts import has_to, is_finite, phrase
from sayso.annotate.attribution.view import Range, View

SEEMING = frozenset({"seem", "appear"})


def read_phrases(context: Context) -> Iterator[Found]:
    """Yield the attributions of "according to", of adverbs, and of "seems to"."""
    view, known = context.view, cues()
    for i, word in enumerate(view.low):
        found = None
        if word == "according" and i + 2 < len(view.low) and view.low[i + 1] == "to":
            found = _according(context, i)
        elif view.pos[i] == "ADV" and ("adverb", word) in known:
            found = _adverb(context, i)
        elif view.lemma[i] in SEEMING and view.pos[i] == "VERB":
            found = _seeming(context, i)
        if found is not None:
            yield found


def _according(context: Context, i: int) -> Found | None:
    view = context.view
    to = i + 1
    noun = view.child(to, "pobj") or view.child(i, "pobj")
    if noun is None or noun < to:
        return None
    who = phrase(view, noun)
    whole = _clause(view, i, (i, who[1]))
    return make(context, i, who, ((i, to + 1),), without(whole, (i, who[1])), "according to", "phrase.according", 0.9)


def _clause(view: View, i: int, own: Range) -> Range:
    """Return the clause that the phrase at ``own`` is about: the whole sentence where it stands at its edge."""
    at, steps = view.head[i], 0
    while view.head[at] != at and steps < 40 and not (view.pos[at] in ("VERB", "AUX") and is_finite(view, at)):
        at, steps = view.head[at], steps + 1
    first, stop = view.subtree(at)
    return min(first, own[0]), max(stop, own[1])


def _adverb(context: Context, i: int) -> Found | None:
    view = context.view
    whole = _clause(view, i, (i, i + 1))
    return make(context, i, None, ((i, i + 1),), without(whole, (i, i + 1)), view.low[i], "adverb", 0.6)


def _seeming(context: Context, v: int) -> Found | None:
    view = context.view
    about, what = view.child(v, "nsubj"), view.child(v, "xcomp", "oprd", "acomp", "ccomp")
    if what is None or what < v or not (has_to(view, what) or view.dep[what] != "xcomp"):
        return None
    head = (phrase(view, about, v),) if about is not None and view.low[about] != "it" else ()
    content = (*head, (max(view.first[what], v + 1), view.last[what] + 1))
    return make(context, v, None, ((v, v + 1),), content, view.lemma[v], "verb.seem", 0.5)
