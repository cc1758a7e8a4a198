"""Attributions that hang on a word of the cue table: verbs, nouns and adjectives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.found import Found, snap, tidy
from sayso.annotate.attribution.lexicon import LEAST, Cue, cues, least, words
from sayso.annotate.attribution.nouns import adjective_frames, is_predicate, noun_frames, noun_source
from sayso.annotate.attribution.parts import agent, group, is_passive, subject
from sayso.annotate.attribution.verbs import Frame, frames
from sayso.annotate.sources import head_of
from sayso.annotate.view import Range, View
from sayso.data.loading import toml

KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}

# How much less often such a subject is a source (PolNeAR train): none, a pronoun, a thing that cannot speak.
NOBODY, THING = 0.15, 0.5
EMPTY = frozenset(
    {"that", "which", "who", "whom", "what", "himself", "herself", "itself", "themselves", "first", "once"}
)
BARE = {
    "i": 0.75,
    "you": 0.7,
    "we": 0.75,
    "they": 0.85,
    "it": 0.8,
    "one": 0.7,
    "which": 0.7,
    "that": 0.2,
} | dict.fromkeys(("this", "these", "those", "what", "there"), 0.2)


def read_cued(context: Context) -> Iterator[Found]:
    """Yield one attribution a cue word at most: the construction with the highest share."""
    view, known = context.view, cues()
    for i, pos in enumerate(view.pos):
        kind = KINDS.get(pos)
        if kind is None or (cue := known.get((kind, view.lemma[i]))) is None:
            continue
        found = _verb(context, i, cue) if kind == "verb" else _other(context, i, cue, kind)
        if found is not None:
            yield found


def _verb(context: Context, v: int, cue: Cue) -> Found | None:
    view = context.view
    best = None if _says_nothing(view, v) else _best(frames(view, v), cue)
    if best is None:
        return None
    share, name, content = best
    passive = is_passive(view, v)
    who = agent(view, v) if passive else subject(view, v)
    share *= 1.0 if passive else _trust(view, who, name)
    if share < LEAST:
        return None
    return make(context, v, who, _cue(view, v, name), content, cue.lemma, f"verb.{name}", share)


def _says_nothing(view: View, v: int) -> bool:
    """Whether the verb is what somebody would not do ("declined to comment on …"), or brings about ("declared war")."""
    if view.dep[v] == "xcomp" and view.lemma[view.head[v]] in words("silent"):
        return True
    thing = view.child(v, "dobj")
    return view.lemma[v] == "declare" and thing is not None and view.lemma[thing] in words("enacted")


def _cue(view: View, v: int, name: str) -> tuple[Range, ...]:
    """Return the cue with its preposition: "called for", "cautioned against"."""
    first, stop = group(view, v)
    governs = name.rpartition(".")[2]
    if stop < len(view.low) and view.low[stop] == governs and view.pos[stop] == "ADP":
        stop += 1
    return ((first, stop),)


def _trust(view: View, who: Range | None, name: str) -> float:
    """Return how much less often a verb with such a subject is an attribution (PolNeAR train; "John says" is 1)."""
    if who is None:
        return NOBODY
    if name not in ("clause", "aside", "as-clause") and view.low[head_of(view, *who)] in _things():
        return THING
    return BARE.get(view.low[who[0]], 1.0) if who[1] - who[0] == 1 else 1.0


@lru_cache(maxsize=1)
def _things() -> frozenset[str]:
    return frozenset(toml("sources")["cannot_speak"])


def _other(context: Context, i: int, cue: Cue, kind: str) -> Found | None:
    view = context.view
    if kind == "adjective" and not is_predicate(view, i):
        return None
    best = _best(noun_frames(view, i) if kind == "noun" else adjective_frames(view, i), cue)
    if best is None:
        return None
    share, name, content = best
    who = noun_source(view, i) if kind == "noun" else subject(view, view.head[i])
    return make(context, i, who, ((i, i + 1),), content, cue.lemma, f"{kind}.{name}", share)


def _best(options: Iterable[Frame], cue: Cue) -> tuple[float, str, tuple[Range, ...]] | None:
    best: tuple[float, str, tuple[Range, ...]] | None = None
    for name, content in options:
        share = cue.takes.get(name, 0.0)
        if share >= least(name, cue.group) and (best is None or share > best[0]):
            best = share, name, content
    return best


def make(
    context: Context,
    anchor: int,
    who: Range | None,
    cue: tuple[Range, ...],
    content: tuple[Range, ...],
    lemma: str,
    rule: str,
    share: float,
) -> Found | None:
    """Tidy the pieces; None where no word of content is left."""
    view = context.view
    pieces = [tidy(view, snap(view, context.quote_at, context.quotes, tidy(view, r), anchor)) for r in content]
    kept = tuple(r for r in pieces if r[0] < r[1])
    if not kept or not _has_word(view, kept):
        return None
    source = (who,) if who is not None and who[0] < who[1] and not _inside(who, kept) else ()
    return Found(source, cue, kept, anchor, lemma, rule, share)


def _has_word(view: View, pieces: tuple[Range, ...]) -> bool:
    if len(pieces) == 1 and pieces[0][1] - pieces[0][0] == 1 and view.low[pieces[0][0]] in EMPTY:
        return False
    return any(view.low[i][0].isalnum() for s, e in pieces for i in range(s, e))


def _inside(who: Range, pieces: tuple[Range, ...]) -> bool:
    return any(s <= who[0] and who[1] <= e for s, e in pieces)
