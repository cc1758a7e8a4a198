"""What has been mentioned so far, and who of it a later pronoun most likely means.

A small version of salience ranking (Lappin & Leass 1994): nearness, subjects, speakers, number and gender.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from sayso.annotate.actors.drafts import Draft
from sayso.annotate.actors.words import SUBJECTS, Words
from sayso.data import people

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "plural"),
}
REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves"))
REACH = {"m": 4, "f": 4, "thing": 1, "plural": 2}
FAR = 8
WINDOW = 48
BODIES = frozenset(("organisation", "state", "force", "place"))


class Seen(NamedTuple):
    """One earlier mention; ``draft`` is None for a noun that means no actor but could be "it" or "they"."""

    draft: Draft | None
    token: int
    sentence: int
    subject: bool
    speaks: bool
    quoted: bool
    plural: bool


class Memory:
    """The mentions so far, in the order of the text."""

    def __init__(self, w: Words) -> None:
        self.w = w
        self.seen: deque[Seen] = deque(maxlen=WINDOW)
        self.latest: dict[int, Draft] = {}

    def add(self, draft: Draft | None, token: int, plural: bool = False) -> None:
        """Remember that ``draft`` is meant at ``token``."""
        self.seen.append(
            Seen(
                draft,
                token,
                self.w.sentences[token],
                self.w.deps[token] in SUBJECTS,
                speaks(self.w, token),
                self.w.quoted[token],
                plural,
            )
        )
        if draft is not None:
            self.latest[token] = draft

    def recent(self) -> Iterator[Draft]:
        """Yield the actors, the last mentioned first."""
        done: set[int] = set()
        for seen in reversed(self.seen):
            if seen.draft is not None and id(seen.draft) not in done:
                done.add(id(seen.draft))
                yield seen.draft

    def meant_by(self, i: int) -> Draft | None:
        """Return who the personal pronoun at token ``i`` means; None where no actor, or none that can be told."""
        kind = PRONOUNS[self.w.lowers[i]]
        if kind == "thing" and pleonastic(self.w, i):
            return None
        said = speaks(self.w, i)
        scored = [(self._score(s, i, kind, said), n) for n, s in enumerate(self.seen) if self._may(s, i, kind, said)]
        if scored:
            return self.seen[max(scored)[1]].draft
        return self._last_speaker(i, kind) if kind in ("m", "f") else None

    def _may(self, seen: Seen, i: int, kind: str, said: bool) -> bool:
        if self.w.sentences[i] - seen.sentence > REACH[kind] or not _agrees(seen, kind, said):
            return False
        w = self.w
        reflexive = w.lowers[i] in REFLEXIVES
        if w.tags[i] == "PRP$":
            return w.heads[i] != seen.token
        together = w.clause(i) == w.clause(seen.token)
        return together and seen.subject if reflexive else not together

    def _score(self, seen: Seen, i: int, kind: str, said: bool) -> float:
        w, draft = self.w, seen.draft
        score = -1.0 * (self.w.sentences[i] - seen.sentence) + (1.0 if seen.subject else 0.0)
        score += 0.6 if said and seen.speaks else 0.0
        score -= 0.8 if seen.quoted != w.quoted[i] else 0.0
        score += 0.3 if seen.subject and w.deps[i] in SUBJECTS else 0.0
        score -= 0.3 if w.deps[seen.token] == "poss" else 0.0
        if draft is not None:
            score += 0.1 * min(len(draft.found), 5)
            score += 0.5 if kind == draft.gender else 0.0
            score -= 0.8 if kind == "plural" and not draft.plural else 0.0
            score -= 0.6 if kind == "thing" and draft.type in ("place", "force") else 0.0
        return score

    def _last_speaker(self, i: int, kind: str) -> Draft | None:
        for seen in reversed(self.seen):
            near = self.w.sentences[i] - seen.sentence <= FAR
            if near and seen.draft is not None and seen.speaks and _agrees(seen, kind, True):
                return seen.draft
        return None


def speaks(w: Words, i: int) -> bool:
    """Tell whether token ``i`` is the subject of a verb of speech, or is named by "according to"."""
    above = w.heads[i]
    if w.deps[i] == "nsubj":
        return w.lemmas[above] in people.words("speech")
    return (
        w.deps[i] == "pobj"
        and w.lowers[above] in ("to", "by")
        and w.lowers[w.heads[above]] in ("according", "said", "told")
    )


def pleonastic(w: Words, i: int) -> bool:
    """Tell the "it" of "it is likely that …" and "it seems …", which means nobody."""
    verb = w.heads[i]
    if w.deps[i] == "expl":
        return True
    empty = w.lemmas[verb] in people.words("empty_verbs") or w.tags[verb] == "VBN"
    if w.deps[i] not in ("nsubj", "nsubjpass") or not empty:
        return False
    clausal = any(w.deps[c] in ("ccomp", "xcomp", "csubj", "csubjpass") for c in w.children[verb])
    inner = any(w.deps[g] in ("ccomp", "xcomp") for c in w.kids(verb, "acomp", "attr") for g in w.children[c])
    return clausal or inner


def _agrees(seen: Seen, kind: str, said: bool) -> bool:
    draft = seen.draft
    if draft is None:
        return not said and (kind == "plural") == seen.plural and kind in ("plural", "thing")
    if kind in ("m", "f"):
        return draft.type == "person" and not draft.plural and draft.gender in (None, kind)
    if kind == "thing":
        return draft.type in BODIES and not draft.plural
    return draft.plural or draft.type in ("group", "force", "organisation", "state")
