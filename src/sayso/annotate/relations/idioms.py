"""Acts and attitudes that take more than a verb: "took aim at", "held them responsible", "came under fire from"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sayso.annotate.events.roles import subjects_of, verb_roles
from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.stances import stances
from sayso.model import Relation

BEARERS = ("dobj", "nsubjpass")
PREPOSITIONS = ("prep", "agent", "dative")
ANY = "*"


@lru_cache(maxsize=2)
def _first_words(kind: str) -> frozenset[str]:
    """Return the verbs with which idioms of a kind begin, so that others need no look."""
    return frozenset(words.split()[0] for words in stances()[kind])


class Idioms(Maker):
    """Reads idioms."""

    def idioms(self) -> Iterator[Relation]:
        """Return what idioms say, and how those who are angered or pleased stand toward who did it."""
        for i, pos in enumerate(self.tree.pos):
            if pos == "VERB":
                yield from self._idiom(i)
                yield from self._stirred(i)
                yield from self._called_names(i)
            if pos in ("VERB", "AUX") and self.tree.lemma[i] in _first_words("draws"):
                yield from self._drawn(i)

    def _idiom(self, i: int) -> Iterator[Relation]:
        known = self.stances["idiom"]
        if self.tree.lemma[i] not in _first_words("idiom"):
            return
        for words, to in (*self._led(i), *self._starred(i)):
            stance = known.get(words)
            found = [] if stance is None else list(self.pairs(i, verb_roles(self.tree, i)[0], to, stance, given=True))
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

    def _called_names(self, i: int) -> Iterator[Relation]:
        """Return what "called the minister a liar", "described their plan as shameful" says of whose it is."""
        tree = self.tree
        if tree.lemma[i] not in self.stances["naming"]:
            return
        named = [*tree.children(i, "oprd", "ccomp", "acomp", "attr"), *tree.children(i, "dobj")[1:]]
        named += self._late(tree.children(i, *BEARERS))
        leads = [p for holder in (i, *tree.children(i, *BEARERS)) for p in tree.children(holder, "prep")]
        named += [k for p in leads if tree.lower[p] == "as" for k in tree.children(p, "pobj", "amod", "acomp")]
        for name in (k for k in named if tree.pos[k] in ("NOUN", "ADJ", "PROPN", "VERB")):
            words = [name, *tree.children(name, "amod", "compound", "conj")]
            stance = next((s for k in words if (s := self.stances["tone"].get(tree.lemma[k]))), None)
            negated = any(tree.dep[k] == "neg" for k in (*tree.kids[i], *tree.kids[name]))
            to = tree.children(name, "nsubj") or tree.children(i, *BEARERS)[:1]
            if stance is not None and not negated:
                yield from self.pairs(i, verb_roles(tree, i)[0], [k for k in to if k != name], stance)
                return

    def _led(self, i: int) -> Iterator[tuple[str, list[int]]]:
        """Yield each chain of verb, particle or object, and preposition, with what the preposition leads to."""
        tree, verb = self.tree, self.tree.lemma[i]
        within = [(verb, i)]
        within += [(f"{verb} {tree.lower[k]}", k) for k in tree.children(i, "prt", "advmod", "acomp")]
        stems = [verb, *(f"{verb} {tree.lower[k]}" for k in tree.children(i, "prt"))]
        for k in tree.children(i, *BEARERS):
            named = [(f"{stem} {word}", k) for stem in stems for word in self._names(k)]
            within += named
            within += [  # "lifted its ban on imports from Peru"
                (f"{words} {tree.lower[p]} {tree.lemma[n]}", n)
                for words, _ in named
                for p in tree.children(k, "prep")
                for n in tree.children(p, "pobj")
            ]
        for prep in tree.children(i, "prep"):
            within += [(f"{verb} {tree.lower[prep]} {tree.lemma[k]}", k) for k in tree.children(prep, "pobj")]
        given = [k for k in tree.children(i, "dative") if tree.pos[k] != "ADP"]
        for words, holder in within:
            for prep in dict.fromkeys((*tree.children(holder, *PREPOSITIONS), *tree.children(i, *PREPOSITIONS))):
                yield f"{words} {tree.lower[prep]}", tree.children(prep, "pobj")
            yield f"{words} of", tree.children(holder, "poss")
            yield f"{words} to", given

    def _names(self, noun: int) -> Iterator[str]:
        """Yield the lemma of a noun, alone and behind what it is compounded with ("tear gas")."""
        tree = self.tree
        yield tree.lemma[noun]
        yield from (f"{tree.lemma[k]} {tree.lemma[noun]}" for k in tree.children(noun, "compound"))

    def _starred(self, i: int) -> Iterator[tuple[str, list[int]]]:
        """Yield each chain of verb and what follows its object, with the object ("took them to task")."""
        tree = self.tree
        # The parser may hang "responsible" on a small clause, whose subject is the object.
        small = [k for c in tree.children(i, "ccomp") if tree.pos[c] == "ADJ" for k in tree.children(c, "nsubj")]
        objects = tree.children(i, *BEARERS) or small
        if not objects:
            return
        for k in (*tree.children(i, "prt", "advmod", "acomp", "oprd", "ccomp"), *self._late(objects)):
            after = f"{tree.lemma[i]} {ANY} {tree.lower[k]}"
            yield after, objects
            yield from (led for holder in (k, i) for led in self._behind(after, holder, objects))
        for holder in (i, *objects):
            yield from self._behind(f"{tree.lemma[i]} {ANY}", holder, objects)

    def _late(self, objects: list[int]) -> list[int]:
        """Return adjectives behind an object that the parser takes for its own ("held the firm responsible for …")."""
        tree = self.tree
        ends = [k for o in objects for p in tree.children(o, "prep") for k in tree.children(p, "pobj")]
        return [k for o in (*objects, *ends) for k in tree.children(o, "amod") if k > o]

    def _behind(self, words: str, holder: int, objects: list[int]) -> Iterator[tuple[str, list[int]]]:
        tree = self.tree
        for prep in tree.children(holder, *PREPOSITIONS):
            yield f"{words} {tree.lower[prep]}", objects
            for noun in tree.children(prep, "pobj"):
                yield f"{words} {tree.lower[prep]} {tree.lemma[noun]}", objects
