"""How an article stands in its own words toward whom it writes about: what it calls them, lays at their door, asks.

A relation without a source is the article's own: the outlet's, once articles are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sayso.annotate.events.roles import subjects_of, verb_roles
from sayso.annotate.relations.blame import Blame
from sayso.annotate.relations.demands import DEMANDS, DUTY
from sayso.annotate.relations.stances import Stance
from sayso.model import Mode, Polarity, Relation

ACCUSES, BE = Stance(-0.5, "accuses"), frozenset({"be", "remain", "prove", "become", "seem", "look"})
PREDICATES = ("attr", "acomp", "oprd")
NAMED = frozenset({"person", "organisation", "state", "force", "group"})
# An article argues where it has this many signs of it, and one in so many sentences.
SIGNS, SHARE = 3, 0.12
FIRST_PERSON = frozenset({"we", "us", "our", "i", "my"})
NONE = frozenset({"no", "hardly", "neither"})
SUBORDINATE = frozenset({"if", "whether", "unless"})


class OwnWords(Blame):
    """Reads the stance of the article itself."""

    def in_own_words(self) -> Iterator[Relation]:
        """Return how the article stands toward those whom it judges, blames or asks outside of what others say."""
        for i, pos in enumerate(self.tree.pos):
            if self.held[i] is not None:
                continue
            if pos == "ADV":
                yield from self._done_badly(i)
            elif i in self._cues:
                continue
            elif pos in ("NOUN", "ADJ", "PROPN"):
                yield from self._judged(i)
            elif pos in ("VERB", "AUX") and self._argues:
                yield from self._held_against(i)
                yield from self._asked(i)

    @cached_property
    def _cues(self) -> frozenset[int]:
        """Return the words of sources and cues, which only tell who says something."""
        spans = (s for a in self.annotation.attributions for s in (*a.source, *a.cue))
        return frozenset(i for span in spans for i in self.tree.within(span))

    @cached_property
    def _argues(self) -> bool:
        """Whether the article argues for something: it judges, asks, exclaims, says "we" outside of what others say."""
        tree = self.tree
        own = [s for s in self.annotation.sentences if not s.heading]
        signs = sum(any(self._is_sign(i) for i in tree.within(s.span) if self.held[i] is None) for s in own)
        return signs >= SIGNS and signs >= SHARE * len(own)

    def _is_sign(self, i: int) -> bool:
        tree = self.tree
        if tree.lower[i] in ("!", "?") or tree.lower[i] in FIRST_PERSON or tree.lower[i] in DUTY:
            return True
        return tree.lemma[i] in self.stances["scathing"] or tree.lower[i] in self.stances["badly"]

    def _judged(self, i: int) -> Iterator[Relation]:
        """Return the stance toward whom, or whose deed, the article calls something."""
        tree = self.tree
        stance = self.stances["scathing"].get(tree.lemma[i])
        if stance is None and self._argues:
            stance = self.stances["tone"].get(tree.lemma[i])
        named = i in self.cast.actor  # "illegal migrants" is only what they are called by
        if stance is None or named or self._is_turned(i):
            return
        at = tree.head[i] if tree.dep[i] in ("amod", "compound") else i
        said_of: list[int] = []
        if tree.dep[at] in PREDICATES and tree.lemma[tree.head[at]] in BE:
            said_of = subjects_of(tree, tree.head[at])
        elif at != i:
            said_of = [at]
        yield from self._toward_all(i, said_of, stance)

    def _is_turned(self, i: int) -> bool:
        """Whether a word, or the one that it stands with, is negated ("is no coward")."""
        tree = self.tree
        near = (*tree.kids[i], *tree.kids[tree.head[i]])
        return any(tree.dep[k] == "neg" or tree.lower[k] in NONE for k in near)

    def _toward_all(self, i: int, words: list[int], stance: Stance) -> Iterator[Relation]:
        meant = self.targets.of(words, True, True) or self.cast.of(words, spread=False)
        for target in meant:
            if self.annotation.actors[target].type in NAMED:
                yield from self.make_own(target, stance, i)

    def make_own(self, target: int, stance: Stance, i: int) -> Iterator[Relation]:
        """Make the relation of the article itself."""
        if target in self.ends:
            yield from self.make(None, target, stance, self.evidence(i, target), i, Mode.ASSERTED, None)

    def _done_badly(self, i: int) -> Iterator[Relation]:
        """Return whom the article says to have done something "falsely", "shamelessly"."""
        stance, verb = self.stances["badly"].get(self.tree.lower[i]), self.tree.head[i]
        if stance is not None and self.tree.pos[verb] == "VERB":
            for target in self.cast.of(verb_roles(self.tree, verb)[0]):
                yield from self.make_own(target, stance, i)

    def _held_against(self, i: int) -> Iterator[Relation]:
        if self.tree.pos[i] != "VERB" or not self._is_wrong(i):
            return
        violent = self.stances["wrong"].get(self.tree.lemma[i])
        if violent is not None and violent.value < 0:
            return  # that the rebels killed somebody is news, whoever reports it
        how = self.judge(i, None)
        if how.polarity is Polarity.NEGATIVE or how.mode is not Mode.ASSERTED:
            return
        for target in self.cast.of(verb_roles(self.tree, i)[0]):
            yield from self.make_own(target, ACCUSES, i)

    def _asked(self, i: int) -> Iterator[Relation]:
        """Return of whom the article says that they must do something."""
        tree = self.tree
        helping = {tree.lower[k] for k in tree.children(i, "aux")}
        if helping.isdisjoint(DUTY) or "have" in helping or tree.lemma[i] in self.stances["must"]:
            return  # "should have known", "must be cold"
        if any(tree.lower[k] in SUBORDINATE for k in tree.children(i, "mark")):
            return
        for target in self.cast.of(subjects_of(tree, i)):
            yield from self.make_own(target, DEMANDS, i)
