"""Relations of a source to whom its content is about: from the cue, and from what it calls somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.annotate.events.lexicon import sense
from sayso.annotate.relations.ends import End
from sayso.annotate.relations.heard import POINTS, Heard
from sayso.annotate.relations.stances import Stance, turned
from sayso.model import Attribution, Mode, Polarity, Relation

POINTING = frozenset({"this", "that"})
# Who these mean inside a quotation the sentences around it seldom tell.
NEUTER = frozenset({"it", "this", "that", "what", "which", "they", "them", "you", "these", "those", "there"})
CONDITIONS = frozenset({"if", "should", "unless"})
LESSENING = frozenset({"less", "least", "hardly", "no", "neither", "never"})
PROVING = frozenset({"prove", "make"})
# How far into a content a word of praise or blame is taken for what the content says.
LONG_TONE = 25
SUBJECT = ("nsubj", "nsubjpass")
# Relations whose content may be about people who only suffer what is feared or asked.
SUFFERING = frozenset({"warns of", "is wary of", "makes demands on"})
WORK = frozenset({"job", "work"})


class Sources(Heard):
    """Reads the attitudes of sources."""

    def attributed(self) -> Iterator[Relation]:
        """Return what the cue, or what it calls somebody, says of a source's attitude to whom the content is about."""
        for attribution in self.annotation.attributions:
            if attribution.actors and attribution.cue:
                yield from self._by_cue(attribution)
                yield from self._by_tone(attribution)
                yield from self._by_failing(attribution)

    def _by_cue(self, attribution: Attribution) -> Iterator[Relation]:
        stance = self._cue_stance(attribution)
        target = self._about(attribution, stance) if stance and not self._addressed(attribution) else None
        if stance is None or target is None or (stance.name == "warns of" and not self._means_harm(attribution)):
            return
        at = next(iter(self.tree.within(attribution.cue[0])), target[0])
        value = turned(stance.value, *self.judge(at, self.held[at])[1:])
        if value is not None:
            yield from self._toward(attribution, *target, Stance(value, stance.name), at)

    def _means_harm(self, attribution: Attribution) -> bool:
        """Whether what is warned of is something that its subject would do to others, or that would be done to it."""
        tree = self.tree
        tokens = tree.within(attribution.content[0])
        root = tree.root(tokens)
        if len(tokens) and tree.lower[tokens[0]] in CONDITIONS:
            return True
        if root is None or tree.pos[root] in ("NOUN", "PROPN") or tree.child(root, "nsubjpass") is not None:
            return True
        chain = [root, *(k for k in tree.children(root, "xcomp"))]
        return any(tree.lemma[k] in self.stances["mean"] or tree.lemma[k] in self.stances["wrong"] for k in chain)

    def _addressed(self, attribution: Attribution) -> bool:
        """Whether the cue has somebody as its object, apart from the content: "warned them", "praised them for …"."""
        tree = self.tree
        objects = [k for span in attribution.cue for i in tree.within(span) for k in tree.children(i, "dobj")]
        return any(not any(s.start <= tree.start[k] < s.end for s in attribution.content) for k in objects)

    def _by_tone(self, attribution: Attribution) -> Iterator[Relation]:
        tree, tone = self.tree, self.stances["tone"]
        for i in self.tree.within(attribution.content[0])[:LONG_TONE]:
            called = tree.lower[i] if tree.tag[i] == "VBN" else tree.lemma[i]
            stance = tone.get(f"{tree.lower[i - 1]} {called}") or tone.get(called)
            if tree.pos[i] == "VERB" and tree.tag[i] != "VBN":
                stance = None
            if tree.lower[i] == "responsible" and any(tree.lower[k] == "for" for k in tree.children(i, "prep")):
                stance = None
            if stance is None or tree.dep[i] in ("nsubj", "dobj") or self.held[i] != attribution.id:
                continue
            if self.judge(i, None).polarity is Polarity.NEGATIVE or tree.lemma[tree.head[i]] in PROVING:
                continue
            if any(tree.lower[k] in LESSENING for h in (i, tree.head[i]) for k in tree.kids[h]):
                continue
            for word in self._called(i):
                pointing = tree.lower[word] in POINTING
                if pointing and not tree.finite(tree.head[word]):
                    continue  # "we believe this to be a terrorist" answers nobody
                answer = Stance(stance.value, "rejects the claim of") if pointing else stance
                for actor in self._meant(word, i, attribution, stance):
                    yield from self._toward(attribution, i, actor, answer, word)

    def _meant(self, word: int, tone: int, attribution: Attribution, stance: Stance) -> Sequence[End]:
        """Return who is meant by what a source praises or blames: an actor, whose deed it is, or who said "that"."""
        tree = self.tree
        if tree.lower[word] in POINTING and tree.tag[word] == "DT":
            answers = stance.value < 0 and tree.pos[tone] == "NOUN" and tree.dep[word] in SUBJECT
            said = self.heard(word, attribution.actors, POINTS) if answers else None
            return [said] if said is not None else []
        if tree.lower[word] in NEUTER:
            return []
        whose = self.targets.of([word])
        meant = [a for a in self.cast.of([word], spread=False) if a in whose] or list(whose)
        if not meant and any(tree.lower[k] in ("the", "this", "that") for k in tree.children(word, "det")):
            maker = self.decided(word, tree.lemma[word], attribution.actors)
            meant = [maker] if maker is not None else []
        return [a for a in meant if a not in attribution.actors]

    def _by_failing(self, attribution: Attribution) -> Iterator[Relation]:
        """Return the blame in what the content lays at somebody's door ("a failure on Peru's part")."""
        tree, known = self.tree, self.stances["failing"]
        for i in (i for span in attribution.content for i in tree.within(span)):
            stance = known.get(tree.lemma[i])
            if stance is None or tree.pos[i] != "NOUN" or self.held[i] != attribution.id:
                continue
            if self.judge(i, None).polarity is Polarity.NEGATIVE:
                continue
            for actor in self.cast.of(self._owners(i), spread=False):
                if actor not in attribution.actors:
                    yield from self._toward(attribution, i, actor, stance, i)

    def _owners(self, i: int) -> list[int]:
        """Return whose failing it is: "Peru's failure", "the failure of Peru", "a failure on the part of Peru"."""
        tree = self.tree
        owners = tree.children(i, "poss")
        for prep in tree.children(i, "prep"):
            if tree.lower[prep] in ("of", "by"):
                owners += tree.children(prep, "pobj")
            elif tree.lower[prep] == "on":
                part = [k for k in tree.children(prep, "pobj") if tree.lower[k] == "part"]
                owners += [k for p in part for k in tree.children(p, "poss")]
                owners += [k for p in part for of in tree.children(p, "prep") for k in tree.children(of, "pobj")]
        return owners

    def _called(self, i: int) -> list[int]:
        """Return whom "is a disgrace", "as a great firm", "(called) them capable" is said of."""
        tree = self.tree
        i = tree.head[i] if tree.dep[i] in ("amod", "conj", "compound") else i
        if tree.dep[i] == "pobj" and tree.lower[tree.head[i]] == "as":
            verb = tree.head[tree.head[i]]
            return tree.children(verb, "dobj", "nsubjpass") or tree.children(tree.head[verb], "dobj")
        own = tree.children(i, "nsubj", "nsubjpass")
        if tree.dep[i] == "dobj" and tree.lemma[i] in WORK:  # "has done an excellent job"
            return tree.children(tree.head[i], *SUBJECT)
        if own or tree.dep[i] not in ("attr", "acomp", "oprd"):
            return own
        return tree.children(tree.head[i], *(("dobj", "nsubjpass") if tree.dep[i] == "oprd" else SUBJECT))

    def _toward(self, attribution: Attribution, token: int, actor: End, stance: Stance, at: int) -> Iterator[Relation]:
        cue, tree = attribution.cue[0], self.tree
        words = self.hull([cue.start, tree.start[token], tree.start[at]], [cue.end, tree.end[token], tree.end[at]])
        words = self.with_content(words, attribution)
        for source in attribution.actors:
            yield from self.make(source, actor, stance, words, at, Mode.ASSERTED, None)

    def _cue_stance(self, attribution: Attribution) -> Stance | None:
        tokens = (self.tree.lemma[i] for s in attribution.cue for i in self.tree.within(s))
        known = self.stances["cue"]
        return next((known[w] for w in (attribution.cue_lemma, *tokens) if w in known), None)

    def _object(self, root: int, stance: Stance) -> list[int]:
        """Return the object of a content without subject, where what is done to it fits the stance of who speaks.

        Who supports banning somebody is no friend of his, who opposes it no enemy.
        """
        verbs, demanded = self.stances["verb"], stance.name in ("makes demands on", "threatens")
        kind = sense(self.tree, root)
        done = verbs.get(self.tree.lemma[root]) or (self.stances["event"].get(kind.type) if kind else None)
        if done is None or (done.value < 0) != demanded:
            return []
        return self.tree.children(root, "dobj")

    def _about(self, attribution: Attribution, stance: Stance) -> tuple[int, int] | None:
        """Return whom the content is about, and the word: its subject, else its object, else what it is of."""
        tree = self.tree
        root = tree.root(tree.within(attribution.content[0]))
        if root is None or (stance.name == "opposes" and tree.finite(root)):
            return None  # who rejects that the rebels did it does not oppose them
        near = tree.children(root, "nsubj", "nsubjpass") or self._object(root, stance)
        named = [k for k in tree.children(root, "compound") if tree.pos[k] == "PROPN"]
        if tree.dep[root] == "ccomp" and tree.children(root, "mark") and named:
            near = named  # "that Lopez resign", where the parser takes the verb for a noun
        elif tree.pos[root] in ("NOUN", "PROPN"):
            behind = [p for p in tree.children(root, "prep") if tree.lower[p] in ("of", "by", "against", "on")]
            near = [root, *(k for p in behind for k in tree.children(p, "pobj"))]
        for word in (k for k in near if not self.is_any(k)):
            for actor in self.cast.of([word], spread=False):
                # To warn of harm to residents is not to warn the residents off.
                group = stance.name in SUFFERING and self.annotation.actors[actor].type == "group"
                if actor in self.targets.of([word]) and actor not in attribution.actors and not group:
                    return word, actor
        return None
