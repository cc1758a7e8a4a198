"""Acts and attitudes that take more than a verb: "took aim at", "held them responsible", "came under fire from"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.roles import subjects_of, verb_roles
from sayso.annotate.relations.maker import Maker
from sayso.model import Relation

BEARERS = ("dobj", "nsubjpass")
PREPOSITIONS = ("prep", "agent", "dative")
ANY = "*"


class Idioms(Maker):
    """Reads idioms."""

    def idioms(self) -> Iterator[Relation]:
        """Return what idioms say, and how those who are angered or pleased stand toward who did it."""
        for i, pos in enumerate(self.tree.pos):
            if pos == "VERB":
                yield from self._idiom(i)
                yield from self._stirred(i)
            if pos in ("VERB", "AUX"):
                yield from self._drawn(i)

    def _idiom(self, i: int) -> Iterator[Relation]:
        known = self.stances["idiom"]
        for words, to in (*self._led(i), *self._starred(i)):
            stance = known.get(words)
            found = [] if stance is None else list(self.pairs(i, verb_roles(self.tree, i)[0], to, stance))
            if found:
                yield from found
                return

    def _drawn(self, i: int) -> Iterator[Relation]:
        for words, by in self._led(i):
            stance = self.stances["draws"].get(words)
            if stance is not None:
                yield from self.pairs(i, by, subjects_of(self.tree, i), stance)

    def _stirred(self, i: int) -> Iterator[Relation]:
        """Return how the object of "angered" stands toward its subject."""
        stance = self.stances["stirs"].get(self.tree.lemma[i])
        if stance is not None:
            by, to = verb_roles(self.tree, i)[0], self.tree.children(i, *BEARERS)
            yield from self.pairs(i, to, by, stance)

    def _led(self, i: int) -> Iterator[tuple[str, list[int]]]:
        """Yield each chain of verb, particle or object, and preposition, with what the preposition leads to."""
        tree, verb = self.tree, self.tree.lemma[i]
        within = [(verb, i)]
        within += [(f"{verb} {tree.lower[k]}", k) for k in tree.children(i, "prt", "advmod", "acomp")]
        for k in tree.children(i, *BEARERS):
            within += [(f"{verb} {word}", k) for word in self._names(k)]
        for prep in tree.children(i, "prep"):
            within += [(f"{verb} {tree.lower[prep]} {tree.lemma[k]}", k) for k in tree.children(prep, "pobj")]
        for words, holder in within:
            for prep in {*tree.children(holder, *PREPOSITIONS), *tree.children(i, *PREPOSITIONS)}:
                yield f"{words} {tree.lower[prep]}", tree.children(prep, "pobj")

    def _names(self, noun: int) -> Iterator[str]:
        """Yield the lemma of a noun, alone and behind what it is compounded with ("tear gas")."""
        tree = self.tree
        yield tree.lemma[noun]
        yield from (f"{tree.lemma[k]} {tree.lemma[noun]}" for k in tree.children(noun, "compound"))

    def _starred(self, i: int) -> Iterator[tuple[str, list[int]]]:
        """Yield each chain of verb and what follows its object, with the object ("took them to task")."""
        tree = self.tree
        objects = tree.children(i, *BEARERS)
        if not objects:
            return
        # The parser may hang "responsible" on a small clause, whose subject is the object.
        for k in tree.children(i, "prt", "advmod", "acomp", "oprd", "ccomp"):
            after = f"{tree.lemma[i]} {ANY} {tree.lower[k]}"
            yield after, objects
            yield from (led for holder in (k, i) for led in self._behind(after, holder, objects))
        for holder in (i, *objects):
            yield from self._behind(f"{tree.lemma[i]} {ANY}", holder, objects)

    def _behind(self, words: str, holder: int, objects: list[int]) -> Iterator[tuple[str, list[int]]]:
        tree = self.tree
        for prep in tree.children(holder, *PREPOSITIONS):
            for noun in tree.children(prep, "pobj"):
                yield f"{words} {tree.lower[prep]}", objects
                yield f"{words} {tree.lower[prep]} {tree.lemma[noun]}", objects
