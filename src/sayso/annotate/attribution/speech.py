"""Quotations that no construction has claimed: the cue next to them, a colon before them, or the running speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found
from sayso.annotate.attribution.lexicon import SPEAKING, cues
from sayso.annotate.attribution.parts import agent, group, is_passive, subject
from sayso.annotate.attribution.quotes import Quote
from sayso.annotate.view import Range, View

REACH = 22  # tokens between a quotation and its cue
WORDS = 4  # a shorter quotation is only taken with a cue right beside it
SAID = ("speech", "verb.clause", "verb.aside")
STOPS = frozenset({".", "!", "?"})
NOBODY = frozenset({"it", "this", "that", "there", "here", "these", "those", "which"})


def read_speech(context: Context, found: Iterable[Found]) -> list[Found]:
    """Return ``found`` with every quotation that can be attributed added to it, in no fixed order."""
    made = {f.anchor: f for f in found}
    covered = _coverage(context, made.values())
    last: Found | None = None
    for q in context.quotes:
        if q.single:
            continue
        if (owner := covered.get(q.first)) is not None and owner in made:
            last = made[owner]
            continue
        cue = _cue_after(context, q) or _cue_before(context, q)
        if cue is not None:
            last = _attach(context, made, cue, q)
        elif last is not None and _stands_free(context, q) and _near(context.view, last, q):
            last = _run_on(context, made, last, q)
    return list(made.values())


def _coverage(context: Context, found: Iterable[Found]) -> dict[int, int]:
    """Map the first token of each covered quotation to the anchor of the attribution that covers it."""
    covered: dict[int, int] = {}
    for f in found:
        for s, e in f.content:
            for number in dict.fromkeys(_within(context, s, e)):
                q = context.quotes[number]
                if min(e, q.stop) - max(s, q.first) >= 0.6 * (q.stop - q.first):
                    covered.setdefault(q.first, f.anchor)
    return covered


def _within(context: Context, s: int, e: int) -> Iterator[int]:
    i = s
    while i < e:
        number = context.quote_at[i]
        if number >= 0:
            yield number
            i = context.quotes[number].stop
        else:
            i += 1


def _cue_after(context: Context, q: Quote) -> int | None:
    """Return the verb of '…," said X' or '…," X, who …, said'."""
    view = context.view
    if view.low[q.stop - 1] not in "\"”''»" or q.stop >= len(view.low):
        return None
    if view.low[q.stop - 2] not in (",", "?", "!", "…", "...", "-", "—", "–") and view.low[q.stop] != ",":
        return None
    for i in range(q.stop, min(q.stop + REACH, len(view.low))):
        if view.low[i] in STOPS or "\n" in view.low[i] or context.quote_at[i] >= 0 or view.low[i] == ";":
            return None
        if view.pos[i] == "VERB" and _speaks(view, i) and view.dep[i] not in ("acl", "relcl"):
            return i
    return None


def _cue_before(context: Context, q: Quote) -> int | None:
    """Return the verb of 'X said: "…' or 'X said, "…', also where the colon ends the paragraph before."""
    view, i = context.view, q.first - 1
    while i >= 0 and view.low[i].isspace():
        i -= 1
    if i < 0 or view.low[i] in STOPS or context.quote_at[i] >= 0:
        return None
    if view.paragraph[i] != view.paragraph[q.first] and view.low[i] != ":":
        return None
    close = view.low[i] in (":", ",") or view.pos[i] in ("VERB", "SCONJ")
    for k in range(i, max(i - REACH, -1), -1):
        if view.low[k] in STOPS or "\n" in view.low[k] or context.quote_at[k] >= 0:
            return None
        if view.pos[k] == "VERB" and _speaks(view, k) and close:
            return k
    return _main_verb(view, i) if view.low[i] == ":" else None


def _main_verb(view: View, colon: int) -> int | None:
    """Return the verb of a sentence that ends in a colon and names who speaks: 'The mayor was blunt: "…'."""
    at = colon
    while view.head[at] != at and view.sentence[view.head[at]] == view.sentence[colon]:
        at = view.head[at]
    who = view.child(at, "nsubj")
    return at if who is not None and view.pos[at] in ("VERB", "AUX") and view.low[who] not in NOBODY else None


def _speaks(view: View, v: int) -> bool:
    cue = cues().get(("verb", view.lemma[v]))
    return cue is not None and (cue.group in SPEAKING or cue.takes.get("clause", 0) >= 0.5)


def _attach(context: Context, made: dict[int, Found], v: int, q: Quote) -> Found:
    view = context.view
    known = made.get(v)
    if known is not None and (known.rule.startswith(SAID) or all(context.quote_at[s] >= 0 for s, _ in known.content)):
        made[v] = replace(known, content=merged((*known.content, (q.first, q.stop))))
        return made[v]
    who = agent(view, v) if is_passive(view, v) else subject(view, v)
    if who is None or context.quote_at[who[0]] >= 0:
        who = beside(context, v)
    fresh = make(context, v, who, (group(view, v),), ((q.first, q.stop),), view.lemma[v], "speech.cue", 0.9)
    made[v] = fresh or Found((), ((v, v + 1),), ((q.first, q.stop),), v, view.lemma[v], "speech.cue")
    return made[v]


def beside(context: Context, v: int) -> Range | None:
    """Return the name right after or before the verb, where the parser saw no subject."""
    view, n = context.view, len(context.view.low)
    i = v + 1
    while i < n and view.pos[i] in ("DET", "ADJ", "PROPN", "NOUN", "NUM", "PRON") and context.quote_at[i] < 0:
        i += 1
    if i > v + 1:
        return v + 1, i
    i = v
    while i > 0 and view.pos[i - 1] in ("DET", "ADJ", "PROPN", "NOUN", "NUM", "PRON") and context.quote_at[i - 1] < 0:
        i -= 1
    return (i, v) if i < v else None


def _stands_free(context: Context, q: Quote) -> bool:
    """Whether the quotation is a sentence of its own, not some words within one."""
    view = context.view
    if q.stop - q.first <= WORDS:
        return False
    i = q.first - 1
    while i >= 0 and view.low[i].isspace():
        i -= 1
    return i < 0 or view.low[i] in STOPS or view.low[i] in ("”", '"', "…", "...", ",") or "\n" in view.low[q.first - 1]


def _near(view: View, last: Found, q: Quote) -> bool:
    end = max(last.content[-1][1], last.anchor + 1)
    return 0 <= q.first - end < 80 and view.paragraph[q.first] - view.paragraph[end - 1] <= 2


def _run_on(context: Context, made: dict[int, Found], last: Found, q: Quote) -> Found:
    """Give a free-standing quotation to who spoke last: more of the same, or in a new paragraph one of its own."""
    view = context.view
    if view.paragraph[last.anchor] == view.paragraph[q.first]:
        made[last.anchor] = replace(last, content=merged((*last.content, (q.first, q.stop))))
        return made[last.anchor]
    made[q.first] = Found(last.source, (), ((q.first, q.stop),), q.first, last.lemma, "speech.running", 0.5)
    return made[q.first]


def merged(pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the ranges in order, overlapping and touching ones made one."""
    out: list[Range] = []
    for s, e in sorted(pieces):
        if out and s <= out[-1][1]:
            out[-1] = out[-1][0], max(e, out[-1][1])
        else:
            out.append((s, e))
    return tuple(out)
