"""Cues that are no heads: "according to X", "reportedly", and "in a survey, …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found, without
from sayso.annotate.attribution.lexicon import cues
from sayso.annotate.attribution.parts import is_finite, phrase
from sayso.annotate.view import Range, View

DOCUMENTS = frozenset({"poll", "survey", "study", "census", "questionnaire"})


def read_phrases(context: Context) -> Iterator[Found]:
    """Yield the attributions of "according to", of adverbs, and of "in a survey, …"."""
    view, known = context.view, cues()
    for i, word in enumerate(view.low):
        found = None
        if word == "according" and i + 2 < len(view.low) and view.low[i + 1] == "to":
            found = _according(context, i)
        elif view.pos[i] == "ADV" and ("adverb", word) in known:
            found = _adverb(context, i)
        elif word == "in" and (i == 0 or view.sentence[i - 1] != view.sentence[i] or view.low[i - 1].isspace()):
            found = _in_document(context, i)
        if found is not None:
            yield found


def _according(context: Context, i: int) -> Found | None:
    view = context.view
    to = i + 1
    noun = view.child(to, "pobj") or view.child(i, "pobj")
    if noun is None or noun < to:
        return None
    who = phrase(view, noun)
    whole = view.sentence_of(i) if _at_edge(view, i, who[1]) else clause_around(view, i, (i, who[1]))
    return make(context, i, who, ((i, to + 1),), without(whole, (i, who[1])), "according to", "phrase.according", 0.9)


def clause_around(view: View, i: int, own: Range) -> Range:
    """Return the clause that the phrase at ``own`` is about: the whole sentence where it stands at its edge."""
    at, steps = view.head[i], 0
    while view.head[at] != at and steps < 40 and not (view.pos[at] in ("VERB", "AUX") and is_finite(view, at)):
        at, steps = view.head[at], steps + 1
    first, stop = view.subtree(at)
    return min(first, own[0]), max(stop, own[1])


def _adverb(context: Context, i: int) -> Found | None:
    view = context.view
    whole = view.subtree(view.head[i])
    return make(context, i, None, ((i, i + 1),), without(whole, (i, i + 1)), view.low[i], "adverb", 0.6)


def _in_document(context: Context, i: int) -> Found | None:
    """Read "In a survey of firms, half said …": the survey is the source of the rest of the sentence."""
    view = context.view
    noun = view.child(i, "pobj")
    if noun is None or view.lemma[noun] not in DOCUMENTS or noun - i > 8:
        return None
    who = phrase(view, noun)
    if who[1] >= len(view.low) or view.low[who[1]] != ",":
        return None
    rest = (who[1] + 1, view.sentence_of(i)[1])
    return make(context, i, who, ((i, i + 1),), (rest,), "in", "phrase.document", 0.9)


def _at_edge(view: View, i: int, stop: int) -> bool:
    """Whether the phrase opens the sentence, or closes it after a comma: then it speaks of all of it."""
    first, end = view.sentence_of(i)
    while end > stop and (view.low[end - 1].isspace() or view.low[end - 1] in '.!?"”)'):
        end -= 1
    return i == first or (end <= stop and view.low[i - 1] in (",", "”", '"'))
