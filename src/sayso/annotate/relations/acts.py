"""Relations that events make of their agents and patients."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.stances import Stance, turned
from sayso.model import Event, Relation


class Acts(Maker):
    """Reads acts."""

    def acts(self) -> Iterator[Relation]:
        """Return what events make of their agents and patients."""
        for event in self.annotation.events:
            token = next(iter(self.tree.within(event.trigger)), None)
            stance = self._of_act(event, token) if token is not None else None
            if token is None or stance is None:
                continue
            self.acted.add(token)
            for source in event.agents:
                for target in event.patients:
                    yield from self._act(event, token, source, target, stance)

    def _of_act(self, event: Event, token: int) -> Stance | None:
        if self.tree.pos[token] == "VERB":
            return self.stances["verb"].get(event.lemma) or self.stances["event"].get(event.type)
        stance = self.stances["noun"].get(event.lemma) or self.stances["event"].get(event.type)
        ended = self.stances["change"].get(self.tree.lemma[self.tree.head[token]])
        return None if stance and stance.value < 0 and ended and ended.value < 0 else stance

    def _act(self, event: Event, token: int, source: int, target: int, stance: Stance) -> Iterator[Relation]:
        value = turned(stance.value, event.polarity, event.how)
        words = self.evidence(token, source, target)
        if value is not None and words is not None:
            yield from self.make(source, target, Stance(value, stance.name), words, token, event.how, event.time)
