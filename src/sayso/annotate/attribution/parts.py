"""The pieces around a cue: who its subject is, and which tokens the cue, a noun phrase or a clause takes."""

from __future__ import annotations

from sayso.annotate.attribution.view import Range, View

RELATIVE = frozenset({"who", "which", "that"})
OBJECT_CONTROL = frozenset(
    "ask tell urge order force allow enable lead prompt cause help persuade encourage invite require leave get".split()
)
GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
DEPTH = 6


def phrase(view: View, i: int, around: int | None = None) -> Range:
    """Return the noun phrase of ``i`` in full (title, apposition, relative clause), on its side of token ``around``."""
    first, stop = view.subtree(i)
    if around is not None:
        if i < around:
            stop = min(stop, around)
        else:
            first = max(first, around + 1)
    while stop - 1 > i and (view.low[stop - 1] in ",;:.–—-" or view.low[stop - 1].isspace()):
        stop -= 1
    while first < i and (view.low[first] in ",;:.–—-" or view.low[first].isspace()):
        first += 1
    return first, stop


def group(view: View, v: int) -> Range:
    """Return the cue's tokens: the verb with the auxiliaries, negations, adverbs and particles next to it."""
    first = stop = v
    mine = {k for k in view.kids[v] if view.dep[k] in GROUP}
    while first - 1 in mine:
        first -= 1
    while stop + 1 in mine and view.dep[stop + 1] in ("prt", "neg"):
        stop += 1
    return first, stop + 1


def subject(view: View, v: int) -> Range | None:
    """Return who is behind verb ``v``: its subject, or that of the clause it leans on; None where nobody is named."""
    at = v
    for _ in range(DEPTH):
        found = view.child(at, "nsubj") if at == v else view.child(at, "nsubj", "nsubjpass")
        if found is not None and view.low[found] not in ("it", "there") or found is not None and at == v:
            return phrase(view, found, at)
        up, dep = view.head[at], view.dep[at]
        if up == at:
            return None
        if dep in ("acl", "relcl"):
            return without_tail(phrase(view, up), view.first[at])
        if dep == "xcomp" and view.lemma[up] in OBJECT_CONTROL:
            other = view.child(up, "dobj", "dative")
            if other is not None:
                return phrase(view, other, at)
        if dep in ("ccomp", "parataxis", "nsubj", "csubj", "pobj", "dobj", "dep") and view.pos[v] not in ("NOUN",):
            return None
        if dep == "agent":
            return None
        at = up
    return None


def without_tail(span: Range, cut: int) -> Range:
    """Return the part of ``span`` before token ``cut``."""
    return span[0], max(min(span[1], cut), span[0] + 1)


def agent(view: View, v: int) -> Range | None:
    """Return the "by …" of a passive, or the "from …" of "met with criticism from"."""
    for k in view.kids[v]:
        if (view.dep[k] == "agent" or view.low[k] == "by") and (noun := view.child(k, "pobj")) is not None:
            return phrase(view, noun)
    return None


def is_passive(view: View, v: int) -> bool:
    """Whether ``v`` is a passive, also a bare one ("a man accused of …")."""
    if view.child(v, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if view.tag[v] != "VBN" or view.child(v, "aux", "nsubj") is not None:
        return False
    return view.dep[v] in ("acl", "advcl", "relcl", "ROOT") or view.child(v, "agent") is not None


def is_finite(view: View, v: int) -> bool:
    """Whether a clause's verb has a tense or a modal (its own or an auxiliary's)."""
    if view.tag[v] in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(view.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in view.children(v, "aux", "auxpass"))


def has_to(view: View, v: int) -> bool:
    """Whether ``v`` is an infinitive with "to"."""
    return any(view.low[k] == "to" for k in view.children(v, "aux"))
