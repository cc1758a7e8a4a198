"""Relations that events make of their agents and patients."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import product

from sayso.annotate.events.lexicon import sense
from sayso.annotate.events.roles import verb_roles
from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.stances import Stance, named, turned
from sayso.model import Event, Mode, Polarity, Relation

# How who promises not to do something hostile stands toward whom it would be done to.
RESTRAINT = 0.3
GIVING = frozenset({"AID", "SUPPORT"})
# Whose attacks are no mere words.
BODILY = frozenset({"force", "state", "place"})
SIDE = ("side", "alongside", "together")
# What is looked into for the sake of whose it is, not against them.
DEATHS = frozenset({"death", "murder", "killing", "disappearance", "poisoning", "assassination"})
HOSTILE = frozenset({"ASSAULT", "THREATEN", "ACCUSE"})


class Acts(Maker):
    """Reads acts."""

    def acts(self) -> Iterator[Relation]:
        """Return what events make of their agents and patients."""
        for event in self.annotation.events:
            token = next(iter(self.tree.within(event.trigger)), None)
            stance = self._of_act(event, token) if token is not None else None
            if token is None or stance is None or self._of_anybody(token, stance):
                continue
            together = self.mutual(token, stance) if self.tree.pos[token] == "VERB" else None
            joined = self.between(verb_roles(self.tree, token)[0]) if together else ()
            for source, target, how in (
                *((*pair, stance) for pair in self._ends_of(event, token)),
                *((*pair, together or stance) for pair in joined),
            ):
                meant = self._in_words(event, token, source, target) or how
                for relation in self._act(event, token, source, target, meant):
                    self.acted.add(token)
                    yield relation

    def _of_anybody(self, token: int, stance: Stance) -> bool:
        """Whether such an attitude is toward anybody of a kind ("endorsed a candidate")."""
        objects = self.tree.children(token, "dobj") if self.judges(stance) else []
        return bool(objects) and all(self.is_any(k) for k in objects)

    def _ends_of(self, event: Event, token: int) -> Iterator[tuple[int, int]]:
        """Return who does it to whom."""
        near = self.targets.of_event(token, event.type)
        agents = self._they(event, token) or event.agents or self.own_voice(token)
        yield from product(agents, (t for t in event.patients if t in near and self.fits(token, t)))

    def _of_act(self, event: Event, token: int) -> Stance | None:
        if self.tree.pos[token] == "VERB":
            if self._of_shots(token) or self._otherwise(event, token):
                return None
            if event.type == "ASSAULT":
                return self.stances["event"][event.type]  # "beat a man", not "beat the champion"
            known = self.stances["verb"]
            led = (known.get(f"{event.lemma} {self.tree.lower[k]}") for k in self.tree.children(token, "prep", "prt"))
            return next(filter(None, led), None) or known.get(event.lemma) or self._by_type(event)
        stance = self._of_call(event, token) or self.stances["noun"].get(event.lemma) or self._by_type(event)
        ended = self.stances["change"].get(self.tree.lemma[self.tree.head[token]])
        return None if stance and stance.value < 0 and ended and ended.value < 0 else stance

    def _otherwise(self, event: Event, token: int) -> bool:
        """Whether the words beside the verb give it another sense than its type has."""
        tree, lemma = self.tree, self.tree.lemma[token]
        objects = tree.children(token, "dobj", "nsubjpass", "dative")
        if lemma in self.stances["never"] or self.pushes_bodily(token):
            return True
        if event.type == "ASSAULT":  # "fights alongside", "fought side by side with"
            shot_down = any(tree.lower[k] == "down" for k in tree.children(token, "prt")) and any(
                tree.pos[k] == "PRON" or tree.named[k] == "PERSON" for k in objects
            )
            return shot_down or any(tree.lower[k].startswith(SIDE) for k in tree.kids[token])
        if event.type == "REQUEST" and lemma == "appeal":  # what appeals to the young asks them for nothing
            return not tree.children(token, "xcomp") and all(
                tree.lower[p] != "for" for p in tree.children(token, "prep")
            )
        if event.type == "REQUEST" and lemma == "call":  # "called him a voice for the poor"
            return bool(tree.children(token, "dobj"))
        if lemma == "deny":  # who denies "them" denies what was said
            return len(objects) < 2 and any(tree.pos[k] == "PRON" for k in objects)
        if lemma == "deliver":  # "the speech that she delivered to the union"
            return not objects
        looked = event.plover_mode == "investigate"
        return looked and any(tree.lemma[k] in self.stances["assertion"] or tree.lemma[k] in DEATHS for k in objects)

    def _of_call(self, event: Event, token: int) -> Stance | None:
        """Return that a telephone call is no demand ("his call with the minister")."""
        tree = self.tree
        leads = {tree.lower[p] for p in tree.children(token, "prep")}
        spoken = event.lemma == "call" and leads & {"with", "to"} and not leads & {"for", "on"}
        return self.stances["noun"]["talk"] if spoken else None

    def _by_type(self, event: Event) -> Stance | None:
        mode = self.stances["mode"].get(f"{event.type} {event.plover_mode}")
        return mode or self.stances["event"].get(event.type)

    def _in_words(self, event: Event, token: int, source: int, target: int) -> Stance | None:
        """Return what "attacked", "fought", "beat" mean where people and parties do it in words or in votes.

        So it is where either is somebody with a name and neither is a force or a state, nor does violence elsewhere.
        """
        stance = self.stances["verbal"].get(self.tree.lemma[token]) if event.type == "ASSAULT" else None
        ends = [self.annotation.actors[a] for a in (source, target)]
        violent = source in self._violent or target in self._violent or self._with_weapon(token)
        bodily = violent or any(a.type in BODILY for a in ends)
        if stance is None or bodily or not any(a.type == "person" and a.name[:1].isupper() for a in ends):
            return None
        return stance

    @cached_property
    def _violent(self) -> frozenset[int]:
        """Who in the article kills, shoots or bombs."""
        verbal = self.stances["verbal"]
        acts = (e for e in self.annotation.events if e.type == "ASSAULT" and e.lemma not in verbal)
        return frozenset(a for e in acts for a in e.agents)

    def _with_weapon(self, token: int) -> bool:
        tree = self.tree
        tools = [k for p in tree.children(token, "prep") if tree.lower[p] == "with" for k in tree.children(p, "pobj")]
        return any(tree.children(k, "det") for k in tools)

    def _of_shots(self, token: int) -> bool:
        """Whether what is shared or traded is fire or blows, or one is found "shot dead"."""
        tree = self.tree
        given = tree.children(token, "dobj")
        given += [k for o in given for of in tree.children(o, "prep") for k in tree.children(of, "pobj")]
        hostile = any((known := sense(tree, k)) is not None and known.type in HOSTILE for k in given)
        shared = sense(tree, token)
        dead = any(tree.lower[k] == "dead" for k in tree.children(token, "acomp", "oprd", "advmod", "amod"))
        passive = dead and not tree.children(token, "dobj", "agent")
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
