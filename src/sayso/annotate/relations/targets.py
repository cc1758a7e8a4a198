"""Whom a word is really toward: its object, what its preposition governs, or whose doing its object is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.annotate.clauses import Tree
from sayso.annotate.events.lexicon import sense
from sayso.annotate.events.roles import RELATIVE, noun_roles, verb_roles
from sayso.annotate.relations.stances import stances
from sayso.data.people import roles, words

PEOPLE = ("groups", "offices", "forces_part", "forces_whole", "bodies", "unnamed_sources")
# Senses whose object only carries the act to whom it is toward ("fired missiles at", "sent trucks to").
CARRYING = frozenset({"ASSAULT", "AID", "SANCTION", "COERCE", "SUPPORT", "AGREE", "REQUEST"})
# Behind every noun for an act these lead to whom it is toward; others ("apology on Twitter") as its type is.
NOUNS_LEAD = frozenset({"of", "against", "with", "to", "toward", "towards", "by", "from"})
OBJECT, OWNER = "object", "owner"
# States and organisations are hit by what hits what they have; a person is not seized with his jacket.
HELD = frozenset({"ASSAULT", "COERCE"})
SUFFERED = frozenset({"ASSAULT", "CASUALTY", "ACCIDENT", "DISASTER"})
AGAINST_DEEDS = frozenset({"ACCUSE", "REJECT", "PROTEST", "REQUEST"})
BLOWS = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "CRIME"})


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Return the nouns for people and bodies, which what stands before them qualifies ("Chilean officials")."""
    return frozenset().union(*(words(key) for key in PEOPLE), roles())


class Targets:
    """Says which actors an act or attitude at a word can be toward."""

    def __init__(self, tree: Tree, actor: dict[int, int], anywhere: dict[int, int]) -> None:
        self.tree, self.actor, self.anywhere, self.known = tree, actor, anywhere, stances()

    def of_event(self, i: int, type_: str) -> frozenset[int]:
        """Return the actors that event word ``i`` can be toward, as its type is (rows "way" of the data)."""
        tree = self.tree
        allowed = {w.split(":")[1] for w, stance in self.known["way"].items() if stance.name == type_}
        if tree.pos[i] != "VERB":
            led = allowed | NOUNS_LEAD
            ways = [
                [k for k in heads if tree.dep[k] != "pobj" or tree.lower[tree.head[k]] in led]
                for heads in noun_roles(tree, i, type_)[1]
            ]
            acting = (self.anywhere[k] for heads in ways for k in heads if k in self.anywhere)
            return frozenset(acting).union(*(self.of(heads) for heads in ways))
        lemma = tree.lemma[i]
        if lemma in self.known["verb"]:
            allowed |= {OBJECT, OWNER}
        found = set(self._toward(i, allowed, type_))
        if type_ == "REQUEST":
            # "Demanded that the minister resign" is a demand on her.
            found.update(self.of(k for c in tree.children(i, "ccomp") for k in tree.children(c, "nsubj")))
        owner = OWNER in allowed
        for head in self._objects(i):
            if OBJECT in allowed and lemma not in self.known["thing"]:
                found.update(self._heads([head]))
            if owner:
                found.update(self._owners(head, anything=type_ in HELD))
        return frozenset(found)

    def of(self, heads: Iterable[int], owner: bool = True, judging: bool = False) -> tuple[int, ...]:
        """Return the actors that the noun phrases headed by ``heads`` stand for, or (``owner``) whose doing.

        ``judging``: also whose the thing is, whatever it is ("praised Ann Lee's book").
        """
        found: dict[int, None] = {}
        for token in heads:
            for head in self.tree.conjuncts(token):
                found.update(dict.fromkeys(self._heads([head])))
                if owner:
                    found.update(dict.fromkeys(self._owners(head)))
                if judging and head not in self.actor and self._thing(head):
                    near = self.tree.children(head, "poss", "amod")
                    found.update(dict.fromkeys([self.actor[k] for k in near if k in self.actor][:1]))
        return tuple(found)

    def _objects(self, i: int) -> Iterator[int]:
        tree = self.tree
        passive = tree.child(i, "nsubjpass") is not None or (tree.tag[i] == "VBN" and tree.child(i, "nsubj") is None)
        for heads in verb_roles(tree, i)[1][: 3 if passive else 2]:
            for head in heads:
                yield from tree.conjuncts(head)

    def _toward(self, i: int, allowed: set[str], type_: str) -> Iterator[int]:
        """Return whom the prepositions that the type governs lead to, also behind an object that is the act."""
        tree = self.tree
        carriers = [k for k in tree.children(i, "dobj") if type_ in CARRYING or self.deed(k)]
        if type_ in AGAINST_DEEDS:  # who decries sanctions against Peru does not decry Peru
            carriers = [k for k in carriers if (known := sense(tree, k)) is None or known.type not in BLOWS]
        for holder in (i, *carriers):
            for prep in tree.children(holder, "prep", "dative"):
                if tree.lower[prep] in allowed or f"{tree.lemma[i]} {tree.lower[prep]}" in self.known["governs"]:
                    yield from self.of(tree.children(prep, "pobj"))
                    # What such a preposition leads to acts, though it looks like a place ("sent aid to Peru").
                    yield from (self.anywhere[k] for k in tree.children(prep, "pobj") if k in self.anywhere)

    def _heads(self, heads: Iterable[int]) -> Iterator[int]:
        tree = self.tree
        for head in heads:
            near = [head]
            if head not in self.actor and tree.lower[head] not in RELATIVE:
                human = tree.lemma[head] in people()
                near = tree.children(head, "appos", *(("amod", "compound", "nmod") if human else ()))
            yield from [self.actor[k] for k in near if k in self.actor][:1]

    def _thing(self, i: int) -> bool:
        lemma = self.tree.lemma[i]
        return self.tree.pos[i] == "NOUN" and lemma not in people() and lemma not in self.known["kin"]

    def deed(self, i: int) -> bool:
        """Whether noun ``i`` names what somebody does or says."""
        lemma = self.tree.lemma[i]
        known = sense(self.tree, i)
        return (
            lemma in self.known["deed"]
            or lemma in self.known["assertion"]
            or (known is not None and known.type != "NONE")
        )

    def _owners(self, head: int, anything: bool = False) -> Iterator[int]:
        """Return whose deed the noun is: "Chile's offer", "the offer of Chile", "the Chilean offer"."""
        tree = self.tree
        if head in self.actor or not (anything or self.deed(head)):
            return
        kind = sense(tree, head)
        suffered = kind is not None and kind.type in SUFFERED  # "the Iraq war" is not Iraq's doing
        near = tree.children(head, "poss", *(() if anything or suffered else ("amod", "nmod")))
        # What is hit with a state's adjective or a body's name before it is theirs, unless it is a person.
        if anything and self._thing(head):
            near += [k for k in tree.children(head, "amod") if tree.named[k] == "NORP"] + tree.children(
                head, "compound"
            )
        near += [
            k for a in tree.children(head, "acl") for p in tree.children(a, "agent") for k in tree.children(p, "pobj")
        ]
        near += [
            k for p in tree.children(head, "prep") if tree.lower[p] in ("of", "by") for k in tree.children(p, "pobj")
        ]
        yield from [self.actor[k] for held in near for k in self._body(held) if k in self.actor][:1]

    def _body(self, k: int) -> list[int]:
        """Return the word itself, or whose body it is ("the actions of Chile's government")."""
        if k in self.actor or self.tree.lemma[k] not in people():
            return [k]
        return self.tree.children(k, "poss", "amod", "compound", "nmod")
