"""Relations that events make of their agents and patients."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from sayso.annotate.events.lexicon import sense
from sayso.annotate.events.roles import verb_roles
from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.stances import Stance, named, turned
from sayso.model import Event, Mode, Polarity, Relation

# How who promises not to do something hostile stands toward whom it would be done to.
RESTRAINT = 0.3
GIVING = frozenset({"AID", "SUPPORT"})
HOSTILE = frozenset({"ASSAULT", "THREATEN", "ACCUSE"})


class Acts(Maker):
    """Reads acts."""

    def acts(self) -> Iterator[Relation]:
        """Return what events make of their agents and patients."""
        for event in self.annotation.events:
            token = next(iter(self.tree.within(event.trigger)), None)
            stance = self._of_act(event, token) if token is not None else None
            if token is None or stance is None:
                continue
            together = self.mutual(token, stance) if self.tree.pos[token] == "VERB" else None
            joined = self.between(verb_roles(self.tree, token)[0]) if together else ()
            for source, target, how in (
                *((*pair, stance) for pair in self._ends_of(event, token)),
                *((*pair, together or stance) for pair in joined),
            ):
                for relation in self._act(event, token, source, target, how):
                    self.acted.add(token)
                    yield relation

    def _ends_of(self, event: Event, token: int) -> Iterator[tuple[int, int]]:
        """Return who does it to whom."""
        near = self.targets.of_event(token, event.type)
        agents = self._they(event, token) or event.agents or self.own_voice(token)
        yield from product(agents, (t for t in event.patients if t in near and self.fits(token, t)))

    def _of_act(self, event: Event, token: int) -> Stance | None:
        if self.tree.pos[token] == "VERB":
            if self.tree.lemma[token] in self.stances["never"] or self._of_shots(token):
                return None
            if event.type == "ASSAULT":
                return self.stances["event"][event.type]  # "beat a man", not "beat the champion"
            known = self.stances["verb"]
            led = (known.get(f"{event.lemma} {self.tree.lower[k]}") for k in self.tree.children(token, "prep"))
            return next(filter(None, led), None) or known.get(event.lemma) or self.stances["event"].get(event.type)
        stance = self.stances["noun"].get(event.lemma) or self.stances["event"].get(event.type)
        ended = self.stances["change"].get(self.tree.lemma[self.tree.head[token]])
        return None if stance and stance.value < 0 and ended and ended.value < 0 else stance

    def _of_shots(self, token: int) -> bool:
        """Whether what is shared or traded is fire or blows, or one is found "shot dead"."""
        tree = self.tree
        given = tree.children(token, "dobj")
        given += [k for o in given for of in tree.children(o, "prep") for k in tree.children(of, "pobj")]
        hostile = any((known := sense(tree, k)) is not None and known.type in HOSTILE for k in given)
        shared = sense(tree, token)
        dead = any(tree.lower[k] == "dead" for k in tree.children(token, "acomp", "oprd", "advmod", "amod"))
        passive = dead and not tree.children(token, "dobj")
        return passive or (hostile and shared is not None and shared.type == "COOPERATE")

    def _act(self, event: Event, token: int, source: int, target: int, stance: Stance) -> Iterator[Relation]:
        value = turned(stance.value, event.polarity, event.how)
        if value is None and self._promises(event, source):
            value, stance = RESTRAINT, Stance(RESTRAINT, "promises not to harm")
        words = self.evidence(token, source, target)
        if value is not None:
            turn, given = Stance(value, named(stance, value)), event.type in GIVING
            yield from self.make(source, target, turn, words, token, event.how, event.time, given)

    def _they(self, event: Event, token: int) -> tuple[int, ...]:
        """Return whom "they" means in what a source says right after it accused somebody."""
        subject = verb_roles(self.tree, token)[0] if self.tree.pos[token] == "VERB" else []
        if event.attribution is None or not any(self.tree.lower[k] == "they" for k in subject):
            return ()
        return self.accused(self.annotation.attributions[event.attribution])

    def _promises(self, event: Event, source: int) -> bool:
        """Whether the source itself says of a hostile act that it will not do it."""
        held = event.attribution
        said_by = self.annotation.attributions[held].actors if held is not None else ()
        return event.polarity is Polarity.NEGATIVE and event.how is Mode.PREDICTED and source in said_by
