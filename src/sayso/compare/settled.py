"""Whether a later article plainly states what an earlier one left open."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.compare.asked import Asked, Deed, deeds
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity
from sayso.data.loading import toml
from sayso.model import Account, Annotation, Certainty, Citation, Claim, ClaimRef, Mode

# The part of a question's rarer terms that what settles it must have, and the least number of terms.
SETTLES, LEAST = 0.65, 3
# The same for the deed itself and what it is done to, without the clauses that hang on it.
LEAST_CORE = 2
# Kinds that say of something that it may happen, so that it settles them when it does, whoever does it.
STATES = frozenset({"predicted", "feared", "possible", "hypothetical", "open"})
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
    verbs: frozenset[str]


def plain_statements(scene: Scene) -> list[Statement]:
    """Return the claims that state as certain that something was or was not done; copies are left out."""
    found = []
    for ref, claim, annotation in scene.claims():
        if is_plain(claim) and ref.article not in scene.derived and not scene.muted(ref.article, claim.spans):
            events = _done(claim, annotation)
            verbs = frozenset(annotation.events[e].lemma for e in events)
            done = frozenset(deeds(scene, annotation, events))
            if verbs:
                found.append(Statement(ref, scene.cite(ref.article, claim.spans), frozenset(claim.terms), done, verbs))
    return found


def is_plain(claim: Claim) -> bool:
    """Whether a claim states something as certain, and nothing that only lies ahead."""
    certain = claim.mode in PLAIN and claim.certainty is Certainty.CERTAIN
    return certain and not any(AHEAD.search(s.text) for s in claim.spans)


def _done(claim: Claim, annotation: Annotation) -> list[int]:
    events = (annotation.events[e] for e in claim.events)
    return [e.id for e in events if e.how in PLAIN and e.certainty is Certainty.CERTAIN]


@lru_cache(maxsize=1)
def _when() -> frozenset[str]:
    """Return the words that only put something ahead, or say when."""
    return frozenset(toml("clauses")["when"].split())


class Settler:
    """Finds the later statements that settle a question."""

    def __init__(
        self, scene: Scene, statements: Sequence[Statement], rare: Rarity, accounts: Sequence[Account]
    ) -> None:
        self.scene, self.statements, self.rare = scene, statements, rare
        self.same = {ref: account for account in accounts for ref in account.claims}
        self.holders: dict[Deed, list[int]] = defaultdict(list)
        self.doing: dict[str, list[int]] = defaultdict(list)
        for i, statement in enumerate(statements):
            for deed in statement.deeds:
                if len(self.holders[deed]) < POSTINGS:
                    self.holders[deed].append(i)
            for verb in statement.verbs:
                if len(self.doing[verb]) < POSTINGS:
                    self.doing[verb].append(i)

    def __call__(self, group: Sequence[Asked]) -> tuple[Citation, ...]:
        """Return the citations of what settles all tellings of a question, the best first."""
        dates = [self.scene.window_of[a.article].edtf for a in group]
        first = group[0]
        shared = Counter(i for deed in first.deeds for i in self.holders.get(deed, ()))
        if not first.deeds and first.kind in STATES:  # what nobody named does: a toll rises, schools close
            shared = Counter(i for verb in (first.verbs or first.core) for i in self.doing.get(verb, ()))
        likely = (self.statements[i] for i in sorted(shared, key=lambda i: (-shared[i], i))[:TRIED])
        best = next((s for s in likely if self._settles(first, s) and self.scene.is_later(s.ref.article, dates)), None)
        return (best.citation, *self._others(best, dates)) if best else ()

    def _settles(self, one: Asked, statement: Statement) -> bool:
        if one.deeds:
            return bool(one.deeds & statement.deeds) and self._shares(one.terms, statement.terms, LEAST)
        if one.kind not in STATES:
            return False
        done = (one.verbs or one.core) & statement.verbs
        telling = one.core - _when()
        return bool(done & telling) and self._shares(telling, statement.terms, LEAST_CORE)

    def _shares(self, asked: frozenset[str], told: frozenset[str], least: int) -> bool:
        """Whether a statement has most of what is asked, by weight, and at least so many of its terms."""
        common, whole = asked & told, self.rare.mass(asked)
        least = min(least, max(len(asked), LEAST_CORE))
        return len(common) >= least and bool(whole) and self.rare.mass(common) / whole >= SETTLES

    def _others(self, best: Statement, dates: Sequence[str | None]) -> list[Citation]:
        account = self.same.get(best.ref)
        cited = account.citations if account else ()
        return [c for c in cited if c.article != best.ref.article and self.scene.is_later(c.article, dates)]
