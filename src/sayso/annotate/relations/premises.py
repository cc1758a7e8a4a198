"""What is done at a place is done to who runs it: a searched plant, a blocked mine, inspectors sent to the site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sayso.annotate.events.roles import verb_roles
from sayso.annotate.relations.ends import End
from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.stances import Stance, named, turned
from sayso.model import Relation

INTO = frozenset({"to", "into", "at", "in", "inside"})
# Who may run a place that is named after them; the reader of names takes some firms for people.
RUNNING = frozenset({"organisation", "person", "state", "force"})
SENDING = frozenset({"send", "dispatch", "deploy"})


class Premises(Maker):
    """Reads acts at places of which the text says who runs them."""

    def on_premises(self) -> Iterator[Relation]:
        """Return each act at such a place, toward who runs it."""
        for i, pos in enumerate(self.tree.pos):
            if pos in ("VERB", "AUX"):
                for sources, place, stance in self._acts_at(i):
                    yield from self._done(i, sources, place, stance)

    @cached_property
    def _run(self) -> tuple[tuple[str, frozenset[str], int], ...]:
        """Noun of each place that somebody runs, the words of its name, and who runs it."""
        tree, found = self.tree, dict[tuple[str, frozenset[str], int], None]()
        for i, lemma in enumerate(tree.lemma):
            if tree.pos[i] == "VERB" and lemma in self.stances["runs"]:
                bearers, places = self.cast.of(verb_roles(tree, i)[0]), tree.children(i, "dobj", "nsubjpass")
            elif lemma in self.stances["premises"]:
                bearers, places = self.cast.of(tree.children(i, "poss")), [i]
            else:
                continue
            running = [a for a in bearers if self.annotation.actors[a].type == "organisation"]
            nouns = [p for p in places if tree.lemma[p] in self.stances["premises"]]
            found.update(((tree.lemma[p], self._name(p), a), None) for p in nouns for a in running)
        return tuple(found)

    def _name(self, place: int) -> frozenset[str]:
        tree = self.tree
        return frozenset(tree.lower[k] for k in tree.children(place, "compound", "nmod") if tree.pos[k] == "PROPN")

    def _who_runs(self, place: int) -> int | None:
        """Return who runs the place that noun ``place`` means, where only one can be meant."""
        tree, lemma, name = self.tree, self.tree.lemma[place], self._name(place)
        if lemma not in self.stances["premises"]:
            return None
        owners = self._named_with(place)
        if len(owners) == 1:
            return next(iter(owners))
        definite = bool(name) or any(tree.lower[k] in ("the", "this", "that") for k in tree.children(place, "det"))
        if not definite:
            return None
        same = {a for noun, words, a in self._run if noun == lemma and (not name or not words or name & words)}
        if not same and lemma in self.stances["anywhere"]:
            same = {a for _, _, a in self._run}
        return next(iter(same)) if len(same) == 1 else None

    def _named_with(self, place: int) -> frozenset[int]:
        """Return the bodies that the noun itself names: "Norvane's plant", "the plant of Norvane", "Norvane plant"."""
        tree = self.tree
        of = (k for p in tree.children(place, "prep") if tree.lower[p] == "of" for k in tree.children(p, "pobj"))
        bodies = self.cast.of([*tree.children(place, "poss", "compound", "nmod"), *of])
        return frozenset(a for a in bodies if self.annotation.actors[a].type in RUNNING)

    def _acts_at(self, i: int) -> Iterator[tuple[tuple[End, ...], int, Stance]]:
        """Yield who does what at which place, as verb ``i`` says."""
        tree, known = self.tree, self.stances["enters"]
        agents = verb_roles(tree, i)[0]
        by: tuple[End, ...] = self.cast.of(agents) or tuple(filter(None, map(self.of_people, agents)))
        stance = known.get(tree.lemma[i])
        if stance:
            yield from ((by, place, stance) for place in tree.children(i, "dobj", "nsubjpass"))
        places = [
            k for p in tree.children(i, "prep", "dative") if tree.lower[p] in INTO for k in tree.children(p, "pobj")
        ]
        if tree.lemma[i] in SENDING:
            places += [
                k
                for o in tree.children(i, "dobj")
                for p in tree.children(o, "prep", "dative")
                if tree.lower[p] in INTO
                for k in tree.children(p, "pobj")
            ]
            those = [self.stances["sent"].get(tree.lemma[o]) for o in tree.children(i, "dobj")]
            yield from ((by, place, s) for s in those if s for place in places)
        elif tree.lemma[i] == "be":
            for subject in tree.children(i, "nsubj"):
                sent, of = self.stances["sent"].get(tree.lemma[subject]), self._sender(subject)
                yield from ((of, place, sent) for place in places if sent and of)

    def _sender(self, subject: int) -> tuple[int, ...]:
        """Return whose inspectors they are: "inspectors from the ministry"."""
        tree = self.tree
        leads = (p for p in tree.children(subject, "prep") if tree.lower[p] in ("from", "of"))
        return self.cast.of(k for p in leads for k in tree.children(p, "pobj"))

    def _done(self, i: int, sources: tuple[End, ...], place: int, stance: Stance) -> Iterator[Relation]:
        target = self._who_runs(place)
        how = self.judge(i, self.held[i])
        value = turned(stance.value, how.polarity, how.mode)
        if target is None or value is None:
            return
        for source in sources:
            words = self.evidence(i, source) if isinstance(source, int) else source
            wide = self.hull([words.start, self.tree.start[place]], [words.end, self.tree.end[place]])
            yield from self.make(source, target, Stance(value, named(stance, value)), wide, i, how.mode, None)
