"""What an outlet tells beside an attribution, without a finite verb: "…, keeping ties with Chile", "an ally of Peru".

Only what stands in no other claim is read: of whom it is told is a source, and so no clause of the outlet's holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.annotate.claims.own_voice import LEAST_TERMS, OwnVoice
from sayso.data.loading import table
from sayso.model import Claim, Relation, Span

# Who is told of is shown with it where the words for it are no longer than this.
NAME = 60
PARTICIPLES = frozenset({"VBG", "VBN"})


class Asides(OwnVoice):
    """Reads what is told in passing."""

    def asides(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return the claims told in passing that stand in none of ``claims``."""
        taken = {i for claim in claims for span in claim.spans for i in self.tree.within(span)}
        told = list(self._participles(taken))
        taken |= {i for claim in told for span in claim.spans for i in self.tree.within(span)}
        return told + list(self._ties(taken))

    def _participles(self, taken: set[int]) -> Iterator[Claim]:
        """Yield the participles that hang on an attribution's frame and say something of their own."""
        tree = self.tree
        for i, tag in enumerate(tree.tag):
            if tag in PARTICIPLES and self._hangs_aside(i, taken):
                clause = self._trim(self._below(i, taken))
                spans = self._spans(clause)
                if spans and i in clause:
                    claim = self._claim((*self._subject(i, clause), *spans), None, self.judge.claim(i, None))
                    if claim.figures or (len(claim.terms) >= LEAST_TERMS and claim.actors):
                        yield claim

    def _hangs_aside(self, i: int, taken: set[int]) -> bool:
        """Whether a participle hangs on words of a frame, and stands in no content and no other claim."""
        tree = self.tree
        free = self.held[i] is None and i not in self.frame and i not in taken
        hangs = free and tree.dep[i] in ("acl", "advcl") and tree.head[i] in self.frame and not tree.finite(i)
        return hangs and tree.lemma[i] not in _speaking()

    def _below(self, i: int, taken: set[int]) -> list[int]:
        """Return the tokens under token ``i`` that no attribution and no claim has, in order."""
        found, left = [], [i]
        while left:
            at = left.pop()
            if self.held[at] is None and at not in self.frame and at not in taken:
                found.append(at)
                left += self.tree.kids[at]
        return sorted(found)

    def _subject(self, i: int, clause: list[int]) -> tuple[Span, ...]:
        """Return the name of whom it is told, where it stands right before."""
        tree = self.tree
        top = tree.head[i] if tree.dep[i] == "acl" else tree.child(tree.head[i], "nsubj", "nsubjpass")
        if top is None or top > clause[0]:
            return ()
        near = (m.span for a in self.annotation.actors for m in a.mentions if m.kind != "pronoun")
        return tuple(s for s in near if s.start <= tree.start[top] < s.end and len(s) <= NAME)[:1]

    def _ties(self, taken: set[int]) -> Iterator[Claim]:
        """Yield the ties that a source is given in passing ("Chile, the closest ally of Peru, called for …")."""
        for relation in self.annotation.relations:
            tokens = self.tree.within(relation.words)
            if relation.attribution is None and self._is_aside(relation, tokens) and taken.isdisjoint(tokens):
                yield self._claim((relation.words,), None, self.judge.claim(self.tree.root(tokens) or tokens[0], None))

    def _is_aside(self, relation: Relation, tokens: range) -> bool:
        """Whether a tie is named by a noun or an adjective in the frame: what is said makes no claim twice."""
        tree = self.tree
        cues = {i for a in self.annotation.attributions for span in a.cue for i in tree.within(span)}
        nominal = not any(tree.pos[i] in ("VERB", "AUX") for i in tokens)
        return bool(tokens) and nominal and len(relation.words) > 0 and cues.isdisjoint(tokens)


@lru_cache(maxsize=1)
def _speaking() -> frozenset[str]:
    """Return the verbs that tell how something was said ("Speaking in Paris, …", "…, citing a report")."""
    said = frozenset(row[1] for row in table("cues") if row[2] in ("say", "quote", "answer", "ask", "joke"))
    return said | {"speak", "talk", "address", "refer", "interview"}
