"""Who was heard before a word: the speaker that an answer, a "that" or a "the decision" goes back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from spacy.tokens import Doc

from sayso.annotate.relations.ends import End
from sayso.annotate.relations.maker import Maker
from sayso.annotate.sentences import sentence_at
from sayso.model import Annotation, Attribution, SourceType, Span

# How many sentences, and how many attributions, back an answer may reach.
REACH = 3
# A bare "that" means what was said right before.
POINTS = 1
LOOKS = 30
# How many sentences back somebody may have been accused whose denial names nobody.
FAR = 8


class Heard(Maker):
    """Finds the speakers before a word."""

    def __init__(self, doc: Doc, annotation: Annotation) -> None:
        super().__init__(doc, annotation)
        spoken = [(min(s.start for s in (*a.source, *a.cue, *a.content)), a) for a in annotation.attributions]
        self.spoken = sorted(((start, a.id) for start, a in spoken if a.actors or self.descriptive(a)))
        self.starts = [start for start, _ in self.spoken]

    def heard(self, i: int, sources: Collection[int], reach: int = REACH) -> End | None:
        """Return who spoke last before word ``i``, other than those who answer: an actor, or the words for a source."""
        found = next((a for a in self._before(i, reach) if not set(a.actors) & set(sources)), None)
        return None if found is None else found.actors[0] if found.actors else self.descriptive(found)

    def accuser(self, i: int, sources: Collection[int]) -> End | None:
        """Return who accused one of ``sources`` last before word ``i``; None where nobody is heard to have done so.

        It may be told ("Peru accused Chile of fraud") or said by a source whose words name the accused.
        """
        here = sentence_at(self.annotation.sentences, self.tree.start[i])
        told = [
            e
            for e in self.annotation.events
            if e.type == "ACCUSE" and e.trigger.start < self.tree.start[i] and set(e.patients) & set(sources)
        ]
        said = [a for a in self._before(i, LOOKS) if not set(a.actors) & set(sources) and self._speaks_of(a, sources)]
        blaming = [a for a in said if a.cue_lemma in self.stances["accusing"]] or said[:1]
        by_event = next((a for e in reversed(told) for a in e.agents if a not in sources), None)
        near = blaming[0] if blaming and here - blaming[0].sentence <= FAR else None
        if by_event is not None and (near is None or told[-1].sentence >= near.sentence):
            return by_event
        return None if near is None else near.actors[0] if near.actors else self.descriptive(near)

    def _speaks_of(self, attribution: Attribution, actors: Collection[int]) -> bool:
        """Whether what is said names one of the actors."""
        spans = [m.span for a in actors for m in self.annotation.actors[a].mentions]
        return any(content.covers(s) for content in attribution.content for s in spans)

    def descriptive(self, attribution: Attribution) -> Span | None:
        """Return the words for a source that is no actor but people or a body ("two nurses", "a ward insider")."""
        head = self.tree.root(self.tree.within(attribution.source[0])) if attribution.source else None
        if head is None or self.tree.pos[head] == "PRON":
            return None
        known = attribution.source_type is SourceType.ORGANISATION
        return self.phrase(head) if known else self.of_people(head)

    def decided(self, i: int, noun: str, sources: Collection[int]) -> int | None:
        """Return whose "decision" or "offer" the noun at word ``i`` goes back to: who last did such a thing."""
        verbs = self.stances["done"]
        for found in self._before(i, LOOKS):
            known = verbs.get(found.cue_lemma)
            if known and known.name == noun and found.actors and not set(found.actors) & set(sources):
                return found.actors[0]
        return None

    def _before(self, i: int, reach: int) -> list[Attribution]:
        """Return the attributions with a known source before word ``i``, the nearest first, at most ``reach`` back."""
        sentences, offset = self.annotation.sentences, self.tree.start[i]
        here, last = sentence_at(sentences, offset), bisect_left(self.starts, offset)
        found = []
        for at in range(last - 1, max(last - LOOKS, 0) - 1, -1):
            start, number = self.spoken[at]
            if here - sentence_at(sentences, start) > reach:
                break
            attribution = self.annotation.attributions[number]
            if attribution.parent is None:
                found.append(attribution)
        return found
