"""Quotations that no construction has claimed: the cue next to them, a colon before them, or the running speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.cued import make
from sayso.annotate.attribution.found import Found
from sayso.annotate.attribution.lexicon import cues, words
from sayso.annotate.attribution.parts import agent, group, is_passive, subject
from sayso.annotate.attribution.quotes import Quote
from sayso.annotate.view import Range, View

REACH = 22  # tokens between a quotation and its cue
FAR = 80  # tokens between two quotations of one running speaker
COVERED = 0.6  # share of a quotation that a content must hold to be taken for all of it
WORDS = 4  # a shorter quotation is only taken with a cue right beside it
SAID = ("speech", "verb.clause", "verb.aside")
STOPS = frozenset({".", "!", "?"})
NOBODY = frozenset({"it", "this", "that", "there", "here", "these", "those", "which"})


def read_speech(context: Context, found: Iterable[Found]) -> list[Found]:
    """Return ``found`` with every quotation that can be attributed added to it, in no fixed order."""
    made = {f.anchor: f for f in found}
    covered = _coverage(context, made.values())
    added: dict[int, list[Range]] = defaultdict(list)
    last, end = -1, 0  # who spoke last (an anchor), and up to which token
    for q in context.quotes:
        if q.single:
            continue
        owner = covered.get(q.first)
        if owner is None:
            owner = _owner(context, made, q, last, end)
            if owner is None:
                continue
            added[owner].append((q.first, q.stop))
        last, end = owner, max(q.stop, owner + 1)
    return [replace(f, content=merged((*f.content, *added[f.anchor]))) for f in made.values()]


def _owner(context: Context, made: dict[int, Found], q: Quote, last: int, end: int) -> int | None:
    """Return the anchor of the attribution that the quotation belongs to, made anew where need be."""
    cue = _cue_after(context, q)
    if cue is None:
        cue = _cue_before(context, q)
    if cue is not None and _is_title(context.view, cue, q):
        cue = None
    if cue is not None:
        if not _carries_quotes(context, made.get(cue)):
            made[cue] = _fresh(context, cue, q)
        return cue
    if last >= 0 and _stands_free(context, q) and _near(context.view, end, q) and not _is_heading(context.view, q):
        if context.view.paragraph[last] == context.view.paragraph[q.first]:
            return last
        # Whoever dismissed a report and speaks on says the rest; the lemma is not that of the first cue.
        made[q.first] = Found(made[last].source, (), ((q.first, q.stop),), q.first, "say", "speech.running", 0.5)
        return q.first
    return None


def _is_title(view: View, v: int, q: Quote) -> bool:
    """Whether a quotation is too short to be speech: a title or a nickname beside a verb, unless right at the verb."""
    if view.lemma[v] in words("naming") and is_passive(view, v):
        return agent(view, v) is None  # 'a book called "Home"', but 'a strike called "illegal" by …'
    length = sum(view.low[i][0].isalnum() for i in range(q.first, q.stop))
    beside = v + 1 == q.first or view.low[q.first - 1] in (",", ":", "that") or view.low[q.stop - 2] in (",", "!", "?")
    return length == 1 or (length == 2 and not beside)


def _carries_quotes(context: Context, known: Found | None) -> bool:
    if known is None:
        return False
    return known.rule.startswith(SAID) or all(context.quote_at[s] >= 0 for s, _ in known.content)


def _fresh(context: Context, v: int, q: Quote) -> Found:
    view = context.view
    who = agent(view, v) if is_passive(view, v) else subject(view, v)
    if who is None or context.quote_at[who[0]] >= 0:
        who = beside(context, v)
    fresh = make(context, v, who, (group(view, v),), ((q.first, q.stop),), view.lemma[v], "speech.cue", 0.9)
    return fresh or Found((), ((v, v + 1),), ((q.first, q.stop),), v, view.lemma[v], "speech.cue")


def _coverage(context: Context, found: Iterable[Found]) -> dict[int, int]:
    """Map the first token of each covered quotation to the anchor of the attribution that covers it."""
    covered: dict[int, int] = {}
    starts = [q.first for q in context.quotes]
    following = list(range(len(starts) + 1))  # the next quotation that nothing covers yet
    for f in found:
        for s, e in f.content:
            number, stop = _free(following, max(bisect_right(starts, s) - 1, 0)), bisect_left(starts, e)
            while number < stop:
                q = context.quotes[number]
                if min(e, q.stop) - max(s, q.first) >= COVERED * (q.stop - q.first):
                    covered[q.first] = f.anchor
                    following[number] = number + 1
                number = _free(following, number + 1)
    return covered


def _free(following: list[int], number: int) -> int:
    while following[number] != number:
        following[number] = following[following[number]]
        number = following[number]
    return number


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
    return cue is not None and (cue.group in words("speaking") or cue.takes.get("clause", 0) >= 0.5)


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


def _is_heading(view: View, q: Quote) -> bool:
    """Whether the quotation is a line by itself without a mark at its end: a heading, which no speaker runs on into."""
    first, last = q.first, q.stop - 1
    alone = first == 0 or view.paragraph[first - 1] != view.paragraph[first] or "\n" in view.low[first - 1]
    ended = view.low[last - 1] in (*STOPS, ",", "…", "...")
    after = last + 1 >= len(view.low) or "\n" in view.low[last + 1] or view.paragraph[last + 1] != view.paragraph[last]
    return alone and after and not ended


def _near(view: View, end: int, q: Quote) -> bool:
    return 0 <= q.first - end < FAR and view.paragraph[q.first] - view.paragraph[end - 1] <= 2


def merged(pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the ranges in order, overlapping and touching ones made one."""
    out: list[Range] = []
    for s, e in sorted(pieces):
        if out and s <= out[-1][1]:
            out[-1] = out[-1][0], max(e, out[-1][1])
        else:
            out.append((s, e))
    return tuple(out)
