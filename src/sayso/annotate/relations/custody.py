"""Arrests of which the sentence does not say that police made them, and demands that somebody go."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.roles import verb_roles
from sayso.annotate.relations.ends import End
from sayso.annotate.relations.maker import QUALIFYING, Maker
from sayso.annotate.sentences import sentence_at
from sayso.model import Mode, Polarity, Relation

POLICE = "police"
# Sentences between an arrest and the police who made it.
REACH = 3
MUST = frozenset({"must", "should", "ought"})


class Custody(Maker):
    """Reads arrests, and demands for somebody's removal."""

    def arrests(self) -> Iterator[Relation]:
        """Return each arrest without an agent, by the police of whom the article tells."""
        tree = self.tree
        for i, lemma in enumerate(tree.lemma):
            stance = self.stances["custody"].get(lemma)
            held = tree.children(i, "nsubjpass")
            if stance is None or tree.pos[i] != "VERB" or not held or tree.children(i, "agent"):
                continue
            how, police = self.judge(i, self.held[i]), self._police(i)
            if self._only_bound(i):
                continue
            if police is None or how.mode is not Mode.ASSERTED or how.polarity is Polarity.NEGATIVE:
                continue
            for whom in self._arrested(held[0]):
                words = self.hull([whom.start if not isinstance(whom, int) else tree.start[held[0]]], [tree.end[i]])
                yield from self.make(police, whom, stance, words, i, how.mode, None)

    def _arrested(self, head: int) -> tuple[End, ...]:
        known: tuple[End, ...] = tuple(a for a in self.cast.of([head]) if self.annotation.actors[a].type != "place")
        words = self.of_people(head)
        if self.tree.pos[head] == "NUM":
            last = max([head, *(k for p in self.tree.children(head, "prep") for k in self.tree.children(p, "pobj"))])
            words = self.hull([self.tree.start[head]], [self.tree.end[last]])
        return known or ((words,) if words else ())

    def _police(self, i: int) -> End | None:
        """Return the police of the sentence, else of the article."""
        tree, at = self.tree, self.tree.start[i]
        nouns = [k for k, lemma in enumerate(tree.lemma) if lemma in self.stances["officers"] and tree.pos[k] != "VERB"]
        nouns = [k for k in nouns if tree.dep[k] not in QUALIFYING and (tree.tag[k] != "NN" or tree.lower[k] == POLICE)]
        nouns = [k for k in nouns if tree.lower[k] == POLICE] or nouns
        near = min(nouns, key=lambda k: abs(tree.start[k] - at), default=None)
        if near is None or self._sentences_apart(near, i) > REACH:
            return None
        return next(iter(self.cast.of([near], spread=False)), None) or self.phrase(near)

    def _sentences_apart(self, one: int, other: int) -> int:
        sentences, start = self.annotation.sentences, self.tree.start
        return abs(sentence_at(sentences, start[one]) - sentence_at(sentences, start[other]))

    def _only_bound(self, i: int) -> bool:
        """Whether the arrest stands in a side clause of time or condition ("while they are being detained")."""
        return self.tree.dep[i] == "advcl"

    def removals(self) -> Iterator[Relation]:
        """Return who says that somebody must go."""
        tree = self.tree
        for i, pos in enumerate(tree.pos):
            held = self.held[i]
            if held is None or pos != "VERB" or not self._must_go(i):
                continue
            how = self.judge(i, held)
            for target in self.cast.of(verb_roles(tree, i)[0] or tree.children(i, "nsubjpass"), spread=False):
                for source in self.annotation.attributions[held].actors:
                    words = self.with_content(self.evidence(i, target), self.annotation.attributions[held])
                    if how.polarity is Polarity.POSITIVE and self.annotation.actors[target].type == "person":
                        stance = self.stances["removal"][self._phrase_of(i)]
                        yield from self.make(source, target, stance, words, i, how.mode, None)

    def _phrase_of(self, i: int) -> str:
        tree = self.tree
        passive = "be " * bool(tree.children(i, "auxpass"))
        behind = [tree.lower[k] for k in tree.children(i, "prt", "advmod", "dobj") if k == i + 1]
        word = tree.lower[i] if passive else tree.lemma[i]
        return f"{passive}{word} {behind[0]}" if behind else f"{passive}{word}"

    def _must_go(self, i: int) -> bool:
        """Whether the words are "must resign", "should go", with no place to go to."""
        tree = self.tree
        bound = any(tree.lower[k] in MUST for k in tree.children(i, "aux"))
        bound = bound or (tree.dep[i] == "xcomp" and tree.lemma[tree.head[i]] == "have")
        doubted = any(tree.dep[k] == "neg" for k in (*tree.kids[i], *tree.kids[tree.head[i]]))
        elsewhere = doubted or (
            tree.lemma[i] == "go" and tree.child(i, "prep", "xcomp", "advmod", "prt", "acomp", "advcl")
        )
        return bound and not elsewhere and self._phrase_of(i) in self.stances["removal"]
