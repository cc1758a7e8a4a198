"""Where the content of a cue ends: before a verb that leans on the cue, and before a clause that answers it."""

from __future__ import annotations

from sayso.annotate.attribution.lexicon import cues
from sayso.annotate.attribution.parts import SURE, leans_on
from sayso.annotate.view import View

REACH = 80  # tokens of a clause in which a leaning verb is looked for
CONTRAST = frozenset({"but", "yet", "while", "whereas", "though", "although", "and"})
STEPS = 3  # clauses joined to one another that are looked at
# What opens a clause that the main clause of the same content follows ("said that if it rains, …").
CONDITION = frozenset(
    {"if", "should", "were", "had", "when", "unless", "once", "while", "although", "because", "until"}
)
SUBJECTS = ("nsubj", "nsubjpass", "expl")
OWN_VOICE = frozenset({"he", "she", "they", "it", "i", "we", "you"})


def content_stop(view: View, v: int, c: int, stop: int) -> int:
    """Return where the content of cue ``v`` ends that clause ``c`` (behind it) carries, ``stop`` at the latest.

    Only "said that should it rain, they would stay" goes past ``stop``, where the parser hung "said" on "stay".
    """
    beyond = _past_condition(view, v, c)
    return beyond or _answer_cut(view, c, tail_cut(view, v, c, stop))


def tail_cut(view: View, v: int, c: int, stop: int) -> int:
    """Return where the content of cue ``v`` ends that clause ``c`` carries: before a verb that leans on ``v``."""
    for k in range(c + 1, min(stop, c + REACH)):
        if view.pos[k] == "VERB" and view.dep[k] in ("advcl", "conj", "acl", "ccomp", "dep") and leans_on(view, k) == v:
            first = k
            while first - 1 > c and (view.pos[first - 1] in ("ADV", "AUX", "CCONJ") or view.low[first - 1] == ","):
                first -= 1
            return first
    return stop


def _answer_cut(view: View, c: int, stop: int) -> int:
    """Return where a clause begins that sets another voice against ``c``: "…, but the union said"."""
    at = c
    for _ in range(STEPS):
        joined = [k for k in view.children(at, "conj", "advcl") if at < k < stop and _other_voice(view, k)]
        for k in joined:
            edge = _joint(view, at, k)
            if edge is not None:
                return edge
        at = view.child(at, "conj") or at
    return stop


def _other_voice(view: View, k: int) -> bool:
    """Whether clause ``k`` has a subject of its own, no pronoun, and a cue for its verb (or "yet" before it)."""
    who = view.child(k, *SUBJECTS)
    if who is None or who > k or view.low[who] in OWN_VOICE:
        return False
    if "yet" in view.low[max(view.first[k] - 2, 0) : view.first[k]]:
        return True
    cue = cues().get(("verb", view.lemma[k]))
    return cue is not None and max(cue.takes.get("clause", 0), cue.takes.get("np", 0)) >= SURE


def _joint(view: View, at: int, k: int) -> int | None:
    """Return the comma before the word that joins clause ``k`` to clause ``at``."""
    first = view.first[k]
    if view.dep[k] == "conj":
        first = next((i for i in range(first - 1, max(first - 4, at), -1) if view.dep[i] == "cc"), first)
    word, comma = view.low[first], first - 1
    return comma if word in CONTRAST and view.low[comma] == "," and view.low[first + 1] != "that" else None


def _past_condition(view: View, v: int, c: int) -> int | None:
    """Return the end of the main clause where ``c`` is only its condition, and the parser made it the sentence."""
    main = view.head[v]
    if view.dep[v] != "ccomp" or main <= view.last[c] or view.sentence[main] != view.sentence[v]:
        return None
    opening = range(view.first[c], min(view.first[c] + 2, c))
    who = view.child(main, *SUBJECTS)
    if who is None or view.first[who] <= view.last[c] or not any(view.low[i] in CONDITION for i in opening):
        return None
    return view.last[main] + 1
