"""Threats and warnings without a word for them: a source says that somebody "will pay a price", "will regret it"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.stances import Stance
from sayso.model import Attribution, Mode, Relation

AHEAD = frozenset({"will", "shall", "'ll", "’ll", "would"})
LED = ("dobj", "prt", "prep", "advmod", "acomp")


class Threats(Maker):
    """Reads threats."""

    def threats(self) -> Iterator[Relation]:
        """Return how each source of a threat stands toward whom it is against."""
        for i, pos in enumerate(self.tree.pos):
            held = self.held[i]
            if pos == "VERB" and held is not None and self._lies_ahead(i):
                stance = self._threat(i)
                if stance is not None:
                    yield from self._against_whom(i, self.annotation.attributions[held], stance)

    def _lies_ahead(self, i: int) -> bool:
        return any(self.tree.lower[k] in AHEAD for k in self.tree.children(i, "aux"))

    def _threat(self, i: int) -> Stance | None:
        """Return the stance of verb ``i`` with its object or preposition, "not …" where it is negated."""
        tree = self.tree
        verb = tree.lemma[i]
        chains = [verb, *(f"{verb} {word}" for k in tree.children(i, *LED) for word in (tree.lemma[k], tree.lower[k]))]
        chains += [f"{verb} {tree.lower[p]} {tree.lemma[k]}" for p in tree.children(i, "prep") for k in tree.kids[p]]
        turned = "not " if any(tree.dep[k] == "neg" for k in tree.kids[i]) else ""
        known = self.stances["threat"]
        return next((known[turned + c] for c in chains if turned + c in known), None)

    def _against_whom(self, i: int, said: Attribution, stance: Stance) -> Iterator[Relation]:
        """Yield the threat toward its subject, or toward whose deed that is ("an attack by Peru will not go …")."""
        targets = self._warned(i)
        for target in (t for t in targets if t not in said.actors):
            words = self.with_content(self.evidence(i, target), said)
            for source in said.actors:
                yield from self.make(source, target, stance, words, i, Mode.ASSERTED, None)

    def _warned(self, i: int) -> tuple[int, ...]:
        """Return whom the subject means; "it" is whom the condition names ("if Peru does this, it will regret it")."""
        tree = self.tree
        subjects = tree.children(i, "nsubj", "nsubjpass")
        found = self.cast.of(subjects) or self.targets.of(subjects)
        if found or not any(tree.pos[k] == "PRON" for k in subjects):
            return found
        return self.cast.of(k for c in tree.children(i, "advcl") for k in tree.children(c, "nsubj"))
