"""What is welcomed or contested without a word for whose it is: a ruling of the court, a win of the winner."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sayso.annotate.events.roles import verb_roles
from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.stances import Stance
from sayso.model import Mode, Polarity, Relation

VICTORY = "victory"
# What somebody sees in "sees no grounds for": nothing that would bring it down.
SEEING = frozenset({"see", "find", "have", "be"})
UNSURE = frozenset({Mode.ASKED, Mode.HYPOTHETICAL})
REFUSING = frozenset({"refuse", "decline"})


class Rulings(Maker):
    """Reads responses to rulings and to results of votes."""

    def responses(self) -> Iterator[Relation]:
        """Return the relation of each response, toward the court that ruled or who won."""
        for i, pos in enumerate(self.tree.pos):
            noun = self._decided(i) if pos == "VERB" else None
            if noun is not None:
                yield from self._response(i, noun)

    def _decided(self, i: int) -> int | None:
        """Return the noun for a ruling or a result that is what verb ``i`` is done to, where nobody's name is on it."""
        tree = self.tree
        near = tree.children(i, "dobj", "nsubjpass")
        near += [k for p in tree.children(i, "prep") if tree.lower[p] == "against" for k in tree.children(p, "pobj")]
        found = next((k for k in near if tree.lemma[k] in self.stances["ruling"]), None)
        if found is None or tree.pos[found] == "PROPN":
            return None
        foreign = [k for k in tree.children(found, "poss") if tree.pos[k] != "PRON"]
        return None if foreign or not self._definite(found) else found

    def _definite(self, noun: int) -> bool:
        tree = self.tree
        determined = any(tree.lower[k] in ("the", "this", "that") for k in tree.children(noun, "det"))
        return determined or bool(tree.children(noun, "poss"))

    def _response(self, i: int, noun: int) -> Iterator[Relation]:
        tree, kind = self.tree, self.stances["ruling"][self.tree.lemma[noun]].name
        targets = self._winners if kind == VICTORY else self._courts(i)
        stance, top = self._stance(i)
        if stance is None or len(targets) != 1:
            return
        held = self.held[i]
        speakers = self.annotation.attributions[held].actors if held is not None else ()
        sources = self.cast.of(verb_roles(tree, top)[0]) or speakers
        how = self.judge(top, held)
        if how.mode in UNSURE or (top == i and how.mode is Mode.DENIED):
            return
        named = Stance(stance.value, stance.name.format(kind))
        ends = [tree.start[k] for k in (i, noun, top)], [tree.end[k] for k in (i, noun, top)]
        for source in sources:
            words = self.evidence(top, source)
            words = self.hull([words.start, *ends[0]], [words.end, *ends[1]])
            yield from self.make(source, targets[0], named, words, top, Mode.ASSERTED, None)

    def _stance(self, i: int) -> tuple[Stance | None, int]:
        """Return how who does verb ``i`` responds, and the verb that shows it ("refused" in "refused to accept")."""
        tree, known = self.tree, self.stances["response"]
        against = any(tree.lower[p] == "against" for p in tree.children(i, "prep"))
        stance = (known.get(f"{tree.lemma[i]} against") if against else None) or known.get(tree.lemma[i])
        above = tree.head[i]
        sees = self._grounds(i)
        if sees is not None:
            return sees
        refuses = tree.dep[i] == "xcomp" and tree.lemma[above] in REFUSING
        if stance is None or (stance.value < 0 and refuses):
            return None, i
        negated = self.judge(i, self.held[i]).polarity is Polarity.NEGATIVE or refuses
        if not negated:
            return stance, i
        return (known["refuse to accept"], above if refuses else i) if stance.value > 0 else (None, i)

    def _grounds(self, i: int) -> tuple[Stance | None, int] | None:
        """Return the stance of "sees no grounds for annulling the vote", and its verb."""
        tree, above = self.tree, self.tree.head[i]
        thing = tree.head[above] if tree.dep[i] == "pcomp" else above
        if tree.lemma[thing] not in self.stances["grounds"]:
            return None
        verb = tree.head[thing]
        none = any(tree.lower[k] == "no" for k in tree.children(thing, "det"))
        stance = self.stances["grounds"][tree.lemma[thing]]
        return (stance, verb) if none and tree.lemma[verb] in SEEING else (None, i)

    @cached_property
    def _winners(self) -> list[int]:
        """Return who won the vote that the article is about: all who are said to have won one."""
        tree, found = self.tree, dict[int, None]()
        for i, lemma in enumerate(tree.lemma):
            if tree.pos[i] == "VERB" and lemma in self.stances["winner"]:
                passive = tree.children(i, "nsubjpass")
                subject = passive if lemma != "win" else verb_roles(tree, i)[0]
                if lemma != "win" or self._of_votes(i):
                    found.update(dict.fromkeys(self.cast.of(subject, spread=False)))
        return [a for a in found if self.annotation.actors[a].type in ("person", "organisation")]

    def _of_votes(self, i: int) -> bool:
        return any(
            self.tree.lemma[k] in self.stances["ruling"] or self.tree.lemma[k] in ("seat", "ballot", "majority")
            for k in self.tree.children(i, "dobj")
        )

    def _courts(self, i: int) -> list[int]:
        """Return the court or judge named last before word ``i``."""
        before = [
            (m.span.start, a.id)
            for a in self.annotation.actors
            if a.id in self.ends and self._rules(a.name, a.role)
            for m in a.mentions
            if m.span.start < self.tree.start[i]
        ]
        bodies = [b for b in before if "court" in self.annotation.actors[b[1]].name.casefold()]
        return [max(bodies or before)[1]] if before else []

    def _rules(self, name: str, role: str | None) -> bool:
        words = {w for text in (name, role or "") for w in text.casefold().split()}
        return not words.isdisjoint(self.stances["court"])
