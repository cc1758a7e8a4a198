"""What the cue of an attribution does to its content."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from sayso.annotate.certainty.reading import Reading, effects
from sayso.annotate.clauses import AUXILIARIES, Tree
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
    effect = _effect(lemmas, ("told", *KINDS) if told else KINDS)
    if effect == "predicted" and _assures(tree, attribution, token):
        effect = "certain"
    if presupposed:
        reading.add("probable" if effect == "probable" else None)
    elif any(tree.dep[k] == "neg" for i in tokens for k in (i, *tree.kids[i])):
        reading.add("unknown")
    elif reading.negative and effect == "certain" and not effects()["insisting"].keys().isdisjoint(lemmas):
        reading.deny()
    elif gerund(tree, token) and not effects()["proposing"].keys().isdisjoint(lemmas):
        reading.add("hypothetical")
    else:
        reading.add(effect)


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
    for kind in kinds:
        for lemma in lemmas:
            if lemma in words[kind]:
                return words[kind][lemma]
    return next((words["class"][classes[w]] for w in lemmas if classes.get(w) in words["class"]), "certain")
