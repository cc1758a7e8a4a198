"""Whose number it is: "6,500 people, by the count of the police", "the mayor's figure of 200", "the police say 1,400".

Such a source is behind one number and mostly no clause; the trained reader, which learnt from clauses, passes it over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found, without
from sayso.annotate.attribution.lexicon import words
from sayso.annotate.attribution.parts import group, phrase, subject
from sayso.annotate.attribution.phrases import clause_around
from sayso.annotate.view import Range, View

SURE = 0.95
YEAR = re.compile(r"(?:19|20)\d\d")
RULE = "reckoning"
BESIDE = 6  # tokens between a verb of saying and its number ("say it was no more than 1,400"); of a count's name
ENDS = frozenset(";,.:") | {"and", "but", "while", "–", "—"}
INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})


def with_reckonings(context: Context, found: Iterable[Found]) -> list[Found]:
    """Return ``found`` with the sources of single numbers; of two readings of one verb the number's own stands."""
    own = {f.anchor: f for f in read_reckonings(context)}
    return [*(f for f in found if f.anchor not in own), *own.values()]


def read_reckonings(context: Context) -> Iterator[Found]:
    """Yield the sources of single numbers, in the order of the text."""
    view = context.view
    for i, lemma in enumerate(view.lemma):
        found = None
        if view.low[i] in ("by", "on") and view.pos[i] == "ADP":
            found = _by_count(context, i)
        elif lemma in words("reckonings") and view.pos[i] == "NOUN":
            found = _count_of(context, i)
        elif lemma in words("reckoning") and view.pos[i] == "VERB":
            found = _says(context, i)
        if found is not None:
            yield found


def _by_count(context: Context, i: int) -> Found | None:
    """Read "by the count of the police", "by the organisers' own estimate"."""
    view = context.view
    noun = view.child(i, "pobj")
    if noun is None or noun - i > BESIDE or view.lemma[noun] not in words("reckonings"):
        return None
    of = next((k for k in view.children(noun, "prep") if view.low[k] == "of" and k == noun + 1), None)
    source = view.child(noun, "poss") if of is None else view.child(of, "pobj")
    if source is None or view.pos[source] == "NUM":
        return None
    who = _owner(view, source) if of is None else phrase(view, source)
    stop = noun + 1 if of is None else who[1]
    content = without(clause_around(view, i, (i, stop)), (i, stop))
    cue = (i, stop) if of is None else (i, of + 1)
    if not any(_has_number(view, r) for r in content):
        return None
    return make(context, i, who, (cue,), content, view.lemma[noun], RULE, SURE)


def _count_of(context: Context, noun: int) -> Found | None:
    """Read "the commissioner's figure of 6,500"."""
    view = context.view
    source, of = view.child(noun, "poss"), noun + 1
    if source is None or of + 1 >= len(view.low) or view.low[of] != "of" or view.tag[source] == "PRP$":
        return None
    stop = _number(view, of + 1)
    if stop is None:
        return None
    return make(context, noun, _owner(view, source), ((noun, of + 1),), ((of + 1, stop),), view.lemma[noun], RULE, SURE)


def _owner(view: View, source: int) -> Range:
    first, stop = phrase(view, source)
    return first, stop - 1 if view.tag[stop - 1] == "POS" and stop - 1 > source else stop


def _says(context: Context, verb: int) -> Found | None:
    """Read "the police say 1,400", a number being all that is said."""
    view = context.view
    stop = _number(view, verb + 1)
    if stop is None or stop >= len(view.low) or not (view.low[stop] in ENDS or view.low[stop].isspace()):
        return None
    who = _subject(view, verb)
    if who is None:
        return None
    return make(context, verb, who, (group(view, verb),), ((verb + 1, stop),), view.lemma[verb], RULE, SURE)


def _subject(view: View, verb: int) -> Range | None:
    """Return the noun right before the verb, which the parse may have lost to another verb."""
    who = subject(view, verb)
    if who is not None and who[1] <= verb:
        return who
    i = verb - 1
    while i > 0 and (view.pos[i] in ("AUX", "ADV") or view.dep[i] == "aux"):
        i -= 1
    first, bottom = i, view.sentence_of(verb)[0]
    while first > bottom and view.pos[first - 1] in (*INSIDE, "DET", "PRON"):
        first -= 1
    return (first, i + 1) if view.pos[i] in (*INSIDE, "PRON") else None


def _number(view: View, i: int) -> int | None:
    """Return where a number with its noun ends that begins at ``i``, some words before it ("only about") allowed."""
    limit = min(i + BESIDE, len(view.low) - 1)
    while i < limit and not _is_number(view, i):
        bounds = (view.low[i], view.low[i + 1]) == ("at", "least") or (view.low[i - 1], view.low[i]) == ("up", "to")
        if view.low[i] not in words("amounts") and not bounds:
            return None
        i += 1
    if i >= limit or YEAR.fullmatch(view.low[i]):
        return None
    while i < len(view.low) and (_is_number(view, i) or view.pos[i] in INSIDE):
        i += 1
    return i


def _is_number(view: View, i: int) -> bool:
    return view.pos[i] == "NUM" or view.low[i][:1].isdigit()


def _has_number(view: View, span: Range) -> bool:
    return any(_is_number(view, i) for i in range(*span))
