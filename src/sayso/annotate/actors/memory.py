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
PEOPLE = frozenset(("person", "group"))
BODIES = frozenset(("organisation", "state", "force", "place"))


class Seen(NamedTuple):
    """One earlier mention. No ``drafts``: a noun that is no actor but could be "it"; several: "Peru and Chile"."""

    drafts: tuple[Draft, ...]
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
        self.latest: dict[int, tuple[Draft, ...]] = {}
        self.joined: dict[int, tuple[Draft, ...]] = {}

    def add(self, drafts: tuple[Draft, ...], token: int, plural: bool = False) -> None:
        """Remember that ``drafts`` are meant at ``token``, alone and with what they are joined to by "and"."""
        self._push(drafts, token, plural)
        if not drafts:
            return
        self.latest[token] = drafts
        above = self.w.heads[token]
        if self.w.deps[token] == "conj" and above in self.latest:
            joint = tuple(dict.fromkeys((*(self.joined.get(above) or self.latest[above]), *drafts)))
            if len(joint) > 1 and ({d.type for d in joint} <= PEOPLE or len({d.type for d in joint}) == 1):
                self.joined[token] = joint
                self._push(joint, self.w.first_conjunct(token), True)

    def _push(self, drafts: tuple[Draft, ...], token: int, plural: bool) -> None:
        w = self.w
        subject = w.deps[token] in SUBJECTS
        seen = Seen(drafts, token, w.sentences[token], subject, speaks(w, token), w.quoted[token], plural)
        self.seen.append(seen)

    def recent(self) -> Iterator[Draft]:
        """Yield the actors, the last mentioned first."""
        done: set[int] = set()
        for seen in reversed(self.seen):
            for draft in seen.drafts:
                if id(draft) not in done:
                    done.add(id(draft))
                    yield draft

    def meant_by(self, i: int) -> tuple[Draft, ...]:
        """Return who the personal pronoun at token ``i`` means; nobody where no actor, or none that can be told."""
        kind = PRONOUNS[self.w.lowers[i]]
        if kind == "thing" and pleonastic(self.w, i):
            return ()
        said = speaks(self.w, i)
        scored = [(self._score(s, i, kind, said), n) for n, s in enumerate(self.seen) if self._may(s, i, kind, said)]
        if scored:
            return self.seen[max(scored)[1]].drafts
        return self._last_speaker(i, kind) if kind in ("m", "f") else ()

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
        w = self.w
        score = -1.0 * (self.w.sentences[i] - seen.sentence) + (1.0 if seen.subject else 0.0)
        score += 0.6 if said and seen.speaks else 0.0
        score -= 0.8 if seen.quoted != w.quoted[i] else 0.0
        score += 0.3 if seen.subject and w.deps[i] in SUBJECTS else 0.0
        score -= 0.3 if w.deps[seen.token] == "poss" else 0.0
        for draft in seen.drafts[:1]:
            score += 0.1 * min(len(draft.found), 5)
            score += 0.5 if kind == draft.gender else 0.0
            score -= 0.8 if kind == "plural" and not (draft.plural or seen.plural) else 0.0
            score -= 0.6 if kind == "thing" and draft.type in ("place", "force") else 0.0
        return score

    def _last_speaker(self, i: int, kind: str) -> tuple[Draft, ...]:
        for seen in reversed(self.seen):
            near = self.w.sentences[i] - seen.sentence <= FAR
            if near and seen.drafts and seen.speaks and _agrees(seen, kind, True):
                return seen.drafts
        return ()


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
    if not seen.drafts:
        return not said and (kind == "plural") == seen.plural and kind in ("plural", "thing")
    if len(seen.drafts) > 1:
        return kind == "plural"
    draft = seen.drafts[0]
    if kind in ("m", "f"):
        return draft.type == "person" and not draft.plural and draft.gender in (None, kind)
    if kind == "thing":
        return draft.type in BODIES and not draft.plural
    return draft.plural or draft.type in ("group", "force", "organisation", "state")
