"""What sources say of somebody's claim or deed: "the minister's claim is false", "Peru is behind the attack"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.lexicon import sense
from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.stances import Stance
from sayso.model import Attribution, Mode, Polarity, Relation

REJECTS = Stance(-0.5, "rejects the claim of")
PREDICATES = ("attr", "acomp", "oprd")
# Types of events that are held against who is behind them.
GRAVE = frozenset({"ASSAULT", "COERCE", "CRIME", "THREATEN", "ACCIDENT", "CASUALTY", "PROTEST", "SANCTION"})


class Disputes(Maker):
    """Reads what sources say of claims and of culprits."""

    def disputes(self) -> Iterator[Relation]:
        """Return each rejection of a claim whose owner is named, and each deed that is laid at somebody's door."""
        for i, lemma in enumerate(self.tree.lemma):
            held = self.held[i]
            if lemma == "be" and held is not None and self.annotation.attributions[held].actors:
                attribution = self.annotation.attributions[held]
                yield from self._untrue(i, attribution)
                yield from self._culpable(i, attribution)

    def _untrue(self, i: int, attribution: Attribution) -> Iterator[Relation]:
        tree = self.tree
        called = {tree.lower[k] for k in tree.children(i, *PREDICATES)}
        negated = any(tree.dep[k] == "neg" for k in tree.kids[i])
        if called.isdisjoint(self.stances["untrue"] if negated else self.stances["rebuttal"]):
            return
        for subject in tree.children(i, "nsubj"):
            if tree.lemma[subject] in self.stances["assertion"]:
                yield from self._against(i, attribution, self._claimants(subject), REJECTS)

    def _claimants(self, noun: int) -> list[int]:
        """Return whose claim it is: "the minister's claim", "the claim by the minister", "what she claimed"."""
        tree = self.tree
        owners = tree.children(noun, "poss")
        for prep in tree.children(noun, "prep"):
            if tree.lower[prep] in ("of", "by", "from"):
                owners += tree.children(prep, "pobj")
        return owners

    def _culpable(self, i: int, attribution: Attribution) -> Iterator[Relation]:
        tree, known = self.tree, self.stances["culpable"]
        how = self.judge(i, attribution.id)
        if how.polarity is Polarity.NEGATIVE or how.mode is not Mode.ASSERTED:
            return
        for k in (k for k in tree.children(i, "xcomp") if tree.lemma[k] == "blame"):  # "is to blame for the leak"
            leads = tree.children(k, "prep")
            if not tree.children(k, "dobj") and (not leads or any(tree.lower[p] == "for" for p in leads)):
                yield from self._against(i, attribution, tree.children(i, "nsubj"), known["behind"])
        for k in tree.children(i, "prep", *PREDICATES):
            leads = [k] if tree.dep[k] == "prep" else tree.children(k, "prep")
            for prep in leads:
                words = tree.lower[prep] if prep == k else f"{tree.lower[k]} {tree.lower[prep]}"
                if words in known and any(self._is_grave(n) for n in tree.children(prep, "pobj")):
                    yield from self._against(i, attribution, tree.children(i, "nsubj"), known[words])

    def _is_grave(self, noun: int) -> bool:
        kind = sense(self.tree, noun)
        return kind is not None and kind.type in GRAVE

    def _against(self, i: int, attribution: Attribution, whose: list[int], stance: Stance) -> Iterator[Relation]:
        for target in self.cast.of(whose, spread=False):
            words = self.with_content(self.evidence(i, target), attribution)
            for source in attribution.actors:
                yield from self.make(source, target, stance, words, i, Mode.ASSERTED, None)
