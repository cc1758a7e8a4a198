"""Relations that verbs of attitude, adjectives and nouns name: "distrusts", "is wary of", "an ally of"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.roles import TOWARD, after, verb_roles
from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.premises import SENDING
from sayso.annotate.relations.stances import Stance, named, turned
from sayso.model import Mode, Relation

STEPS = 6
TOGETHER, BESIDE = Stance(0.5, "cooperates with"), frozenset({"together", "jointly"})
PUSHING = frozenset({"presses"})
KNOWING = frozenset({"recognise", "recognize", "appreciate"})
# Ties that are wanted where they are the object of a verb of wanting.
MADE = frozenset({"has an agreement with", "is allied with", "is a partner of", "has ties with", "supports"})
# Ties that a subject of several has among itself ("Chile and Peru signed a treaty").
BETWEEN = frozenset(
    {"has ties with", "is allied with", "has an agreement with", "is at odds with", "is at war with", "meets"}
)


class Ties(Maker):
    """Reads attitudes and named ties."""

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
        tree, given = self.tree, False
        stance, to = self.stances["verb"].get(tree.lemma[i]), self._affected(i)
        if not to and (f"{tree.lemma[i]} to do" in self.stances["verb"] or (stance and stance.name == "investigates")):
            # Whom one wants to do something, or of whom one asks whether he did it, is the subject of a clause.
            asked = [c for c in tree.children(i, "ccomp") if self._has_to(c) or (stance and self._is_asked(c))]
            to = [k for c in asked for k in tree.children(c, "nsubj", "nsubjpass")]
        for prep in tree.children(i, "prep", "prt", "advmod", "dative"):
            phrase = self._phrase(i, prep)
            if phrase:
                given = True
                equips = tree.lower[prep] == "with" and tree.lemma[i] in self.stances["part"]
                behind = [] if equips else tree.children(prep, "pobj")
                stance, to = phrase, behind or tree.children(i, "dobj") or after(tree, i, "at")
        if any(tree.tag[k] == "VB" and self._has_to(k) for k in tree.children(i, "xcomp", "ccomp", "advcl")):
            stance = self.stances["verb"].get(f"{tree.lemma[i]} to do") or stance
        beside = self._beside(i) if stance is None else []
        if beside:
            stance, to = TOGETHER, beside
        parts = self.whole(to)
        if parts != to:
            stance, to = self.stances["part"].get(tree.lemma[i], stance), parts
        if stance is None:
            yield from self._adjective(i)
            return
        by = self._doers(i)
        if stance.name in PUSHING and self.pushes_bodily(i):
            return
        if tree.lemma[i] in KNOWING and tree.child(i, "ccomp") is not None:
            return  # "recognised that the minister has …"
        to = [t for t in to if tree.lower[t] != "it"] if stance.name == "meets" else to
        if self.mutual(i):
            yield from self._mutual(i, by, self.mutual(i) or stance)
        given = given or tree.lemma[i] in self.stances["acting"]
        yield from self.pairs(i, by, [t for t in to if t not in by], stance, given=given)

    def _affected(self, i: int) -> list[int]:
        """Return the objects of verb ``i``, and who gets something where it has two ("asked them a favour")."""
        tree = self.tree
        return [
            *(k for k in tree.children(i, "dative") if tree.pos[k] != "ADP"),
            *tree.children(i, "dobj", "nsubjpass"),
        ]

    def _has_to(self, k: int) -> bool:
        return any(self.tree.tag[word] == "TO" for word in self.tree.kids[k])

    def _beside(self, i: int) -> list[int]:
        """Return with whom something is done, whatever it is: "runs the city together with Peru"."""
        tree = self.tree
        adverbs = [k for k in tree.children(i, "advmod") if tree.lower[k] in BESIDE]
        found = [k for holder in (i, *adverbs) for k in after(tree, holder, "with") if adverbs]
        joined = (p for p in tree.children(i, "prep") if any(tree.lower[k] in BESIDE for k in tree.kids[p]))
        return found or [k for p in joined for k in tree.children(p, "pobj")]

    def _is_asked(self, k: int) -> bool:
        return any(self.tree.lower[word] in ("whether", "if") for word in self.tree.kids[k])

    def _phrase(self, i: int, prep: int) -> Stance | None:
        """Return the stance of a verb with a preposition: "side with", "send food to"."""
        tree, objects = self.tree, self.tree.children(i, "dobj", "nsubjpass")
        words = f"{tree.lemma[i]} {tree.lower[prep]}"
        sent = [self.stances["sent"].get(tree.lemma[k]) for k in objects]
        if tree.lower[prep] in ("to", "into") and tree.lemma[i] in SENDING and any(sent):
            return next(filter(None, sent))
        if tree.lower[prep] == "to" and tree.lemma[i] in self.stances["carry"]:
            goods = self.stances["goods"]
            brought = [
                w
                for k in self.whole(objects)
                for w in (tree.lemma[k], *(tree.lemma[c] for c in tree.children(k, "compound")))
            ]
            return self.stances["carry"][tree.lemma[i]] if any(w in goods for w in brought) else None
        return None if words in self.stances["alone"] and objects else self.stances["verb"].get(words)

    def _doers(self, i: int) -> list[int]:
        """Return who does what verb ``i`` names, also "Chile's offer of sending …"."""
        tree = self.tree
        by, _ = verb_roles(tree, i)
        if not by and tree.dep[i] == "pcomp" and tree.dep[tree.head[i]] == "prep":
            by = tree.children(tree.head[tree.head[i]], "poss")
        return by

    def _adjective(self, i: int) -> Iterator[Relation]:
        tree, known = self.tree, self.stances["adjective"]
        for prep in tree.children(i, "prep", "agent"):
            stance = known.get(f"{tree.lower[i]} {tree.lower[prep]}") or known.get(
                f"{tree.lemma[i]} {tree.lower[prep]}"
            )
            if stance:
                of = tree.children(prep, "pobj")
                of = of or [k for c in tree.children(prep, "pcomp") for k in tree.children(c, "nsubj")]
                yield from self.pairs(i, self._bearers(i), of, stance)

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
        objects = {
            tree.lower[p]: [k for k in tree.children(p, "pobj") if tree.named[k] not in ("DATE", "TIME")]
            for p in tree.children(i, "prep")
        }
        between = [k for noun in objects.get("between", []) for k in tree.conjuncts(noun)]
        if len(between) >= 2:
            yield from self.pairs(i, between[:1], between[1:], stance, spread=False)
            return
        owners = tree.children(i, "poss")
        others = [k for word in self._leading(stance) for k in objects.get(word, [])]
        givers = objects.get("from", []) or objects.get("by", [])
        if tree.dep[i] == "dobj" and tree.lemma[tree.head[i]] in self.stances["receive"]:
            givers = givers or after(tree, tree.head[i], "from")
        named = [k for k in tree.children(i, "appos") if tree.pos[k] == "PROPN"]
        yield from self._ours(i, owners, stance)
        if owners and named:
            yield from self.pairs(i, named, owners, stance)
        if tree.dep[i] == "appos" and owners:
            yield from self.pairs(i, [tree.head[i]], owners, stance)
        elif tree.dep[i] in ("compound", "nmod") and tree.pos[tree.head[i]] == "PROPN":
            yield from self.pairs(i, [tree.head[i]], tree.children(tree.head[i], "poss"), stance)
        elif tree.dep[i] == "attr" and owners:
            yield from self.pairs(i, self._bearers(i), owners, stance)
        elif givers:
            yield from self.pairs(i, givers, others or owners or self._receivers(i), stance)
        elif others:
            yield from self.pairs(i, owners or self._holders(i), others, stance)
        elif stance.name in BETWEEN:
            yield from self._mutual(i, self._holders(i), stance)

    def _mutual(self, i: int, subject: list[int], stance: Stance) -> Iterator[Relation]:
        """Return the tie between those whom a subject joins: "Chile and Peru signed a treaty"."""
        how = self.judge(i, self.held[i])
        value = turned(stance.value, how.polarity, how.mode)
        for source, target in self.between(subject):
            words = self.evidence(i, source, target)
            if value is not None:
                yield from self.make(source, target, Stance(value, named(stance, value)), words, i, how.mode, None)

    def _leading(self, stance: Stance) -> list[str]:
        """Return the prepositions that lead to whom a tie is toward; "criticism for" leads to the reason."""
        return [word for word in (*TOWARD, "of", *(("for",) if stance.value > 0 else ())) if word != "from"]

    def _ours(self, i: int, owners: list[int], stance: Stance) -> Iterator[Relation]:
        """Return the tie of a speaker to "our Danish friends"."""
        tree, held = self.tree, self.held[i]
        if held is None or not any(tree.lower[k] in ("our", "my") for k in owners):
            return
        targets = self.cast.of(tree.children(i, "amod", "compound", "appos"))
        targets = tuple(t for t in targets if t != self.cast.actor.get(i))
        for source in self.annotation.attributions[held].actors:
            for target in targets:
                words = self.evidence(i, source, target)
                yield from self.make(source, target, stance, words, i, Mode.ASSERTED, None)

    def _receivers(self, i: int) -> list[int]:
        """Return who "drew criticism", "is under pressure"."""
        tree, verb = self.tree, self.tree.head[i]
        if tree.dep[i] == "pobj" and tree.lower[verb] in ("under", "amid", "despite", "after", "following"):
            return self._bearers(verb)
        return (
            verb_roles(tree, verb)[0] if tree.dep[i] == "dobj" and tree.lemma[verb] in self.stances["receive"] else []
        )

    def _holders(self, i: int) -> list[int]:
        """Return whose tie it is: of whom the noun is said, or who has or makes it."""
        tree, verb, dep = self.tree, self.tree.head[i], self.tree.dep[i]
        near = tree.children(i, "amod", "compound")
        whole = self.cast.actor.get(i)  # "the Danish-Polish alliance" is no member of itself
        if any(self.cast.actor.get(k, whole) != whole for k in near):
            return near
        if self._only_wanted(i, verb):
            return []
        if dep in ("attr", "appos"):
            return self._bearers(i) if dep == "attr" else [verb]
        if dep == "pobj" and tree.lower[verb] in ("as", "at", "in", "into"):
            if self.stances["noun"][tree.lemma[i]].name == "has ties with":
                return []  # "in relation to", "in a video link with"
            violent = self.stances["noun"][tree.lemma[i]].value < -0.8
            return [] if violent and tree.lower[verb] != "at" else self._bearers(verb)
        if dep == "pobj" and f"{tree.lemma[tree.head[verb]]} {tree.lower[verb]}" in self.stances["hold"]:
            return verb_roles(tree, tree.head[verb])[0]  # "called for sanctions against"
        if dep == "dobj" and (tree.lemma[verb] in self.stances["hold"] or tree.lemma[verb] in self.stances["change"]):
            return verb_roles(tree, verb)[0]
        return []

    def _only_wanted(self, i: int, verb: int) -> bool:
        """Whether a friendly tie is called for and not there, or a hostile one is not made ("seeks no quarrel")."""
        tree = self.tree
        above = tree.head[verb] if tree.dep[i] == "pobj" else verb
        stance = self.stances["noun"][tree.lemma[i]]
        phrases = {tree.lemma[above], f"{tree.lemma[above]} {tree.lower[verb]}"}
        wanted = stance.name in MADE and not phrases.isdisjoint(self.stances["wanting"])
        chain = [verb, *(tree.head[k] for k in (verb, *tree.up(verb, 2)) if tree.dep[k] == "xcomp")]
        negated = tree.dep[i] == "dobj" and any(tree.dep[k] == "neg" for v in chain for k in tree.kids[v])
        return wanted or (negated and stance.value < 0)

    def _tie(self, i: int) -> Stance:
        """Return the stance of the tie that noun ``i`` names, as the words around it turn it."""
        tree, stance = self.tree, self.stances["noun"][self.tree.lemma[i]]
        value = stance.value
        if any(tree.lemma[k] in self.stances["past"] for k in tree.children(i, "amod")):
            return Stance(0.0, stance.name.replace("is ", "was ", 1).replace("has ", "had ", 1))
        said = tree.children(tree.head[i], "acomp", "attr") if tree.dep[i] == "nsubj" else []
        for kid in (*tree.children(i, "amod"), *said):
            quality = self.stances["quality"].get(tree.lemma[kid]) or self.stances["quality"].get(tree.lower[kid])
            value = quality.value if quality else value
        change = self.stances["change"].get(tree.lemma[tree.head[i]])
        if tree.lemma[tree.head[i]] == "cut" and stance.name == "has an agreement with":
            change = None  # "cut a deal"
        if change and value > 0 and tree.dep[i] in ("dobj", "nsubjpass", "nsubj"):
            value = max(-1.0, min(1.0, value * change.value))
        return Stance(round(value, 2), stance.name)
