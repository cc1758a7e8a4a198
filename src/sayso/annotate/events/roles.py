"""Who does it and to whom: the arguments of verbs and of event nouns, as actors."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.annotate.certainty.reading import effects
from sayso.annotate.clauses import SUBJECTS, Tree
from sayso.annotate.events.lexicon import sense
from sayso.model import Annotation

# Prepositions whose object an act is directed at, nearest to an object first.
TOWARD = ("against", "on", "with", "to", "from", "toward", "towards", "upon", "into")
AIMING = frozenset({"fire", "shoot", "aim", "shout", "laugh", "lash", "point"})
BEHIND_NOUNS = ("against", "on", "with", "to", "toward", "towards", "upon", "into")
# Nouns of these types have what "of" names as their agent ("the withdrawal of the troops").
OWN = frozenset({"RETREAT", "PROTEST", "MOVE", "THREATEN", "REQUEST", "AID", "SUPPORT"})
# Nouns of these have what "from" names as their agent, and who gets it as their patient ("drew criticism from").
GIVEN = frozenset({"ACCUSE", "SUPPORT", "AID", "REQUEST", "THREATEN"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
STEPS = 8
AMOUNTS = frozenset({"dozen", "hundred", "thousand", "million", "score", "number", "majority", "handful"})
# Who questions a move to do something is not the one who makes it.
JUDGING = frozenset(
    {"question", "criticise", "criticize", "condemn", "denounce", "oppose", "reject", "praise", "welcome", "back"}
    | {"support", "defend", "block", "slam", "blast", "dismiss", "doubt", "applaud", "hail", "discuss", "mention"}
)


class Cast:
    """Finds the actors that a word means."""

    def __init__(self, tree: Tree, annotation: Annotation) -> None:
        self.tree = tree
        self.actor: dict[int, int] = {}
        mentions = [(len(m.span), a.id, m.span) for a in annotation.actors for m in a.mentions]
        for _, actor, span in sorted(mentions, key=lambda m: (-m[0], -m[1])):
            self.actor.update(dict.fromkeys(tree.within(span), actor))

    def of(self, tokens: Iterable[int], spread: bool = True) -> tuple[int, ...]:
        """Return the actors meant by the noun phrases that the tokens head, and (``spread``) their conjuncts."""
        found: dict[int, None] = {}
        for token in tokens:
            for head in self.tree.conjuncts(token) if spread else [token]:
                found.update(dict.fromkeys(self._meant(head, spread)))
        return tuple(found)

    def _meant(self, head: int, spread: bool) -> list[int]:
        """Return the actor of the head itself, else of what qualifies it ("French and German officials")."""
        if head in self.actor:
            return [self.actor[head]]
        tree = self.tree
        if tree.lower[head] in RELATIVE:
            return []
        near = [*tree.children(head, "appos"), *tree.children(head, "amod", "compound", "nmod", "poss")]
        if sense(tree, head) is not None or tree.lemma[head] in AMOUNTS:
            near += [k for p in tree.children(head, "prep") if tree.lower[p] == "of" for k in tree.children(p, "pobj")]
        first = next((k for k in near if k in self.actor), None)
        joined = [] if first is None else tree.conjuncts(first) if spread else [first]
        return [self.actor[k] for k in joined if k in self.actor]


def verb_roles(tree: Tree, i: int) -> tuple[list[int], list[list[int]]]:
    """Return the words that head the agents of verb ``i``, and its patients as one list for each place to look."""
    if _passive(tree, i):
        agents = [k for by in tree.children(i, "agent") for k in tree.children(by, "pobj")]
        return agents, [_antecedents(tree, subjects_of(tree, i)), *_patients(tree, i)]
    return _antecedents(tree, subjects_of(tree, i)), _patients(tree, i)


def noun_roles(tree: Tree, i: int, type_: str) -> tuple[list[int], list[list[int]]]:
    """Return the same for event noun ``i`` of the type given."""
    agents = tree.children(i, "poss", "amod", "compound", "nmod")
    objects = {tree.lower[p]: tree.children(p, "pobj") for p in tree.children(i, "prep")}
    agents += objects.get("by", []) + objects.get("between", []) + objects.get("among", [])
    patients = [objects.get(word, []) for word in BEHIND_NOUNS]
    if type_ in OWN:
        agents += objects.get("of", [])
    else:
        patients.insert(0, objects.get("of", []))
    verb = tree.head[i]
    if tree.dep[i] in ("dobj", "nsubjpass") and tree.pos[verb] == "VERB":
        done, to = verb_roles(tree, verb)
        givers = objects.get("from") or after(tree, verb, "from")
        if givers and type_ in GIVEN:
            if tree.dep[verb] == "advcl" and tree.tag[verb] == "VBG" and _passive(tree, tree.head[verb]):
                done = []  # what was done drew it, not to whom
            return givers, [done] if tree.lemma[verb] in effects()["light"] else []
        if tree.lemma[verb] in effects()["light"] and not (tree.children(i, "poss") and tree.lemma[verb] == "call"):
            agents += [k for k in done if k != i]
            patients += [[k for k in place if k != i] for place in to]
    return agents, patients


def after(tree: Tree, i: int, preposition: str) -> list[int]:
    """Return what stands after a preposition of word ``i``."""
    return [k for p in tree.children(i, "prep") if tree.lower[p] == preposition for k in tree.children(p, "pobj")]


def _passive(tree: Tree, i: int) -> bool:
    if tree.child(i, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if tree.tag[i] != "VBN" or tree.child(i, *SUBJECTS) is not None:
        return False
    if tree.dep[i] == "conj":
        return _passive(tree, tree.head[i])
    return tree.dep[i] in ("acl", "advcl", "amod", "ROOT") and tree.child(i, "aux") is None


def subjects_of(tree: Tree, i: int) -> list[int]:
    """Return the subject of verb ``i``, from further up where the clause has none of its own (at most one word)."""
    for _ in range(STEPS):
        own = tree.children(i, "nsubj", "nsubjpass")
        if own:
            return own[-1:]
        above, dep = tree.head[i], tree.dep[i]
        if dep == "acl":
            return _owner(tree, above) if tree.tag[i] == "VB" else [above]
        if dep == "relcl":
            return [above]
        if dep == "xcomp":
            controller = _controller(tree, above) if tree.lemma[above] in effects()["control"] else None
            if controller is not None:
                return [controller]
        credited = _credited(tree, i) if dep == "pcomp" else []
        if credited:
            return credited
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep") or above == i:
            return []
        i = above
    return []


def _controller(tree: Tree, verb: int) -> int | None:
    """Return whom a verb gets to do what follows: "urged her to go", "called on her to go"."""
    behind = after(tree, verb, "to") if tree.lemma[verb] == "appeal" else after(tree, verb, "on")
    return next(iter([*tree.children(verb, "dobj"), *behind]), None)


def _credited(tree: Tree, i: int) -> list[int]:
    """Return who does it in "praised the crew for saving", "attacks on them for hiding", "barred them from leaving"."""
    verb, word = tree.head[tree.head[i]], tree.lower[tree.head[i]]
    if tree.pos[verb] == "NOUN":
        blamed = after(tree, verb, "on") or after(tree, verb, "against") or after(tree, verb, "of")
        return blamed[:1] if word == "for" else []
    credited = word in ("for", "of") and tree.lemma[verb] in effects()["credited"]
    return tree.children(verb, "dobj", "nsubjpass")[:1] if credited or word == "from" else []


def _owner(tree: Tree, noun: int) -> list[int]:
    """Return who has the plan in "their plan to …", "announced plans to …"."""
    owners = tree.children(noun, "poss", "amod", "compound")
    if tree.dep[noun] == "dobj" and not owners and tree.lemma[tree.head[noun]] not in JUDGING:
        owners += tree.children(tree.head[noun], "nsubj")
    return owners


def _antecedents(tree: Tree, words: list[int]) -> list[int]:
    """Put what a relative pronoun stands for in its place; "which" does not stand for a person."""
    out = []
    for word in words:
        verb = tree.head[word]
        relative = tree.lower[word] in RELATIVE and tree.dep[verb] == "relcl"
        if relative and tree.lower[word] == "which" and tree.named[tree.head[verb]] == "PERSON":
            continue
        out.append(tree.head[verb] if relative else word)
    return out


def _patients(tree: Tree, i: int) -> list[list[int]]:
    """Return what verb ``i`` is done to: its objects, then what stands after each preposition."""
    direct, dative = tree.children(i, "dobj"), tree.children(i, "dative")
    dative = [k for o in dative for k in (tree.children(o, "pobj") if tree.pos[o] == "ADP" else [o])]
    by_word = {tree.lower[p]: tree.children(p, "pobj") for p in tree.children(i, "prep")}
    for o in direct:
        by_word.update((tree.lower[p], tree.children(p, "pobj")) for p in tree.children(o, "prep"))
    toward = ("at", *TOWARD) if tree.lemma[i] in AIMING else TOWARD
    return [_antecedents(tree, dative), _antecedents(tree, direct), *(by_word.get(word, []) for word in toward)]
