"""Whether a later article plainly states what an earlier one left open."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.compare import edtf
from sayso.compare.asked import Asked, Deed, deeds
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity
from sayso.model import Account, Annotation, Certainty, Citation, Claim, ClaimRef, Mode

# The part of a question's rarer terms that what settles it must have, and the least number of terms.
SETTLES, LEAST = 0.65, 3
TRIED, POSTINGS = 20, 200
PLAIN = (Mode.ASSERTED, Mode.DENIED)
AHEAD = re.compile(r"\b(?:will|would|may|might|could|should|shall|can|if|whether)\b|\?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A plain statement of something done."""

    ref: ClaimRef
    citation: Citation
    terms: frozenset[str]
    deeds: frozenset[Deed]


def plain_statements(scene: Scene) -> list[Statement]:
    """Return the claims that state as certain that something was or was not done; copies are left out."""
    found = []
    for ref, claim, annotation in scene.claims():
        if _is_plain(claim) and ref.article not in scene.derived and not scene.muted(ref.article, claim.spans):
            done = frozenset(deeds(scene, annotation, _done(claim, annotation)))
            if done:
                found.append(Statement(ref, scene.cite(ref.article, claim.spans), frozenset(claim.terms), done))
    return found


def _is_plain(claim: Claim) -> bool:
    certain = claim.mode in PLAIN and claim.certainty is Certainty.CERTAIN
    return certain and not any(AHEAD.search(s.text) for s in claim.spans)


def _done(claim: Claim, annotation: Annotation) -> list[int]:
    events = (annotation.events[e] for e in claim.events)
    return [e.id for e in events if e.how in PLAIN and e.certainty is Certainty.CERTAIN]


class Settler:
    """Finds the later statements that settle a question."""

    def __init__(
        self, scene: Scene, statements: Sequence[Statement], rare: Rarity, accounts: Sequence[Account]
    ) -> None:
        self.scene, self.statements, self.rare = scene, statements, rare
        self.same = {ref: account for account in accounts for ref in account.claims}
        self.holders: dict[Deed, list[int]] = defaultdict(list)
        for i, statement in enumerate(statements):
            for deed in statement.deeds:
                if len(self.holders[deed]) < POSTINGS:
                    self.holders[deed].append(i)

    def __call__(self, group: Sequence[Asked]) -> tuple[Citation, ...]:
        """Return the citations of what settles all tellings of a question, the best first."""
        dates = [self.scene.window_of[a.article].edtf for a in group]
        first = group[0]
        shared = Counter(i for deed in first.deeds for i in self.holders.get(deed, ()))
        likely = (self.statements[i] for i in sorted(shared, key=lambda i: (-shared[i], i))[:TRIED])
        best = next((s for s in likely if self._settles(first, s) and self._later(s.ref.article, dates)), None)
        return (best.citation, *self._others(best, dates)) if best else ()

    def _settles(self, one: Asked, statement: Statement) -> bool:
        common, whole = one.terms & statement.terms, self.rare.mass(one.terms)
        return len(common) >= min(LEAST, len(one.terms)) and bool(whole) and self.rare.mass(common) / whole >= SETTLES

    def _later(self, article: str, dates: Sequence[str | None]) -> bool:
        at = self.scene.window_of[article].edtf
        return all(edtf.later(at, date) for date in dates)

    def _others(self, best: Statement, dates: Sequence[str | None]) -> list[Citation]:
        account = self.same.get(best.ref)
        cited = account.citations if account else ()
        return [c for c in cited if c.article != best.ref.article and self._later(c.article, dates)]
