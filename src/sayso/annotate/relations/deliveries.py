"""What goes from one to another, told by a noun: "a shipment of rockets from Peru to Chile", "Peru's delivery of …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.relations.maker import Maker
from sayso.model import Relation

FROM, TO = ("from", "by"), ("to",)


class Deliveries(Maker):
    """Reads deliveries."""

    def deliveries(self) -> Iterator[Relation]:
        """Return how who delivers stands toward who receives, where a noun for it names both."""
        for i, lemma in enumerate(self.tree.lemma):
            stance = self.stances["delivery"].get(lemma) if self.tree.pos[i] == "NOUN" else None
            if stance is not None:
                by = [*self._at_end(i, FROM), *self.tree.children(i, "poss")]
                to = self._at_end(i, TO)
                if by and to:
                    yield from self.pairs(i, by, to, stance, given=True)

    def _at_end(self, i: int, leads: tuple[str, ...]) -> list[int]:
        """Return what such prepositions lead to, on the noun, on what it is of, or on the one before."""
        tree, found, left = self.tree, [], [i]
        while left:
            at = left.pop()
            for prep in tree.children(at, "prep"):
                inside = tree.children(prep, "pobj")
                found += inside if tree.lower[prep] in leads else []
                left += inside
        return found
