"""Verbs as cues: which parts of the sentence are their content, by the construction they stand in.

A construction has a short name, which is also the key of its share in the cue table: clause ("said that"), wh
("asked whether"), to ("promised to"), objto ("urged X to"), ing ("denied having"), small ("called X Y"), as
("described X as Y"), np ("demanded X"), about/for/of … (a preposition), and passive ones with "pas." in front.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.ends import content_stop
from sayso.annotate.attribution.lexicon import cues
from sayso.annotate.attribution.parts import group, has_to, is_finite, is_passive, own_subject, phrase
from sayso.annotate.view import Range, View

WH = frozenset(["what", "who", "whom", "whose", "which", "why", "how", "when", "where", "whether", "if"])
# What may stand before "X said" without being what is said ("Asked about it, X said …").
LEADING = frozenset({"advcl", "prep", "npadvmod", "advmod", "mark", "cc"})
STOPPERS = frozenset({".", "!", "?", ";", ":", '"', "“", "”"})
MOMENTS = frozenset({"DATE", "TIME"})
Frame = tuple[str, tuple[Range, ...]]


def frames(view: View, v: int) -> Iterator[Frame]:
    """Yield (construction, content) for verb ``v``, the most telling construction first."""
    yield from passive_frames(view, v) if is_passive(view, v) else active_frames(view, v)


def active_frames(view: View, v: int) -> Iterator[Frame]:
    """Yield the constructions of an active verb."""
    thing = view.child(v, "dobj")
    for c in view.children(v, "ccomp"):
        yield clause(view, v, c)
    for c in view.children(v, "xcomp"):
        yield infinitive(view, v, c, thing)
    if (other := view.child(v, "oprd")) is not None and thing is not None:
        yield "small", (_hull(view, v, thing, other),)
    if thing is not None:
        yield from with_object(view, v, thing)
    yield from prepositions(view, v, "")
    yield from parenthetical(view, v)
    if view.child(v, "ccomp") is None:
        yield from hidden_clause(view, v)


def with_object(view: View, v: int, thing: int) -> Iterator[Frame]:
    """Yield "described X as Y", "accused X of Y" and "demanded X"."""
    for p in view.children(v, "prep"):
        if p > thing and view.low[p] == "as":
            yield "as", (_hull(view, v, thing, p),)
    for p in view.children(v, "prep"):
        if p > thing and view.low[p] in ("of", "for", "about", "over", "on"):
            yield f"obj+{view.low[p]}", (_hull(view, v, thing, p),)
        elif p > thing and view.low[p] == "at" and _counts(view, p):
            yield "obj+at", (_hull(view, v, thing, p),)
    if view.child(thing, "nummod") is not None:
        yield "num", (phrase(view, thing, v),)
    yield ("self" if view.low[thing].endswith("sel") else "np"), (phrase(view, thing, v),)


def _counts(view: View, p: int) -> bool:
    """Whether preposition ``p`` governs a number ("put the toll at 40")."""
    noun = view.child(p, "pobj")
    return noun is not None and (view.pos[noun] == "NUM" or view.child(noun, "nummod") is not None)


def _without_subject(view: View, v: int, c: int, first: int) -> int:
    """Return where clause ``c`` begins: at the object of ``v`` where the parser took the clause's subject for it."""
    thing = view.child(v, "dobj")
    if thing is None or not v < thing < first or not is_finite(view, c) or view.low[first] in WH | {"that"}:
        return first
    return first if view.child(c, "nsubj", "nsubjpass", "expl") is not None else max(view.first[thing], v + 1)


def clause(view: View, v: int, c: int) -> Frame:
    """Return the frame of a clause: finite, question, infinitive with its own subject, or small clause."""
    first, stop = view.subtree(c)
    if c > v:
        first = max(first, v + 1)
        stop = content_stop(view, v, c, stop)
        first = _without_subject(view, v, c, first)
    else:
        edge = min([k for k in view.kids[v] if k > c and view.dep[k] in ("nsubj", "aux", "advmod", "npadvmod")] + [v])
        stop = min(stop, min(view.first[edge], v) if view.first[edge] > c else v)
    content: tuple[Range, ...] = ((first, stop),)
    if c > v and view.first[c] < v and view.low[view.first[c]] in ("which", "who", "that", "what"):
        content = ((view.first[c], view.first[c] + 1), *content)
    if c > v and any(view.low[k] in WH for k in range(first, min(first + 2, stop))):
        return "wh", content
    if is_finite(view, c) or c < v:
        return "clause", content
    return ("objto" if has_to(view, c) else "ing" if view.tag[c] == "VBG" else "small"), content


def infinitive(view: View, v: int, c: int, thing: int | None) -> Frame:
    """Return the frame of an open complement: "promised to", "urged X to", "denied having", "called X reckless"."""
    own = view.child(c, "nsubj")
    first, stop = view.subtree(c)
    first = max(first, v + 1) if c > v else first
    if thing is not None and thing < c:
        first = min(first, max(view.first[thing], v + 1))
    if has_to(view, c):
        return ("objto" if thing is not None or own is not None else "to"), ((first, stop),)
    return ("ing" if view.tag[c] == "VBG" and thing is None else "small"), ((first, stop),)


def passive_frames(view: View, v: int) -> Iterator[Frame]:
    """Yield the constructions of a passive verb; its subject is part of the content."""
    about = view.child(v, "nsubjpass", "nsubj")
    whole = (phrase(view, about, v),) if about is not None and view.low[about] != "it" else ()
    for c in view.children(v, "ccomp"):
        kind, content = clause(view, v, c)
        yield f"pas.{kind}", content
    for c in view.children(v, "xcomp", "oprd"):
        yield ("pas.to" if has_to(view, c) else "pas.small"), (*whole, (max(view.first[c], v + 1), view.last[c] + 1))
    for p in view.children(v, "prep"):
        if view.low[p] == "as":
            yield "pas.as", (*whole, view.subtree(p))
    yield from prepositions(view, v, "pas.")
    if whole:
        yield "pas.np", whole


def prepositions(view: View, v: int, kind: str) -> Iterator[Frame]:
    """Yield "warned of X", "called for Y": the content is what the preposition governs."""
    for p in view.children(v, "prep"):
        c = view.child(p, "pobj", "pcomp")
        if p < v or view.low[p] == "as" or (view.low[p] == "by" and c is not None and view.entity[c] in MOMENTS):
            continue
        if c is not None:
            yield kind + view.low[p], ((p + 1, view.last[p] + 1),)
        elif c is None:
            for q in view.children(p, "prep"):
                if view.child(q, "pobj", "pcomp") is not None:
                    yield kind + view.low[q], ((q + 1, view.last[q] + 1),)


def parenthetical(view: View, v: int) -> Iterator[Frame]:
    """Yield "as X said, …" and "…, X said, …": the content is the sentence around, whatever the parser made of it."""
    if view.dep[v] == "relcl":
        return
    mark = view.child(v, "mark", "advmod")
    if view.dep[v] == "advcl" and mark is not None and view.low[mark] in ("as", "like") and mark < v:
        mine, whole = view.subtree(v), view.subtree(view.head[v])
        yield "as-clause", tuple(r for r in ((whole[0], mine[0]), (mine[1], whole[1])) if r[0] < r[1])
        return
    who = own_subject(view, v)
    if who is None or view.child(v, "ccomp") is not None:
        return
    first, stop = min(view.first[who], group(view, v)[0]), max(v, view.last[who] if who > v else v) + 1
    start, end = view.sentence_of(v)
    if first - 1 <= start + 1 or view.low[first - 1] not in (",", "—", "–", "--"):
        return
    if any(view.first[k] <= start + 1 and view.dep[k] in LEADING for k in view.kids[v] if k < first - 1):
        return
    goes_on = stop < end and view.low[stop] == ","
    yield "aside", ((start, first), (stop, end)) if goes_on else ((start, first),)


def hidden_clause(view: View, v: int) -> Iterator[Frame]:
    """Yield the clause that the parser hung on the person told: "told the panel that …", "asked him whether …"."""
    for i in range(v + 1, min(v + 16, len(view.low))):
        word = view.low[i]
        if (
            word in ("that", "if", "whether")
            and view.head[i] > i
            and view.dep[i] in ("mark", "dobj", "nsubj", "advmod")
        ):
            c = view.head[i]
            who = view.child(c, "nsubj", "nsubjpass", "expl")
            if who is not None and who != i and view.pos[c] in ("VERB", "AUX"):
                yield ("clause" if word == "that" else "wh"), ((i, view.last[c] + 1),)
            return
        told = view.dep[i] == "dobj" and ("noun", view.lemma[i]) in cues()
        if (
            told
            or word in STOPPERS
            or (view.pos[i] in ("VERB", "AUX") and view.dep[i] != "amod")
            or view.sentence[i] != view.sentence[v]
        ):
            return


def _hull(view: View, v: int, a: int, b: int) -> Range:
    return max(min(view.first[a], view.first[b]), v + 1), max(view.last[a], view.last[b]) + 1
