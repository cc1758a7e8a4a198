"""How somebody speaks of somebody else, told by a noun: "insulting remarks about Peru"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.roles import subjects_of
from sayso.annotate.relations.maker import Maker
from sayso.model import Relation

ABOUT = frozenset({"about", "on", "toward", "towards", "regarding", "of"})
MADE = frozenset({"make", "deliver", "give", "write", "post", "publish", "have", "send"})


class Remarks(Maker):
    """Reads remarks."""

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
