"""The pieces around a cue: who its subject is, and which tokens the cue, a noun phrase or a clause takes."""

from __future__ import annotations

from sayso.annotate.attribution.lexicon import cues, words
from sayso.annotate.view import Range, View

RELATIVE = frozenset({"who", "which", "that"})
GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
DEPTH = 6
SURE = 0.6  # share above which a second verb is taken for a cue of its own
LONG_RELATIVE = 11  # tokens; a longer relative clause is no part of the name of a source


def phrase(view: View, i: int, around: int | None = None) -> Range:
    """Return the noun phrase of ``i`` in full (title, apposition, relative clause), on its side of token ``around``."""
    first, stop = view.subtree(i)
    for k in view.children(i, "relcl"):
        long = view.last[k] - view.first[k] > LONG_RELATIVE
        if view.first[k] > i and (long or view.lemma[k] in words("silent")):
            stop = min(stop, view.first[k])
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
    if (main := leans_on(view, v)) is not None:
        v = main
    at = v
    for _ in range(DEPTH):
        found = own_subject(view, at) if at == v else view.child(at, "nsubj", "nsubjpass")
        if (found is not None and view.low[found] not in ("it", "there")) or (found is not None and at == v):
            return phrase(view, found, at)
        up, dep = view.head[at], view.dep[at]
        if up == at:
            return None
        if dep in ("acl", "relcl"):
            return without_tail(phrase(view, up), view.first[at])
        if dep == "xcomp" and view.lemma[up] in words("object_control"):
            other = view.child(up, "dobj", "dative")
            if other is not None:
                return phrase(view, other, at)
        if dep in ("ccomp", "parataxis", "nsubj", "csubj", "pobj", "dobj", "dep") and view.pos[v] not in ("NOUN",):
            return None
        if dep == "agent":
            return None
        at = up
    return None


def own_subject(view: View, v: int) -> int | None:
    """Return the verb's subject; of two ("No deal, says union") the one behind the verb."""
    found = [k for k in view.kids[v] if view.dep[k] == "nsubj"]
    return found[-1] if len(found) > 1 and found[-1] > v else found[0] if found else None


def leans_on(view: View, v: int) -> int | None:
    """Return the cue that a trailing participle continues: "said that …, warning that" (the parser hangs it too low).

    Also for "said that … and added", where the second verb has no subject of its own.
    """
    if not _continues(view, v):
        return None
    at = v
    for _ in range(DEPTH):
        up = view.head[at]
        if up == at or up > v:
            return None
        if view.dep[at] in ("ccomp", "acomp") and ("verb", view.lemma[up]) in cues():
            return up
        at = up
    return None


def _continues(view: View, v: int) -> bool:
    cue = cues().get(("verb", view.lemma[v]))
    if cue is None or cue.group not in words("speaking") or view.child(v, "nsubj", "nsubjpass") is not None:
        return False
    if view.child(v, "ccomp", "dobj", "prep", "xcomp") is None:
        return False
    if view.tag[v] == "VBG" and view.dep[v] in ("advcl", "conj", "acl", "ccomp", "dep"):
        i = v - 1
        while i > 0 and view.pos[i] == "ADV":
            i -= 1
        return view.low[i] == "," or (view.low[i] in '”"' and view.low[i - 1] == ",")
    return view.dep[v] == "conj" and view.tag[v] in ("VBD", "VBZ") and max(cue.takes.values(), default=0) >= SURE


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
