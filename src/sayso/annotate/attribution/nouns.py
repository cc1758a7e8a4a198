"""Nouns and adjectives as cues: "reports of …", "concerns that …", "denial of …", "is sure that …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.lexicon import cues, words
from sayso.annotate.attribution.parts import has_to, is_finite, phrase, subject
from sayso.annotate.attribution.verbs import Frame
from sayso.annotate.view import Range, View

FROM = frozenset({"from", "by", "among"})
# Nouns that are cue and source at once ("reports of looting").
OWN_SOURCE = frozenset({"report", "rumor", "rumour"})
SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PERSONS = frozenset({"he", "she", "they", "who", "i", "we"})
MEETING = frozenset({"meet", "greet", "receive"})


def noun_frames(view: View, n: int) -> Iterator[Frame]:
    """Yield (construction, content) for noun ``n``: clause, to, is ("the message is that …"), or a preposition."""
    for c in view.children(n, "acl", "ccomp", "relcl"):
        if c > n and has_to(view, c):
            yield "to", (view.subtree(c),)
        elif c > n and is_finite(view, c) and view.low[view.first[c]] == "that" and _complement(view, c):
            yield "clause", (view.subtree(c),)
    up = view.head[n]
    if view.dep[n] in ("nsubj", "dobj", "nsubjpass") and view.dep[n] != "ROOT":
        for c in view.children(up, "ccomp"):
            first = view.first[c]
            if view.lemma[up] == "be" and view.dep[n] == "nsubj" and c > up:
                yield "is", ((max(first, up + 1), view.last[c] + 1),)
            elif view.low[first] == "that" and c > n and c > up:
                yield "clause", ((max(first, up + 1), view.last[c] + 1),)
    if view.dep[n] == "pobj" and view.lemma[view.head[up]] in MEETING and view.low[up] == "with":
        about = view.child(view.head[up], "nsubjpass")
        if about is not None:
            yield "met", (phrase(view, about, view.head[up]),)
    for p in view.children(n, "prep"):
        if p > n and view.low[p] not in FROM and view.child(p, "pobj", "pcomp") is not None:
            yield view.low[p], ((p + 1, view.last[p] + 1),)


def _complement(view: View, c: int) -> bool:
    """Whether "that" opens what is said, not a relative clause; the parser takes "that" for an object at times."""
    that = view.first[c]
    if view.dep[that] == "mark":
        return True
    who = view.child(c, "nsubj", "nsubjpass")
    return who not in (None, that) and (
        any(view.tag[k] == "MD" for k in view.children(c, "aux")) or view.lemma[view.head[c]] in words("accusations")
    )


def noun_source(view: View, n: int) -> Range | None:
    """Return who is behind a noun: its possessor, "from X", or the subject of the verb it is the object of."""
    if (owner := view.child(n, "poss")) is not None:
        first, stop = phrase(view, owner, n)
        return (first, stop - 1) if view.tag[stop - 1] == "POS" else (first, stop)
    up = view.head[n]
    for at in (n, up) if view.dep[n] in ("nsubj", "nsubjpass", "dobj") else (n,):
        for p in view.children(at, "prep", "agent"):
            if view.low[p] in FROM and (who := view.child(p, "pobj")) is not None and p > n:
                return phrase(view, who, n)
    if view.lemma[n] in OWN_SOURCE:
        return n, n + 1
    return holder(view, n)


def holder(view: View, n: int) -> Range | None:
    """Return the subject of the verb that ``n`` is the object of, where it is likely to hold what ``n`` names.

    With a light verb ("voiced concerns") any subject; with another one only somebody who can speak, and not where
    the verb is about the words of others ("denied claims that …").
    """
    verb = view.head[n] if view.dep[n] in ("dobj", "attr") else view.head[view.head[n]]
    if view.dep[n] not in ("dobj", "attr", "pobj") or view.pos[verb] not in ("VERB", "AUX"):
        return None
    who = subject(view, verb)
    if who is None or (view.lemma[verb] in words("light") and view.dep[n] != "pobj"):
        return who
    cue = cues().get(("verb", view.lemma[verb]))
    if view.lemma[verb] in words("passing_on") or (cue is not None and cue.group in words("about_others")):
        return None
    speaks = any(view.entity[i] in SPEAKERS or view.low[i] in PERSONS for i in range(*who))
    return who if speaks else None


def adjective_frames(view: View, a: int) -> Iterator[Frame]:
    """Yield (construction, content) for adjective ``a`` after a copula: clause, to, or a preposition."""
    up = view.head[a]
    for c in (*view.children(a, "ccomp", "xcomp"), *view.children(up, "ccomp")):
        if c > a:
            first, stop = max(view.first[c], a + 1), view.last[c] + 1
            yield ("to" if has_to(view, c) else "clause"), ((first, stop),)
    for p in view.children(a, "prep"):
        if p > a and view.child(p, "pobj", "pcomp") is not None:
            yield view.low[p], ((p + 1, view.last[p] + 1),)


def is_predicate(view: View, a: int) -> bool:
    """Whether the adjective stands after a copula."""
    return view.dep[a] in ("acomp", "oprd", "conj") and view.lemma[view.head[a]] in words("copulas")
