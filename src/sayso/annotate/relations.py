"""Read how actors stand toward each other: acts, attitudes, attributions, named ties (``data/relations.tsv``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from sayso.annotate.certainty import Judge
from sayso.annotate.clauses import Tree, innermost
from sayso.annotate.events.roles import TOWARD, Cast, after, verb_roles
from sayso.annotate.sentences import sentence_at
from sayso.data.loading import table
from sayso.model import Annotation, Attribution, Event, Mode, Polarity, Relation, Span

ENDS = frozenset({"person", "organisation", "state", "force", "group"})
NEUTER = frozenset({"it", "this", "that", "what", "which"})
STEPS = 6
# Longer evidence is cut down to what lies between the word that shows the stance and the one it is toward.
LONGEST = 240
# How far into a content a word of praise or blame is taken for what the content says.
LONG_TONE = 25


class Stance(NamedTuple):
    """What a word says of how one stands toward another."""

    value: float
    name: str


@lru_cache(maxsize=1)
def _stances() -> dict[str, dict[str, Stance]]:
    read: dict[str, dict[str, Stance]] = {}
    for kind, value, name, words in table("relations"):
        of_kind = read.setdefault(kind, {})
        of_kind.update((w.strip(), Stance(float(value), name)) for w in words.split(",") if w.strip())
    return read


def read_relations(doc: Doc, annotation: Annotation) -> tuple[Relation, ...]:
    """Return the relations in the order of the text, each source and target once a sentence for either sign."""
    reader = _Reader(doc, annotation)
    found: dict[tuple[int, int, int, bool], Relation] = {}
    for relation in (*reader.acts(), *reader.attitudes(), *reader.attributed()):
        found.setdefault((relation.sentence, relation.source, relation.target, relation.stance < 0), relation)
    ordered = sorted(found.values(), key=lambda r: (r.words.start, r.words.end, r.source, r.target))
    return tuple(replace(r, id=n) for n, r in enumerate(ordered))


class _Reader:
    """What reading the relations of one document needs."""

    def __init__(self, doc: Doc, annotation: Annotation) -> None:
        self.annotation, self.stances = annotation, _stances()
        self.tree = Tree.of(doc)
        self.judge = Judge(self.tree, annotation)
        self.held = innermost(self.tree, annotation)
        self.cast = Cast(self.tree, _ends(annotation))
        self.acted: set[int] = set()
        self.mentioned: dict[tuple[int, int], list[Span]] = {}
        for actor in annotation.actors:
            for mention in actor.mentions:
                self.mentioned.setdefault((actor.id, mention.sentence), []).append(mention.span)

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
        value = _turned(stance.value, event.polarity, event.how)
        words = self._evidence(token, source, target)
        if value is not None and words is not None:
            yield from self._make(source, target, Stance(value, stance.name), words, token, event.how, event.time)

    def attitudes(self) -> Iterator[Relation]:
        """Return attitudes and ties that words name outside events."""
        pos = self.tree.pos
        for i in range(len(pos)):
            if pos[i] == "VERB" and i not in self.acted:
                yield from self._verb(i)
            elif pos[i] in ("ADJ", "VERB"):
                yield from self._adjective(i)
            if self.tree.lemma[i] in self.stances["noun"] and self.tree.common_noun(i):
                yield from self._noun(i)

    def _verb(self, i: int) -> Iterator[Relation]:
        tree, known = self.tree, self.stances["verb"]
        stance, to = known.get(tree.lemma[i]), tree.children(i, "dobj", "nsubjpass")
        for prep in tree.children(i, "prep", "prt"):
            phrase = known.get(f"{tree.lemma[i]} {tree.lower[prep]}")
            if phrase:
                stance, to = phrase, tree.children(prep, "pobj") or tree.children(i, "dobj")
        if stance is None:
            yield from self._adjective(i)
            return
        by, _ = verb_roles(tree, i)
        yield from self._pairs(i, by, [t for t in to if t not in by], stance)

    def _adjective(self, i: int) -> Iterator[Relation]:
        tree, known = self.tree, self.stances["adjective"]
        for prep in tree.children(i, "prep", "agent"):
            stance = known.get(f"{tree.lower[i]} {tree.lower[prep]}") or known.get(
                f"{tree.lemma[i]} {tree.lower[prep]}"
            )
            if stance:
                yield from self._pairs(i, self._bearers(i), tree.children(prep, "pobj"), stance)

    def _bearers(self, i: int) -> list[int]:
        """Return of whom a predicate or an attribute is said."""
        tree = self.tree
        for _ in range(STEPS):
            own = tree.children(i, "nsubj", "nsubjpass")
            if own:
                word = own[0]
                relative = tree.dep[i] == "relcl" and tree.lower[word] in ("who", "which", "that")
                return [tree.head[i]] if relative else own
            if tree.dep[i] in ("amod", "acl", "appos", "relcl"):
                return [tree.head[i]]
            if tree.head[i] == i:
                return []
            i = tree.head[i]
        return []

    def _noun(self, i: int) -> Iterator[Relation]:
        """Read a named tie: whose it is, with whom, and what the words around make of it."""
        tree = self.tree
        stance = self._tie(i)
        objects = {tree.lower[p]: tree.children(p, "pobj") for p in tree.children(i, "prep")}
        between = [k for noun in objects.get("between", []) for k in tree.conjuncts(noun)]
        if len(between) >= 2:
            yield from self._pairs(i, between[:1], between[1:], stance, spread=False)
            return
        owners = tree.children(i, "poss")
        others = [k for word in (*TOWARD, "of", "for") if word != "from" for k in objects.get(word, [])]
        givers = objects.get("from", []) or objects.get("by", [])
        if tree.dep[i] == "dobj" and tree.lemma[tree.head[i]] in self.stances["receive"]:
            givers = givers or after(tree, tree.head[i], "from")
        named = [k for k in tree.children(i, "appos") if tree.pos[k] == "PROPN"]
        yield from self._ours(i, owners, stance)
        if owners and named:
            yield from self._pairs(i, named, owners, stance)
        if tree.dep[i] == "appos" and owners:
            yield from self._pairs(i, [tree.head[i]], owners, stance)
        elif tree.dep[i] in ("compound", "nmod") and tree.pos[tree.head[i]] == "PROPN":
            yield from self._pairs(i, [tree.head[i]], tree.children(tree.head[i], "poss"), stance)
        elif givers:
            yield from self._pairs(i, givers, others or owners or self._receivers(i), stance)
        elif others:
            yield from self._pairs(i, owners or self._holders(i), others, stance)

    def _ours(self, i: int, owners: list[int], stance: Stance) -> Iterator[Relation]:
        """Return the tie of a speaker to "our Danish friends"."""
        tree, held = self.tree, self.held[i]
        if held is None or not any(tree.lower[k] in ("our", "my") for k in owners):
            return
        targets = self.cast.of(tree.children(i, "amod", "compound", "appos"))
        for source in self.annotation.attributions[held].actors:
            for target in targets:
                words = self._evidence(i, source, target)
                if words is not None:
                    yield from self._make(source, target, stance, words, i, Mode.ASSERTED, None)

    def _receivers(self, i: int) -> list[int]:
        """Return who "drew criticism", "is under pressure"."""
        tree, verb = self.tree, self.tree.head[i]
        if tree.dep[i] == "pobj" and tree.lower[verb] in ("under", "amid", "despite"):
            return self._bearers(verb)
        return (
            verb_roles(tree, verb)[0] if tree.dep[i] == "dobj" and tree.lemma[verb] in self.stances["receive"] else []
        )

    def _holders(self, i: int) -> list[int]:
        """Return whose tie it is: of whom the noun is said, or who has or makes it."""
        tree, verb, dep = self.tree, self.tree.head[i], self.tree.dep[i]
        near = tree.children(i, "amod", "compound")
        if any(k in self.cast.actor for k in near):
            return near
        if dep in ("attr", "appos"):
            return self._bearers(i) if dep == "attr" else [verb]
        if dep == "pobj" and tree.lower[verb] in ("as", "at", "in", "into"):
            violent = self.stances["noun"][tree.lemma[i]].value < -0.8
            return [] if violent and tree.lower[verb] != "at" else self._bearers(verb)
        if dep == "dobj" and (tree.lemma[verb] in self.stances["hold"] or tree.lemma[verb] in self.stances["change"]):
            return verb_roles(tree, verb)[0]
        return []

    def _tie(self, i: int) -> Stance:
        """Return the stance of the tie that noun ``i`` names, as the words around it turn it."""
        tree, stance = self.tree, self.stances["noun"][self.tree.lemma[i]]
        value = stance.value
        for kid in tree.children(i, "amod"):
            quality = self.stances["quality"].get(tree.lemma[kid])
            value = quality.value if quality else value
        change = self.stances["change"].get(tree.lemma[tree.head[i]])
        if change and value > 0 and tree.dep[i] in ("dobj", "nsubjpass", "nsubj"):
            value = max(-1.0, min(1.0, value * change.value))
        return Stance(round(value, 2), stance.name)

    def attributed(self) -> Iterator[Relation]:
        """Return what the cue, or what it calls somebody, says of a source's attitude to whom the content is about."""
        for attribution in self.annotation.attributions:
            if attribution.actors and attribution.cue:
                yield from self._by_cue(attribution)
                yield from self._by_tone(attribution)

    def _by_cue(self, attribution: Attribution) -> Iterator[Relation]:
        stance = self._cue_stance(attribution)
        target = self._about(attribution) if stance else None
        if stance is None or target is None:
            return
        at = next(iter(self.tree.within(attribution.cue[0])), target[0])
        yield from self._toward(attribution, *target, stance, at)

    def _by_tone(self, attribution: Attribution) -> Iterator[Relation]:
        tree, tone = self.tree, self.stances["tone"]
        for i in self.tree.within(attribution.content[0])[:LONG_TONE]:
            stance = tone.get(tree.lemma[i])
            if stance is None or tree.dep[i] in ("nsubj", "dobj") or self.held[i] != attribution.id:
                continue
            if self.judge(i, None).polarity is Polarity.NEGATIVE:
                continue
            for word in self._called(i):
                for actor in self.cast.of([word], spread=False):
                    if actor not in attribution.actors and tree.lower[word] not in NEUTER:
                        yield from self._toward(attribution, i, actor, stance, word)

    def _called(self, i: int) -> list[int]:
        """Return whom "is a disgrace", "as a great firm", "(called) them capable" is said of."""
        tree = self.tree
        i = tree.head[i] if tree.dep[i] in ("amod", "conj", "compound") else i
        if tree.dep[i] == "pobj" and tree.lower[tree.head[i]] == "as":
            verb = tree.head[tree.head[i]]
            return tree.children(verb, "dobj", "nsubjpass") or tree.children(tree.head[verb], "dobj")
        own = tree.children(i, "nsubj", "nsubjpass")
        if own or tree.dep[i] not in ("attr", "acomp", "oprd", "xcomp", "ccomp"):
            return own
        return tree.children(tree.head[i], "nsubj", "nsubjpass") if tree.dep[i] in ("attr", "acomp") else []

    def _toward(self, attribution: Attribution, token: int, actor: int, stance: Stance, at: int) -> Iterator[Relation]:
        cue, tree = attribution.cue[0], self.tree
        words = self._hull([cue.start, tree.start[token], tree.start[at]], [cue.end, tree.end[token], tree.end[at]])
        for source in attribution.actors:
            yield from self._make(source, actor, stance, words, at, Mode.ASSERTED, None)

    def _cue_stance(self, attribution: Attribution) -> Stance | None:
        tokens = (self.tree.lemma[i] for s in attribution.cue for i in self.tree.within(s))
        known = self.stances["cue"]
        return next((known[w] for w in (attribution.cue_lemma, *tokens) if w in known), None)

    def _about(self, attribution: Attribution) -> tuple[int, int] | None:
        """Return whom the content is about, and the word: its subject, else its object, else what it is of."""
        tree = self.tree
        root = tree.root(tree.within(attribution.content[0]))
        if root is None:
            return None
        near = tree.children(root, "nsubj", "nsubjpass") or tree.children(root, "dobj")
        phrase = tree.pos[root] in ("NOUN", "PROPN")
        if phrase:
            near = [root, *(k for p in tree.children(root, "prep") for k in tree.children(p, "pobj"))]
        for word in near:
            for actor in self.cast.of([word], spread=False):
                # "Warned of harm to residents" is not against the residents.
                harmed = phrase and self.annotation.actors[actor].type == "group"
                if actor not in attribution.actors and not harmed:
                    return word, actor
        return None

    def _pairs(
        self, at: int, sources: Iterable[int], targets: Iterable[int], stance: Stance, spread: bool = True
    ) -> Iterator[Relation]:
        by, to = list(sources), list(targets)
        how, itself = None, self.cast.actor.get(at)
        for source in self.cast.of(by, spread):
            for target in self.cast.of(to, spread):
                if itself in (source, target) and self.tree.pos[at] == "NOUN":
                    continue
                how = how or self.judge(at, self.held[at])
                value = _turned(stance.value, how.polarity, how.mode)
                words = self._evidence(at, source, target)
                if value is not None and words is not None:
                    yield from self._make(source, target, Stance(value, stance.name), words, at, how.mode, None)

    def _make(
        self, source: int, target: int, stance: Stance, words: Span, at: int, how: Mode, time: int | None
    ) -> Iterator[Relation]:
        actors = self.annotation.actors
        if source == target or actors[source].type not in ENDS or actors[target].type not in ENDS:
            return
        sentence = sentence_at(self.annotation.sentences, words.start)
        yield Relation(0, source, target, stance.name, stance.value, words, sentence, self.held[at], how, time)

    def _evidence(self, at: int, source: int, target: int) -> Span | None:
        """Return the words from one actor over the tie to the other, as far as they stand in one sentence."""
        tree, sentences = self.tree, self.annotation.sentences
        sentence = sentence_at(sentences, tree.start[at])
        near = [self._nearest(actor, sentence, tree.start[at]) for actor in (source, target)]
        spans = [s for s in near if s is not None]
        words = self._hull([tree.start[at], *(s.start for s in spans)], [tree.end[at], *(s.end for s in spans)])
        return words if len(words) <= LONGEST else self._hull([tree.start[at]], [tree.end[at]])

    def _nearest(self, actor: int, sentence: int, offset: int) -> Span | None:
        return min(self.mentioned.get((actor, sentence), ()), key=lambda s: abs(s.start - offset), default=None)

    def _hull(self, starts: list[int], ends: list[int]) -> Span:
        return Span.of(self.tree.text, min(starts), max(ends))


def _turned(value: float, polarity: Polarity, how: Mode) -> float | None:
    """Return the stance of what is negated or denied: a hostile act not done says nothing, a friendly one little."""
    if polarity is Polarity.POSITIVE:
        return value
    if value < 0:
        return None
    return 0.0 if how is Mode.DENIED else -0.2


def _ends(annotation: Annotation) -> Annotation:
    """Leave out mentions as places: one does not stand toward a location."""
    kept = tuple(replace(a, mentions=tuple(m for m in a.mentions if not m.as_place)) for a in annotation.actors)
    return replace(annotation, actors=kept)
