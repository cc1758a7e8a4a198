"""Whom a strike hits where a noun names it ("killed in a Peruvian airstrike"), and what somebody says of somebody else
in such words as "insulting remarks about".
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.lexicon import sense
from sayso.annotate.events.roles import noun_roles, subjects_of
from sayso.annotate.relations.maker import Maker
from sayso.model import Relation

STRUCK = frozenset({"kill", "wound", "injure", "die", "hit", "destroy", "damage", "maim", "perish"})
LEADS = frozenset({"in", "by", "from", "during"})
ABOUT = frozenset({"about", "on", "toward", "towards", "regarding", "of"})
MADE = frozenset({"make", "deliver", "give", "write", "post", "publish", "have", "send"})


class Strikes(Maker):
    """Reads strikes and remarks that nouns name."""

    def strikes(self) -> Iterator[Relation]:
        """Return who attacks whom is killed or hit in an attack that is called somebody's."""
        tree = self.tree
        for i, lemma in enumerate(tree.lemma):
            if lemma not in STRUCK or tree.pos[i] != "VERB":
                continue
            suffers = tree.children(i, "nsubjpass") or (tree.children(i, "nsubj") if lemma in ("die", "perish") else [])
            if not suffers and tree.tag[i] == "VBN" and tree.dep[i] == "acl":
                suffers = [tree.head[i]]
            for prep in (p for p in tree.children(i, "prep", "agent") if tree.lower[p] in LEADS):
                for blow in tree.children(prep, "pobj"):
                    known = sense(tree, blow)
                    if suffers and known is not None and known.type == "ASSAULT":
                        by = noun_roles(tree, blow, known.type)[0]
                        yield from self.pairs(i, by, suffers, self.stances["event"]["ASSAULT"])

    def remarks(self) -> Iterator[Relation]:
        """Return how somebody stands toward whom his remarks are about, as the word before them says."""
        tree = self.tree
        for i, lemma in enumerate(tree.lemma):
            if lemma not in self.stances["utterance"] or tree.pos[i] != "NOUN":
                continue
            known = self.stances["remark"]
            stance = next((known[w] for k in tree.children(i, "amod") if (w := tree.lemma[k]) in known), None)
            about = [k for p in tree.children(i, "prep") if tree.lower[p] in ABOUT for k in tree.children(p, "pobj")]
            if stance is not None and about:
                yield from self.pairs(i, self._authors(i), about, stance)

    def _authors(self, i: int) -> list[int]:
        """Return whose remark it is: "her remark", or who "made" it."""
        tree = self.tree
        made = tree.dep[i] == "dobj" and tree.lemma[tree.head[i]] in MADE
        by = [k for p in tree.children(i, "prep") if tree.lower[p] in ("by", "from") for k in tree.children(p, "pobj")]
        return tree.children(i, "poss") or by or (subjects_of(tree, tree.head[i]) if made else [])
