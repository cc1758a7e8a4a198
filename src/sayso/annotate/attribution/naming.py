"""Words put on something: "called the vote “a farce”", "dismissed reports of a crack as “nonsense”"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found
from sayso.annotate.attribution.lexicon import cues, words
from sayso.annotate.attribution.parts import group, is_passive, subject
from sayso.annotate.view import Range, View

REACH = 30  # tokens between the verb and the words put on something
LONGEST = 8  # tokens of a quotation that is no sentence
JOINTS = frozenset({"and", "or", ",", "&"})
SHARE = 0.8
DISMISSAL = "dismiss"


def read_namings(context: Context) -> Iterator[Found]:
    """Yield one attribution a verb of naming that has an object and a short quotation behind it."""
    view = context.view
    for n, q in enumerate(context.quotes):
        if q.stop - q.first > LONGEST + 2 or (q.first and context.quote_at[q.first - 1] >= 0):
            continue
        v = _verb(context, q.first)
        if v is None:
            continue
        found = make(context, v, subject(view, v), (group(view, v),), ((v + 1, _end(context, n, v)),), *_kind(view, v))
        if found is not None:
            yield dismissed(view, found)


def dismissed(view: View, found: Found) -> Found:
    """Return ``found`` as a denial where the words put on something dismiss it ("called it baseless")."""
    if found.lemma not in words("naming") or found.rule not in ("verb.small", "verb.as"):
        return found
    stop = found.content[-1][1]
    last = [view.low[i].strip("-") for i in range(max(found.content[-1][0] + 1, stop - LONGEST), stop)]
    return replace(found, lemma=DISMISSAL) if words("dismissive").intersection(last) else found


def within(view: View, found: list[Found]) -> list[Found]:
    """Return ``found`` with what lies inside the object of a naming cut off before the words put on it."""
    edges = {f.anchor: _complement(view, f) for f in found if f.rule == "verb.small" and f.lemma in _namers()}
    if not edges:
        return found
    return [_cut(f, v, edge) for f in found for v, edge in [_around(edges, f)]]


def _around(edges: dict[int, int], f: Found) -> tuple[int, int]:
    return next(((v, e) for v, e in edges.items() if v < f.anchor < e), (-1, -1))


def _cut(f: Found, v: int, edge: int) -> Found:
    if v < 0:
        return f
    kept = tuple((s, min(e, edge)) for s, e in f.content if s < edge)
    return replace(f, content=kept) if kept else f


def _complement(view: View, f: Found) -> int:
    """Return where the last quotation of a naming's content begins (the end of the content where there is none)."""
    first, stop = f.content[-1]
    if view.low[first] == "as":
        return stop
    return next((i for i in range(stop - 2, first, -1) if view.low[i] in ('"', "“", "‘", "'")), stop)


def _namers() -> frozenset[str]:
    return words("naming") | {DISMISSAL}


def _kind(view: View, v: int) -> tuple[str, str, float]:
    return view.lemma[v], "verb.small", SHARE


def _verb(context: Context, at: int) -> int | None:
    """Return the verb of naming whose object ends right before token ``at``."""
    view = context.view
    if view.low[at - 1] in (",", ":", "that", "said") or _speaks(view, at - 1):
        return None
    start = view.sentence_of(at)[0]
    for v in range(at - 2, max(at - REACH, start) - 1, -1):
        if view.low[v] in (";", ":") or context.quote_at[v] >= 0:
            return None
        if view.pos[v] == "VERB" and view.lemma[v] in words("naming"):
            return v if not is_passive(view, v) and _is_object(view, (v + 1, at)) else None
    return None


def _is_object(view: View, between: Range) -> bool:
    """Whether the tokens are a noun phrase (with what hangs on it), perhaps with "as" behind."""
    i, j = between
    if view.low[j - 1] == "as":
        j -= 1
    if j <= i:
        return j < between[1]  # 'dismissed as "nonsense" reports of …'
    noun = i
    while (noun + 1 < j and view.pos[noun] in ("DET", "ADJ", "NUM", "ADV")) or view.tag[noun] == "PRP$":
        noun += 1
    return view.pos[noun] in ("NOUN", "PROPN", "PRON") and not any(view.low[k] in (",", "and") for k in range(noun, j))


def _speaks(view: View, i: int) -> bool:
    cue = cues().get(("verb", view.lemma[i]))
    inside = view.dep[i] in ("acl", "relcl")  # "reports that the dam had cracked"
    return view.pos[i] == "VERB" and not inside and cue is not None and cue.takes.get("clause", 0.0) >= 0.5


def _end(context: Context, n: int, v: int) -> int:
    """Return where the quotations end that are joined to number ``n``: '"reckless" and "costly"'.

    Where they stand before the object ('dismissed as "nonsense" reports of …') it is the end of the object.
    """
    view, stop = context.view, context.quotes[n].stop
    as_ = v + 1
    if as_ + 1 == context.quotes[n].first and (thing := view.child(as_, "pobj") or view.child(v, "dobj")) is not None:
        return max(stop, view.last[thing] + 1)
    for q in context.quotes[n + 1 :]:
        between = context.view.low[stop : q.first]
        if not between or len(between) > 2 or not JOINTS.issuperset(between):
            break
        stop = q.stop
    return stop
