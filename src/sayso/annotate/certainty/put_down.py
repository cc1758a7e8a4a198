"""Claims, theories and rumours that the words around them put down: "the theory that … has been debunked"."""

from __future__ import annotations

from sayso.annotate.certainty.reading import effects
from sayso.annotate.clauses import Tree

COPULA = "be"
NONE = frozenset({"no", "little", "scant"})


def put_down(tree: Tree, i: int) -> bool:
    """Whether clause ``i`` is what a noun says ("the claim that …") and the noun's verb calls that untrue."""
    noun = _said_by(tree, i)
    if noun is None or tree.dep[noun] not in ("nsubj", "nsubjpass"):
        return False
    verb = tree.head[noun]
    if tree.dep[noun] == "nsubjpass":
        return _disproved(tree, verb)
    return tree.lemma[verb] == COPULA and _untrue(tree, verb)


def unsupported(tree: Tree, i: int) -> bool:
    """Whether clause ``i`` is what there is "no evidence" of, whether or not the noun is part of a cue."""
    noun = _said_by(tree, i)
    if noun is None:
        return False
    if tree.lemma[noun] in effects()["absent"]:
        return _is_none(tree, noun)
    subjects = tree.children(tree.head[noun], "nsubj") if tree.dep[noun] == "dobj" else []
    return any(tree.lemma[k] in effects()["absent"] and _is_none(tree, k) for k in subjects)


def _said_by(tree: Tree, i: int) -> int | None:
    """Return the noun whose words a clause with "that" is."""
    above = tree.head[i]
    told = tree.dep[i] in ("acl", "ccomp", "relcl") and tree.pos[above] == "NOUN" and tree.finite(i)
    return above if told and any(tree.lower[k] == "that" for k in tree.children(i, "mark")) else None


def _is_none(tree: Tree, noun: int) -> bool:
    return any(tree.lower[k] in NONE for k in tree.children(noun, "det", "amod"))


def _disproved(tree: Tree, verb: int) -> bool:
    phrases = [tree.lemma[verb]]
    for prep in tree.children(verb, "prep"):
        phrases += [f"{tree.lemma[verb]} {tree.lower[prep]} {tree.lower[k]}" for k in tree.kids[prep]]
    # The parser takes the "rest" of "laid to rest" for a verb.
    phrases += [f"{tree.lemma[verb]} to {tree.lower[k]}" for k in tree.children(verb, "xcomp", "advcl")]
    return not _negated(tree, verb) and not effects()["disproved"].keys().isdisjoint(phrases)


def _untrue(tree: Tree, verb: int) -> bool:
    said = {tree.lemma[k] for k in tree.children(verb, "acomp", "attr", "oprd")}
    known = effects()["truth"] if _negated(tree, verb) else effects()["denying"]
    without = (k for p in tree.children(verb, "prep") if tree.lower[p] == "without" for k in tree.kids[p])
    return not known.keys().isdisjoint(said) or any(tree.lemma[k] in effects()["unfounded"] for k in without)


def _negated(tree: Tree, verb: int) -> bool:
    return any(tree.dep[k] == "neg" for k in tree.kids[verb])
