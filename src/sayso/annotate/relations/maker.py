"""Make relations out of words: the actors they mean, and the evidence from the one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from sayso.annotate.certainty import Judge
from sayso.annotate.clauses import Tree, innermost
from sayso.annotate.events.roles import Cast
from sayso.annotate.relations.stances import Stance, named, stances, turned
from sayso.annotate.relations.targets import Targets
from sayso.annotate.sentences import sentence_at
from sayso.model import Annotation, Mode, Polarity, Relation, Span

ENDS = frozenset({"person", "organisation", "state", "force", "group"})
# Longer evidence is cut down to the word that shows the stance.
LONGEST = 240


class Maker:
    """What reading the relations of one document needs."""

    def __init__(self, doc: Doc, annotation: Annotation) -> None:
        self.annotation, self.stances = annotation, stances()
        self.tree = Tree.of(doc)
        self.judge = Judge(self.tree, annotation)
        self.held = innermost(self.tree, annotation)
        self.cast = Cast(self.tree, _ends(annotation))
        self.anywhere = Cast(self.tree, annotation)
        self.targets = Targets(self.tree, self.cast.actor, self.anywhere.actor)
        self.acted: set[int] = set()
        self.mentioned: dict[tuple[int, int], list[Span]] = {}
        for actor in annotation.actors:
            for mention in actor.mentions:
                self.mentioned.setdefault((actor.id, mention.sentence), []).append(mention.span)

    def pairs(
        self,
        at: int,
        sources: Iterable[int],
        targets: Iterable[int],
        stance: Stance,
        spread: bool = True,
        given: bool = False,
        owner: bool = True,
    ) -> Iterator[Relation]:
        """Relate what each of ``sources`` means to what each of ``targets`` means, as word ``at`` shows it.

        ``given``: the word itself says that the target is meant as one who acts, though it looks like a place
        ("transferred fuel to Japan").  ``owner``: whose deed the target names is meant too ("praised Chile's efforts").
        """
        by, to = list(sources), list(targets)
        meant = set(self.targets.of(to, owner))
        how, itself = None, self.cast.actor.get(at)
        for source in self.cast.of(by, spread):
            for target in (self.anywhere if given else self.cast).of(to, spread):
                if itself in (source, target) and self.tree.pos[at] == "NOUN":
                    continue
                if not (given or target in meant) or not self.fits(at, target):
                    continue
                how = how or self.judge(at, self.held[at])
                if how.polarity is Polarity.NEGATIVE and self.tree.pos[at] == "NOUN" and self.tree.child(at, "poss"):
                    return  # who opposes "Chile's alliance with Peru" does not say that there is none
                value = turned(stance.value, how.polarity, how.mode)
                words = self.evidence(at, source, target)
                if value is not None and words is not None:
                    yield from self.make(source, target, Stance(value, named(stance, value)), words, at, how.mode, None)

    def fits(self, at: int, target: int) -> bool:
        """Whether the verb has its sense of such an actor: people are freed, statements are not."""
        tree = self.tree
        only = tree.pos[at] == "VERB" and tree.lemma[at] in self.stances["person"]
        return not only or self.annotation.actors[target].type in ("person", "group", "force")

    def _own(self, source: int, target: int) -> bool:
        """Whether both speak for the same state, or one for the other."""
        actors = self.annotation.actors
        names = [{a.name, a.speaks_for} - {None} for a in (actors[source], actors[target])]
        people = "person" in (actors[source].type, actors[target].type)
        return not people and bool(names[0] & names[1])

    def make(
        self, source: int, target: int, stance: Stance, words: Span, at: int, how: Mode, time: int | None
    ) -> Iterator[Relation]:
        """Make the relation, where both ends may have one."""
        actors = self.annotation.actors
        if source == target or actors[source].type not in ENDS or actors[target].type not in ENDS:
            return
        if stance.value < 0 and self._own(source, target):
            return
        sentence = sentence_at(self.annotation.sentences, words.start)
        yield Relation(0, source, target, stance.name, stance.value, words, sentence, self.held[at], how, time)

    def evidence(self, at: int, source: int, target: int) -> Span | None:
        """Return the words from one actor over the tie to the other, as far as they stand in one sentence."""
        tree, sentences = self.tree, self.annotation.sentences
        sentence = sentence_at(sentences, tree.start[at])
        near = [self._nearest(actor, sentence, tree.start[at]) for actor in (source, target)]
        spans = [s for s in near if s is not None]
        words = self.hull([tree.start[at], *(s.start for s in spans)], [tree.end[at], *(s.end for s in spans)])
        return words if len(words) <= LONGEST else self.hull([tree.start[at]], [tree.end[at]])

    def _nearest(self, actor: int, sentence: int, offset: int) -> Span | None:
        return min(self.mentioned.get((actor, sentence), ()), key=lambda s: abs(s.start - offset), default=None)

    def hull(self, starts: list[int], ends: list[int]) -> Span:
        """Cut out the text from the first start to the last end."""
        return Span.of(self.tree.text, min(starts), max(ends))


def _ends(annotation: Annotation) -> Annotation:
    """Leave out mentions as places: one does not stand toward a location."""
    kept = tuple(replace(a, mentions=tuple(m for m in a.mentions if not m.as_place)) for a in annotation.actors)
    return replace(annotation, actors=kept)
