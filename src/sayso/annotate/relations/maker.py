"""Make relations out of words: the actors they mean, and the evidence from the one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from sayso.annotate.certainty import Judge
from sayso.annotate.clauses import Tree, innermost
from sayso.annotate.events.roles import Cast, verb_roles
from sayso.annotate.relations.ends import FIRST_PERSON, End, as_ends, ends, speakers
from sayso.annotate.relations.stances import Stance, named, stances, turned
from sayso.annotate.relations.targets import Targets, people
from sayso.annotate.sentences import sentence_at
from sayso.model import Annotation, Attribution, Mode, Polarity, Relation, Span

# Prepositions that lead to a third, so that those who are the subject act side by side ("fought for freedom").
WITH_OTHERS = frozenset({"with", "for", "against", "alongside", "off"})
# What stands before a noun and tells who is meant ("20,000 angry city workers").
QUALIFYING = frozenset({"det", "nummod", "amod", "compound", "nmod", "poss", "quantmod"})
VAGUE = frozenset({"more", "fewer", "other", "most", "some", "any", "no"})
ANY = frozenset({"a", "an", "any", "every", "each", "no"})
BODIES = frozenset({"organisation", "force", "group"})
# Who does this to a body speaks for it.
LEADING = frozenset({"chair", "head", "lead"})
# Sentences before a "they" in which its source may have said whom it accuses.
BACK = 2
# Longer evidence is cut down to the word that shows the stance.
LONGEST = 240
# What is also done with the hands.
PHYSICAL = frozenset({"push"})
# Relations that are an appeal where they are toward people at large.
PRESSING = frozenset({"presses", "makes demands on"})
REMOVING = frozenset({"dismisses", "suspends", "expels"})
SEVERAL = frozenset({"family", "crowd", "couple"})  # one word for several people


class Maker:
    """What reading the relations of one document needs."""

    def __init__(self, doc: Doc, annotation: Annotation) -> None:
        self.annotation, self.stances = annotation, stances()
        self.tree = Tree.of(doc)
        self.judge = Judge(self.tree, annotation)
        self.held = innermost(self.tree, annotation)
        self.cast, self.anywhere = Cast(self.tree, as_ends(annotation)), Cast(self.tree, annotation)
        self.ends = ends(self.tree, annotation)
        spoken = speakers(self.tree, annotation, self.held)
        self.cast.actor = {**spoken, **self.cast.actor}
        self.targets = Targets(self.tree, self.cast.actor, self.anywhere.actor)
        self.acted: set[int] = set()
        self.owner: dict[int, int] = {}
        self.mentioned: dict[tuple[int, int], list[Span]] = {}
        self._list_mentions(spoken)
        self.by_cue: dict[int, list[Attribution]] = {}
        for attribution in annotation.attributions:
            for i in (i for span in attribution.cue for i in self.tree.within(span)):
                self.by_cue.setdefault(self.tree.start[i], []).append(attribution)

    def _list_mentions(self, spoken: Mapping[int, int]) -> None:
        """List where each actor is meant in each sentence, and which pronoun is whose."""
        for actor in self.annotation.actors:
            for mention in actor.mentions:
                self.mentioned.setdefault((actor.id, mention.sentence), []).append(mention.span)
                if mention.kind == "pronoun":
                    self.owner.update(dict.fromkeys(self.tree.within(mention.span), actor.id))
        for token, speaker in spoken.items():
            span = self.hull([self.tree.start[token]], [self.tree.end[token]])
            self.mentioned.setdefault((speaker, sentence_at(self.annotation.sentences, span.start)), []).append(span)

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
        to = [k for k in to if not (self.judges(stance) and self.is_any(k))]
        direct = all(self.tree.dep[k] in ("dobj", "nsubjpass", "conj") for k in to)
        meant = self.targets.of(to, owner, direct and self.judges(stance))
        toward = (self.anywhere if given else self.cast).of(to, spread)
        toward = toward or meant
        how, itself = None, self.cast.actor.get(at)
        doers = self.cast.of(by, spread)
        if bool(doers) != bool(toward):
            yield from self._of_crowd(at, doers or self._crowd(by), toward or self._crowd(to, given), stance)
        for source in doers:
            for target in toward:
                if itself in (source, target) and self.tree.pos[at] == "NOUN":
                    continue
                if not given and not (target in meant and self.fits(at, target)):
                    continue
                how = how or self.judge(at, self.held[at])
                if how.polarity is Polarity.NEGATIVE and self.tree.pos[at] == "NOUN" and self.tree.child(at, "poss"):
                    return  # who opposes "Chile's alliance with Peru" does not say that there is none
                value = turned(stance.value, how.polarity, how.mode)
                words = self.evidence(at, source, target)
                if value is not None:
                    turn = Stance(value, named(stance, value))
                    yield from self.make(source, target, turn, words, at, how.mode, None, given)

    def judges(self, stance: Stance) -> bool:
        """Whether such a stance judges people by whatever is theirs ("praised Ann Lee's book")."""
        return stance.name in self.stances["judging"]

    def is_any(self, k: int) -> bool:
        """Whether a common noun in the singular means anybody of its kind ("support a candidate")."""
        some = any(self.tree.lower[d] in ANY for d in self.tree.children(k, "det"))
        return some and self.tree.tag[k] == "NN" and not self.tree.children(k, "appos", "acl", "relcl", "prep")

    def pushes_bodily(self, i: int) -> bool:
        """Whether the verb does not say to what somebody is pushed ("pushed the rebels out of the town")."""
        tree = self.tree
        leads = [p for p in tree.children(i, "prep") if tree.lower[p] in ("for", "on", "over", "about", "to")]
        aims = any(tree.named[k] not in ("DATE", "TIME") for p in leads for k in tree.children(p, "pobj"))
        to_do = any(tree.tag[t] == "TO" for k in tree.children(i, "xcomp", "ccomp", "advcl") for t in tree.kids[k])
        return tree.lemma[i] in PHYSICAL and not aims and not to_do

    def reports(self, attribution: Attribution) -> bool:
        """Whether the source only passes on what it found: a newspaper, an agency."""
        names = {self.annotation.actors[a].name for a in attribution.actors}
        known = {w.casefold() for name in names for w in name.split()}
        return not attribution.actors or not known.isdisjoint(self.stances["reporter"])

    def _crowd(self, heads: Sequence[int], given: bool = False) -> tuple[Span, ...]:
        """Return the words for people who are no actors ("20,000 people"), where there is but one such phrase.

        ``given``: also for a place that is given something ("four villages").
        """
        whole = self.whole(heads)
        if len(whole) != 1:
            return ()
        if self.tree.tag[whole[0]] not in ("NNS", "NNPS") and self.tree.lemma[whole[0]] not in SEVERAL:
            return ()
        vague = any(self.tree.lower[k] in VAGUE for k in self.tree.kids[whole[0]])
        gets = given and self.tree.lemma[whole[0]] in self.stances["receivers"]
        words = None if vague else self.phrase(whole[0]) if gets else self.of_people(whole[0])
        return (words,) if words else ()

    def _of_crowd(self, at: int, sources: Iterable[End], targets: Sequence[End], stance: Stance) -> Iterator[Relation]:
        """Relate people who are named by words alone to actors, or actors to them, as verb ``at`` shows it."""
        if self.tree.pos[at] != "VERB":
            return
        how = self.judge(at, self.held[at])
        value = turned(stance.value, how.polarity, how.mode)
        for source, target in ((s, t) for s in sources for t in targets if value is not None):
            words = self.evidence(at, *(e for e in (source, target) if isinstance(e, int)))
            wide = [words, *(e for e in (source, target) if isinstance(e, Span))]
            words = self.hull([w.start for w in wide], [w.end for w in wide])
            shown = Stance(value or 0.0, named(stance, value or 0.0))
            yield from self.make(source, target, shown, words, at, how.mode, None)

    def accused(self, attribution: Attribution) -> tuple[int, ...]:
        """Return whom the same source accused right before, for that is whom its "they" means."""
        back = range(attribution.sentence - BACK, attribution.sentence + 1)
        return next(
            (
                e.patients
                for e in reversed(self.annotation.events)
                if e.type == "ACCUSE" and e.sentence in back and set(e.agents) & set(attribution.actors)
            ),
            (),
        )

    def own_voice(self, at: int) -> tuple[int, ...]:
        """Return who is meant where the subject of verb ``at`` is "we" or "I" in a quotation."""
        subject = verb_roles(self.tree, at)[0] if self.tree.pos[at] == "VERB" else []
        return self.cast.of(k for k in subject if self.tree.lower[k] in FIRST_PERSON)

    def mutual(self, at: int, stance: Stance | None = None) -> Stance | None:
        """Return how two who are the subject of verb ``at`` stand to each other ("clashed"); None where not mutual.

        ``stance``: what the verb means where its words say "each other" ("fired at each other").
        """
        tree, known = self.tree, self.stances["mutual"]
        objects = tree.children(at, "dobj")
        behind = [*objects, *(k for p in tree.children(at, "prep") for k in tree.children(p, "pobj"))]
        if any(tree.lower[k] in ("other", "another") and tree.lower[k - 1] in ("each", "one") for k in behind):
            return stance
        if any(tree.lower[p] in WITH_OTHERS for p in tree.children(at, "prep")):
            return None
        phrases = [f"{tree.lemma[at]} {tree.lemma[k]}" for k in objects] or [tree.lemma[at]]
        return next((known[w] for w in phrases if w in known), None)

    def between(self, subject: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Return the first of the actors that a subject joins, with each of the others ("troops of Chile and Peru")."""
        tree = self.tree
        joined = self.cast.of(subject)
        for head in subject if len(joined) < 2 else ():
            joined = self.cast.of(
                k for p in tree.children(head, "prep") if tree.lower[p] == "of" for k in tree.children(p, "pobj")
            )
        yield from ((joined[0], other) for other in joined[1:])

    def whole(self, tokens: Iterable[int]) -> list[int]:
        """Return for each word of number the noun of which it is a part ("600 of the 2,400 observers")."""
        found = []
        for token in tokens:
            of = [
                k
                for p in self.tree.children(token, "prep")
                if self.tree.lower[p] == "of"
                for k in self.tree.children(p, "pobj")
            ]
            part = self.tree.pos[token] == "NUM" or self.tree.lemma[token] in self.stances["share"]
            found += of if part and of else [token]
        return found

    def of_people(self, head: int) -> Span | None:
        """Return the words of the noun phrase that word ``head`` heads, where it is one for people or a body."""
        lemma = self.tree.lemma[head]
        if not (lemma in people() or lemma in self.stances["people"]) or self.tree.pos[head] not in ("NOUN", "PROPN"):
            return None
        return self.phrase(head)

    def phrase(self, head: int) -> Span:
        """Return the words of the noun phrase up to its head."""
        before = [k for k in self.tree.kids[head] if k < head and self.tree.dep[k] in QUALIFYING]
        first = min([head, *before, *(j for k in before for j in self.tree.kids[k] if j < k)])
        return self.hull([self.tree.start[first]], [self.tree.end[head]])

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

    def _has(self, source: int, target: int, at: int) -> bool:
        """Whether the target is called the source's own near word ``at`` ("withdrew its ambassador")."""
        tree = self.tree
        named = self._nearest(target, sentence_at(self.annotation.sentences, tree.start[at]), tree.start[at])
        first = next(iter(tree.within(named)), None) if named else None
        return (
            first is not None
            and tree.dep[first] == "poss"
            and tree.pos[first] == "PRON"
            and self.owner.get(first) == source
        )

    def make(
        self,
        source: End | None,
        target: End,
        stance: Stance,
        words: Span,
        at: int,
        how: Mode,
        time: int | None,
        given: bool = False,
    ) -> Iterator[Relation]:
        """Make the relation, where both ends may have one; what is given to a place is given to who is there."""
        by, to = (end if isinstance(end, int) else None for end in (source, target))
        if source == target or (by is not None and by not in self.ends):
            return
        if to is not None and not (given or to in self.ends):
            return
        stance = stance if to is None else self._of_public(to, stance)
        removed = stance.name in REMOVING  # one's own people are
        if stance.value < 0 and not removed and by is not None and to is not None and self._are_one(by, to, at):
            return
        sentence = sentence_at(self.annotation.sentences, words.start)
        named = (None if isinstance(end, int) else end for end in (source, target))
        yield Relation(0, by, to, stance.name, stance.value, words, sentence, self.held[at], how, time, *named)

    def _are_one(self, source: int, target: int, at: int) -> bool:
        """Whether both are of one body, so that they are not at odds."""
        own = self._own(source, target) or self._has(source, target, at)
        return own or self._leads(source, target) or self._leads(target, source)

    def _leads(self, person: int, body: int) -> bool:
        """Whether the article calls somebody the head of a body, or lets him speak for it."""
        one, other = self.annotation.actors[person], self.annotation.actors[body]
        if one.type != "person" or other.type not in BODIES:
            return False
        leads = (e for e in self.annotation.events if e.lemma in LEADING and e.type == "OTHER")
        return one.speaks_for == other.name or any(person in e.agents and body in e.patients for e in leads)

    def _of_public(self, target: int, stance: Stance) -> Stance:
        """Turn pressing people at large, or one's own, into an appeal to them ("urged residents to stay at home")."""
        actor = self.annotation.actors[target]
        if stance.name not in PRESSING or actor.type != "group" or stance.value >= 0:
            return stance
        noun = actor.name.casefold().split()[-1]
        known = self.stances["public"]
        return known.get(noun) or known.get(noun.removesuffix("s")) or stance

    def evidence(self, at: int, *ends: int) -> Span:
        """Return the words from one actor over the tie to the other, as far as they stand in one sentence."""
        tree, sentences = self.tree, self.annotation.sentences
        sentence = sentence_at(sentences, tree.start[at])
        near = [self._nearest(actor, sentence, tree.start[at]) for actor in ends]
        spans = [s for s in near if s is not None]
        acted = [tree.end[k] for k in self.whole(tree.children(at, "dobj"))] if tree.pos[at] == "VERB" else []
        words = self.hull([tree.start[at], *(s.start for s in spans)], [tree.end[at], *acted, *(s.end for s in spans)])
        said = next((a for a in self.by_cue.get(tree.start[at], ()) if ends[:1] and ends[0] in a.actors), None)
        words = self.with_content(words, said) if said else words
        return words if len(words) <= LONGEST else self.hull([tree.start[at]], [tree.end[at]])

    def with_content(self, words: Span, attribution: Attribution) -> Span:
        """Return the words with what is said in full, where that stands in the same sentence and is not too long."""
        sentence = self.annotation.sentences[sentence_at(self.annotation.sentences, words.start)].span
        near = [s for s in attribution.content if sentence.covers(s)]
        wide = self.hull([words.start, *(s.start for s in near)], [words.end, *(s.end for s in near)])
        return wide if len(wide) <= LONGEST else words

    def _nearest(self, actor: int, sentence: int, offset: int) -> Span | None:
        return min(self.mentioned.get((actor, sentence), ()), key=lambda s: abs(s.start - offset), default=None)

    def hull(self, starts: list[int], ends: list[int]) -> Span:
        """Cut out the text from the first start to the last end."""
        return Span.of(self.tree.text, min(starts), max(ends))
