"""Whom a strike hits where a noun names it: "killed in a Peruvian airstrike"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.lexicon import sense
from sayso.annotate.events.roles import noun_roles
from sayso.annotate.relations.maker import Maker
from sayso.model import Relation

STRUCK = frozenset({"kill", "wound", "injure", "die", "hit", "destroy", "damage", "maim", "perish"})
LEADS = frozenset({"in", "by", "from", "during"})


class Strikes(Maker):
    """Reads strikes that nouns name."""

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
