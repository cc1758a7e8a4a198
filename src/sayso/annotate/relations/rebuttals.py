"""Answers in quotations that are nothing but one ("“An invention,” said X"), and other answers to who spoke."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.roles import verb_roles
from sayso.annotate.relations.ends import End
from sayso.annotate.relations.heard import POINTS, Heard
from sayso.annotate.relations.stances import Stance
from sayso.model import Attribution, Mode, Relation, Span

REJECTS = Stance(-0.5, "rejects the claim of")
CONFIRMS = Stance(0.4, "confirms what is said by")
DOUBTS = Stance(-0.3, "finds no evidence for what is said by")
NEUTER = frozenset({"it", "this", "that", "these", "those", "all", "everything", "there"})
PROOF = frozenset({"evidence", "proof", "trace", "sign", "indication", "basis", "support"})
# The words of an answer that is nothing else ("an invention from beginning to end").
BRIEF = 9


class Rebuttals(Heard):
    """Reads answers that a source gives in what it says."""

    def rebuttals(self) -> Iterator[Relation]:
        """Return the relation of each such answer, to who spoke before or to whom it names."""
        for attribution in self.annotation.attributions:
            sources = self._sources(attribution)
            if not sources or not attribution.cue:
                continue
            yield from self._answering(attribution, sources, self._rebutted(attribution), REJECTS)
            yield from self._answering(attribution, sources, self._confirmed(attribution), CONFIRMS)
            yield from self._answering(attribution, sources, self._unproven(attribution), DOUBTS)
            yield from self._answering(attribution, sources, self._absent(attribution), DOUBTS)
        yield from self._called_false()

    def _sources(self, attribution: Attribution) -> tuple[End, ...]:
        several = self._several(attribution)
        words = several or (None if attribution.actors else self.descriptive(attribution))
        return (words,) if words else attribution.actors

    def _several(self, attribution: Attribution) -> Span | None:
        """Return the words for several whom "they" means who were heard right before ("the auditors write …")."""
        if not attribution.source or attribution.source[0].text.casefold() != "they":
            return None
        at = next(iter(self.tree.within(attribution.source[0])))
        before = next((a for a in self._before(at, POINTS) if a.id != attribution.id), None)
        words = self.descriptive(before) if before else None
        last = self.tree.within(words)[-1] if words else at
        return words if self.tree.tag[last] == "NNS" else None

    def _answering(
        self, attribution: Attribution, sources: tuple[End, ...], target: End | None, stance: Stance
    ) -> Iterator[Relation]:
        at = next(iter(self.tree.within(attribution.cue[0])), None)
        if target is None or target in sources or at is None:
            return
        content = attribution.content
        words = self.hull([content[0].start], [content[-1].end])
        if len(words) <= len(content[0]) + len(attribution.cue[0]) + 2:
            words = self.hull([words.start, attribution.cue[0].start], [words.end, attribution.cue[0].end])
        for source in sources:
            yield from self.make(source, target, stance, words, at, Mode.ASSERTED, None)

    def _rebutted(self, attribution: Attribution) -> End | None:
        """Return who is answered by a content that only calls what was said false, or knows of "no such thing"."""
        tree, tokens = self.tree, self.tree.within(attribution.content[0])
        root = tree.root(tokens)
        if root is None:
            return None
        if any(tree.lower[i] == "no" and tree.lower[i + 1] == "such" for i in tokens[:-1]):
            return self.heard(tokens[0], attribution.actors)
        verdict = [root, *tree.children(root, "attr", "acomp", "oprd")]
        subject = [k for k in tree.kids[root] if tree.dep[k] in ("nsubj", "expl")]
        short = sum(tree.pos[i] not in ("PUNCT", "SPACE") for i in tokens) <= BRIEF
        called = any(tree.lemma[i] in self.stances["rebuttal"] for i in verdict)
        if not (short and called) or any(tree.lower[k] not in NEUTER for k in subject):
            return None
        negated = any(tree.dep[k] == "neg" for i in verdict for k in tree.kids[i])
        return None if negated else self.heard(tokens[0], attribution.actors, POINTS)

    def _confirmed(self, attribution: Attribution) -> End | None:
        """Return whom a source bears out: "they confirm, as the nurse had told the court"."""
        tree = self.tree
        if attribution.cue_lemma not in self.stances["confirming"]:
            return None
        tokens = [i for span in attribution.content for i in tree.within(span)]
        for n, i in enumerate(tokens):
            if tree.lower[i] == "as" and tree.dep[i] in ("mark", "advmod", "prep"):
                verb = next((k for k in tokens[n + 1 : n + BRIEF] if tree.pos[k] == "VERB"), None)
                return self._teller(verb) if verb is not None and self._says(verb) else None
        return None

    def _unproven(self, attribution: Attribution) -> End | None:
        """Return whose account a source finds nothing for ("for what two nurses had said, they found no proof")."""
        tree = self.tree
        tokens = [i for span in attribution.content for i in tree.within(span)]
        if not any(tree.lower[i] == "no" and tree.lemma[tree.head[i]] in PROOF for i in tokens):
            return None
        cue = next(iter(tree.within(attribution.cue[0])), tokens[0])
        beside = [cue, *(k for k in tokens if tree.lemma[k] in PROOF)]
        told = (
            verb
            for i in beside
            for p in tree.children(i, "prep")
            for thing in tree.children(p, "pobj")
            for verb in tree.children(thing, "relcl", "acl")
        )
        return next((teller for verb in told if self._says(verb) and (teller := self._teller(verb)) is not None), None)

    def _absent(self, attribution: Attribution) -> End | None:
        """Return who spoke before a source that says that "there is no trace of" what was said."""
        tree = self.tree
        tokens = self.tree.within(attribution.content[0])
        root = tree.root(tokens)
        if root is None or tree.lemma[root] != "be" or tree.child(root, "expl") is None:
            return None
        things = [k for k in tree.children(root, "attr", "nsubj") if tree.lemma[k] in PROOF]
        none = any(tree.lower[d] == "no" for k in things for d in tree.kids[k])
        return self.heard(tokens[0], attribution.actors, POINTS) if none else None

    def _called_false(self) -> Iterator[Relation]:
        """Return who calls what was said before a lie: "she called that an invention", "called the claims absurd"."""
        tree = self.tree
        for i, lemma in enumerate(tree.lemma):
            if lemma not in self.stances["naming"] or tree.pos[i] != "VERB":
                continue
            names = [*tree.children(i, "oprd", "ccomp", "acomp", "attr"), *tree.children(i, "dobj")[1:]]
            names += [k for p in tree.children(i, "prep") if tree.lower[p] == "as" for k in tree.kids[p]]
            false = [k for k in names if tree.lemma[k] in self.stances["rebuttal"]]
            things = [k for n in false for k in tree.children(n, "nsubj")] or tree.children(i, "dobj", "nsubjpass")[:1]
            if false and things and self._points_back(things[0]):
                yield from self._calls(i, false[0])

    def _points_back(self, thing: int) -> bool:
        """Whether a word means what was said: "that", "the claims" of nobody named."""
        tree = self.tree
        if tree.lemma[thing] in self.stances["assertion"]:
            return tree.child(thing, "poss", "relcl", "acl", "prep") is None
        return tree.lower[thing] in ("that", "this")

    def _calls(self, i: int, name: int) -> Iterator[Relation]:
        tree = self.tree
        sources = self.cast.of(verb_roles(tree, i)[0])
        target = self.heard(i, sources, POINTS) if sources else None
        if target is None:
            return
        for source in sources:
            words = self.evidence(i, source)
            words = self.hull([words.start], [words.end, tree.end[name]])
            yield from self.make(source, target, REJECTS, words, i, Mode.ASSERTED, None)

    def _says(self, i: int) -> bool:
        return self.tree.lemma[i] in self.stances["telling"]

    def _teller(self, verb: int) -> End | None:
        subject = verb_roles(self.tree, verb)[0]
        known = self.cast.of(subject)
        words: list[Span] = [w for k in subject if (w := self.of_people(k)) is not None]
        return known[0] if known else words[0] if words else None
