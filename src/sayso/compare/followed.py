"""What a later article states on what an earlier one left open, without plainly settling it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.compare.asked import Asked
from sayso.compare.clauses import reads_alone
from sayso.compare.matching import COMMON, Item, match
from sayso.compare.scene import Scene
from sayso.compare.settled import is_plain
from sayso.compare.terms import Rarity
from sayso.model import Citation, any_overlap

# The score of a match from which on a later claim is shown beside a question, and how many are looked at.
FOLLOWS, TRIED = 0.5, 40
# The least part of its rarer terms that it must have beyond the question's: a repeat of its words says nothing new.
NEW = 0.2
INTERROGATIVE = frozenset({"who", "what", "when", "where", "why", "how", "which", "whose"})


class Follower:
    """Finds the plain statements of later articles that lie nearest to a question."""

    def __init__(self, scene: Scene, claims: Sequence[Item], rare: Rarity) -> None:
        self.scene, self.rare = scene, rare
        self.of_article: dict[str, list[Item]] = defaultdict(list)
        self.holders: dict[str, list[Item]] = defaultdict(list)
        for item in claims:
            self.of_article[item.ref.article].append(item)
            if self._states(item):
                for term in item.terms:
                    self.holders[term].append(item)

    def __call__(self, group: Sequence[Asked]) -> tuple[Citation, ...]:
        """Return the citation of the nearest statement that is surely later than all tellings of a question."""
        dates = [self.scene.window_of[a.article].edtf for a in group]
        asked = {item.ref: item for one in group for item in self._claims_of(one)}
        terms = frozenset[str]().union(*(item.terms for item in asked.values()))
        near: dict[Item, float] = {}
        for one in asked.values():
            for other in self._likely(one):
                if other not in near and self.scene.is_later(other.ref.article, dates) and self._adds(other, terms):
                    near[other] = max(match(claim, other, self.rare).score for claim in asked.values())
        best = max(near, key=lambda i: (near[i], [-self.scene.order[i.ref.article], -i.ref.claim]), default=None)
        if best is None or near[best] < FOLLOWS:
            return ()
        return (self.scene.cite(best.ref.article, best.claim.spans),)

    def _states(self, item: Item) -> bool:
        """Whether a claim states in a whole clause that something was done or is so; a heading only names it."""
        annotation = self.scene.by_article[item.ref.article]
        heading = annotation.sentences[item.claim.sentence].heading
        told = bool(item.claim.events or item.claim.figures)
        words = [span.text for span in item.claim.spans]
        alone = all(map(reads_alone, words)) and words[0].split()[0].lower() not in INTERROGATIVE
        return told and alone and not heading and is_plain(item.claim)

    def _adds(self, other: Item, terms: frozenset[str]) -> bool:
        whole = self.rare.mass(other.terms)
        return bool(whole) and self.rare.mass(other.terms - terms) / whole >= NEW

    def _claims_of(self, one: Asked) -> Iterable[Item]:
        return (i for i in self.of_article[one.article] if any_overlap(i.claim.spans, one.citation.spans))

    def _likely(self, one: Item) -> list[Item]:
        """Return the statements that share words with a claim, those of rarer words first."""
        ordered = sorted(one.terms, key=lambda t: (len(self.holders.get(t, ())), t))
        found = {i: None for t in ordered for i in self.holders.get(t, ())[:COMMON] if i.ref != one.ref}
        return list(found)[:TRIED]
