"""What sources demand of somebody without a word for demanding: "must pay", "should be punished", "his resignation"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.roles import subjects_of
from sayso.annotate.relations.custody import Custody
from sayso.annotate.relations.stances import Stance
from sayso.model import Attribution, Mode, Relation, SourceType

DEMANDS = Stance(-0.3, "makes demands on")
# Auxiliaries and verbs that put a duty on their subject.
DUTY = frozenset({"must", "should", "ought"})
BOUND = frozenset({"need", "have"})
# Clauses in which a duty is no demand: "if Peru should pay", "the bank that must pay".
ASIDE = frozenset({"advcl", "relcl", "acl", "pcomp", "csubj"})
OPEN = frozenset({"would", "could", "might", "may", "will", "'ll", "’ll"})
NO_ONE = frozenset({"who", "what", "which", "that", "it", "they", "them", "you", "there", "this", "these", "those"})
ASKING = frozenset({"demand", "request", "urge", "seek", "want", "call", "push", "press"})
THROUGH = frozenset({"for", "of"})


class Demands(Custody):
    """Reads demands."""

    def demands(self) -> Iterator[Relation]:
        """Return each demand that somebody do something, be punished or leave."""
        for i, pos in enumerate(self.tree.pos):
            held = self.held[i]
            if pos == "VERB" and held is not None:
                yield from self._duty(i, self.annotation.attributions[held])
            elif self.tree.lemma[i] in self.stances["leaving"] and self.tree.common_noun(i):
                yield from self._leaving(i)

    def _duty(self, i: int, attribution: Attribution) -> Iterator[Relation]:
        """Return the demand of a source whose content says that somebody must do something."""
        tree = self.tree
        if attribution.source_type is SourceType.UNNAMED or self.reports(attribution) or not self._is_duty(i):
            return
        passive = tree.child(i, "nsubjpass") is not None
        stance = self._punishment(i) if passive else None if tree.lemma[i] in self.stances["must"] else DEMANDS
        if stance is None or self._must_go(i) or self._doubted(i):
            return
        for word in subjects_of(tree, i):
            named = word in self.cast.actor and tree.lower[word] not in NO_ONE
            for target in [self.cast.actor[word]] if named and self.cast.actor[word] not in attribution.actors else []:
                words = self.with_content(self.evidence(i, target), attribution)
                for source in attribution.actors:
                    yield from self.make(source, target, stance, words, i, Mode.ASSERTED, None)

    def _is_duty(self, i: int) -> bool:
        """Whether verb ``i`` stands with "must", "should" or behind "needs to", in the main line of what is said."""
        tree = self.tree
        at = tree.head[i] if tree.dep[i] == "xcomp" and tree.lemma[tree.head[i]] in BOUND else i
        auxiliaries = {tree.lower[k] for k in tree.children(at, "aux")}
        if at == i and not auxiliaries & DUTY:
            return False
        if auxiliaries & OPEN or (tree.children(i, "aux") and "have" in auxiliaries):
            return False
        return tree.dep[at] not in ASIDE and not any(tree.dep[k] in ASIDE for k in tree.up(at, 3))

    def _doubted(self, i: int) -> bool:
        """Whether the duty is asked about or put under a condition ("whether Peru should pay", "should Peru pay?")."""
        tree = self.tree
        marks = {tree.lower[k] for k in tree.children(i, "mark", "advmod")}
        first = next((k for k in tree.kids[i] if tree.dep[k] in ("aux", "nsubj", "nsubjpass")), None)
        asked = first is not None and tree.dep[first] == "aux" and tree.tag[first] != "TO"
        thought = any(tree.dep[k] == "neg" for k in tree.kids[tree.head[i]]) and tree.dep[i] == "ccomp"
        return bool(marks & {"whether", "if", "why", "how", "when", "what"}) or asked or thought

    def _punishment(self, i: int) -> Stance | None:
        """Return the stance of "must be punished", "should be held accountable"; None where it is not negated."""
        tree, known = self.tree, self.stances["punish"]
        if any(tree.dep[k] == "neg" for k in tree.kids[i]):
            return None
        behind = tree.children(i, "prt", "oprd", "acomp", "advmod", "ccomp")
        phrases = [f"{tree.lemma[i]} {tree.lower[k]}" for k in behind]
        phrases += [
            f"{tree.lemma[i]} {tree.lower[p]} {tree.lemma[k]}"
            for p in tree.children(i, "prep")
            for k in tree.children(p, "pobj")
        ]
        return next((known[w] for w in (*phrases, tree.lemma[i]) if w in known), None)

    def _leaving(self, i: int) -> Iterator[Relation]:
        """Return who demands somebody's "resignation", "removal"."""
        tree = self.tree
        verb = tree.head[i]
        if tree.dep[i] == "pobj" and tree.lower[verb] in THROUGH:
            verb = tree.head[verb]
        if tree.lemma[verb] not in ASKING or tree.dep[i] not in ("dobj", "pobj", "nsubjpass"):
            return
        whose = tree.children(i, "poss")
        whose += [k for p in tree.children(i, "prep") if tree.lower[p] == "of" for k in tree.children(p, "pobj")]
        if tree.pos[verb] == "NOUN":
            by = [*tree.children(verb, "poss"), *tree.children(verb, "amod", "compound")]
            by += [k for p in tree.children(verb, "prep") if tree.lower[p] in ("from", "by") for k in tree.kids[p]]
        else:
            by = subjects_of(tree, verb)
        if whose:
            self.acted.add(verb)
            yield from self.pairs(verb, by, whose, self.stances["leaving"][tree.lemma[i]])
