"""What the cue of an attribution does to its content."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from sayso.annotate.certainty.reading import Reading, effects
from sayso.annotate.clauses import AUXILIARIES, SUBJECTS, Tree
from sayso.data.loading import table
from sayso.model import Attribution

KINDS = ("cue", "governor", "clausal", "adverb")


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Return the speech act or stance of each cue lemma; of a word of several kinds, the verb's."""
    rows = sorted(table("cues"), key=lambda row: row[0] == "verb")
    return {row[1]: row[2] for row in rows}


def add_cue(reading: Reading, tree: Tree, attribution: Attribution, token: int, presupposed: bool) -> None:
    """Add to ``reading`` what the cue makes of the clause or noun that ``token`` heads.

    What the content presupposes ("denied that the blast that killed two was its doing") the cue does not turn; all
    it can do is make it less sure.
    """
    tokens = [i for span in attribution.cue for i in tree.within(span)]
    words = [tree.lemma[i] for i in tokens if tree.pos[i] != "AUX"]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    lemmas = [*pairs, attribution.cue_lemma, *words]
    told = any(tree.tag[k] == "TO" for k in tree.kids[token])
    kinds = ("told", *KINDS) if told else KINDS
    effect = _own_effect(pairs, kinds) or _effect(lemmas, kinds)
    if effect == "predicted" and _assures(tree, attribution, token):
        effect = "certain"
    if effect == "predicted" and not effects()["wanting"].keys().isdisjoint(lemmas) and _of_others(tree, token):
        effect = "demanded"
    if presupposed:
        reading.add("probable" if effect == "probable" else None)
    elif _absent(tree, tokens):
        reading.add(effects()["absent"].get(attribution.cue_lemma, "unknown"))
    elif any(tree.dep[k] == "neg" for i in tokens for k in (i, *tree.kids[i])):
        reading.add("unknown")
    elif reading.negative and effect == "certain" and not effects()["insisting"].keys().isdisjoint(lemmas):
        reading.deny()
    elif gerund(tree, token) and not effects()["proposing"].keys().isdisjoint(lemmas):
        reading.add("hypothetical")
    else:
        reading.add(effect)


def _of_others(tree: Tree, token: int) -> bool:
    """Whether what is wanted is a thing or an act of others ("want a recount", "want them to leave")."""
    own = any(tree.tag[k] == "TO" for k in tree.kids[token])
    return not own or tree.child(token, *SUBJECTS) is not None


def _absent(tree: Tree, cue: list[int]) -> bool:
    """Whether there is none of what the cue names ("no evidence that", "no promise that")."""
    return any(
        tree.pos[i] == "NOUN" and tree.dep[k] == "det" and tree.lower[k] == "no" for i in cue for k in tree.kids[i]
    )


def _assures(tree: Tree, attribution: Attribution, token: int) -> bool:
    """Whether a promise is of what is so already ("assured them that there is no danger")."""
    finite = tree.tag[token] in ("VBZ", "VBP", "VBD")
    modal = any(tree.tag[k] == "MD" for k in tree.kids[token])
    return finite and not modal and _classes().get(attribution.cue_lemma) == "promise"


def gerund(tree: Tree, token: int) -> bool:
    """Whether a verb in -ing stands without auxiliary and subject."""
    return tree.tag[token] == "VBG" and tree.child(token, *AUXILIARIES, "nsubj", "nsubjpass") is None


def _effect(lemmas: list[str], kinds: tuple[str, ...]) -> str:
    """Return the effect of the first lemma that has one of its own, else of the class of the first that has one."""
    words, classes = effects(), _classes()
    own = _own_effect(lemmas, kinds)
    return own or next((words["class"][classes[w]] for w in lemmas if classes.get(w) in words["class"]), "certain")


def _own_effect(lemmas: list[str], kinds: tuple[str, ...]) -> str | None:
    words = effects()
    return next((words[kind][lemma] for kind in kinds for lemma in lemmas if lemma in words[kind]), None)
