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
