"""The claims that the outlet makes in its own voice, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from sayso.annotate.claims.page import CONTENT, VERBAL, Page
from sayso.annotate.clauses import SUBJECTS
from sayso.model import Claim, Mode, Sentence, Span

EDGE = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ"})
PREDICATES = frozenset({"acomp", "attr", "prep", "advmod"})
BREAKS_OFF = frozenset({"call", "say", "tell", "add", "name"})
# A stretch in the outlet's voice says something when it has this many content words, one fewer with an event.
LEAST_TERMS = 3


class OwnVoice(Page):
    """Reads what stands in no attribution's content."""

    def own_voice(self) -> list[Claim]:
        """Return the claims that stand in no attribution's content, clause by clause."""
        out = []
        for sentence in self.annotation.sentences:
            for tokens in self._parts(sentence):
                made = (self._own(clause, sentence.heading) for clause in self._clauses(tokens))
                out += [claim for claim in made if claim is not None]
        return out

    def _parts(self, sentence: Sentence) -> list[range]:
        """Return the sentence cut where a semicolon, or in a heading a colon, sets another statement beside the first.

        Each part must hold a verb, but for a heading's; else it is a list.
        """
        tree, tokens = self.tree, self.tree.within(sentence.span)
        marks = (";", ":") if sentence.heading else (";",)
        cuts = [tokens.start, *(i + 1 for i in tokens if tree.lower[i] in marks), tokens.stop]
        parts = [range(a, b) for a, b in pairwise(cuts) if a < b]
        whole = all(sentence.heading or any(tree.finite(i) for i in part) for part in parts)
        return parts if whole else [tokens]

    def _clauses(self, tokens: Iterable[int]) -> list[list[int]]:
        """Split what is left of a sentence, without contents and their frames, into clauses.

        A clause is what hangs together: a coordinated verb with a subject of its own starts another, and so does
        what hangs on a cue ("He said, after 12 people died, that …").
        """
        left = {i: i for i in tokens if self.held[i] is None and i not in self.frame}
        groups: dict[int, list[int]] = {}
        for i in left:
            groups.setdefault(self._clause_top(left, i), []).append(i)
        return [trimmed for g in groups.values() if (trimmed := self._trim(g))]

    def _clause_top(self, top: dict[int, int], i: int) -> int:
        """Climb to the top of the clause of token ``i``, remembering it for all tokens passed."""
        path = []
        while top[i] == i and self.tree.head[i] in top and self.tree.head[i] != i and not self._starts_clause(i):
            path.append(i)
            i = self.tree.head[i]
        found = top[i]
        top.update(dict.fromkeys(path, found))
        return found

    def _starts_clause(self, i: int) -> bool:
        tree = self.tree
        if tree.dep[i] not in ("conj", "parataxis") or tree.pos[i] not in VERBAL:
            return False
        own = tree.child(i, *SUBJECTS) is not None
        # "Searched the house and did not find it": only the second is negated.
        negated = tree.child(i, "neg") is not None and tree.child(tree.head[i], "neg") is None
        return tree.finite(i) and (own or negated)

    def _trim(self, group: list[int]) -> list[int]:
        """Cut off what stands at the edges without being part of what is said."""
        while group and self._loose(group[0], group):
            group = group[1:]
        while group and (self.tree.pos[group[-1]] in EDGE or self.tree.pos[group[-1]] == "ADP"):
            group = group[:-1]
        return group

    def _loose(self, first: int, group: list[int]) -> bool:
        """Whether the first word is a comma, an "and", or the "after" of a clause that stands alone here."""
        tree = self.tree
        if tree.pos[first] == "SCONJ" or tree.dep[first] == "mark":
            return (
                tree.dep[first] == "mark"
                and tree.lower[first] not in ("whether", "if")
                and tree.dep[tree.head[first]] == "advcl"
                and tree.head[tree.head[first]] not in group
            )
        return tree.pos[first] in EDGE

    def _own(self, clause: list[int], heading: bool) -> Claim | None:
        tree = self.tree
        verbs = [i for i in clause if tree.pos[i] in VERBAL]
        spans = self._spans(clause)
        if not spans or not (verbs or heading):
            return None
        root = self._top(clause)
        if self._fragment(root, clause, heading):
            return None
        claim = self._claim(spans, None, self.judge.claim(root, None))
        found = bool(claim.events) or (tree.dep[root] == "conj" and tree.child(root, "neg") is not None)
        # A heading is short: a verb, or a question, makes it a statement.
        asks = heading and claim.mode is Mode.ASKED
        found = found or (heading and any(tree.finite(i) for i in clause)) or asks or len(claim.actors) > 1
        says = claim.figures or len(claim.terms) >= LEAST_TERMS - found
        tells = verbs or claim.events or claim.figures or asks or (heading and len(claim.actors) > 1)
        return claim if says and tells and not self._bare(root, clause) else None

    def _fragment(self, root: int, clause: list[int], heading: bool) -> bool:
        """Whether nothing in it is finite, or it breaks off ("people killed and 53", "its spokesman called")."""
        tree, last = self.tree, clause[-1]
        broken = tree.pos[last] == "NUM" and last - 1 in clause and tree.pos[last - 1] == "CCONJ"
        called = last == root and tree.lemma[root] in BREAKS_OFF and tree.child(root, "dobj", "nsubjpass") is None
        return broken or called or not (heading or any(tree.finite(i) for i in clause))

    def _bare(self, root: int, clause: list[int]) -> bool:
        """Whether the clause is "it is" whose predicate is a cue ("it is concerned about …")."""
        tree, among = self.tree, set(clause)
        predicates = tree.children(root, *PREDICATES)
        return tree.pos[root] == "AUX" and bool(predicates) and among.isdisjoint(predicates)

    def _top(self, clause: Sequence[int]) -> int:
        """Return the token on top of the clause, a verb where there are several."""
        among, tree = set(clause), self.tree
        tops = [i for i in clause if (tree.head[i] not in among or tree.head[i] == i) and tree.pos[i] not in EDGE]
        return next((i for i in tops if tree.pos[i] in VERBAL), tops[0] if tops else clause[0])

    def _spans(self, clause: list[int]) -> tuple[Span, ...]:
        """Join neighbouring tokens; drop pieces that are nothing but punctuation and small words."""
        tree, out = self.tree, []
        for _, run in groupby(enumerate(clause), key=lambda pair: pair[1] - pair[0]):
            piece = self._trim([i for _, i in run])
            if any(tree.pos[i] in CONTENT and tree.pos[i] != "ADJ" for i in piece):
                out.append(Span.of(tree.text, tree.start[piece[0]], tree.end[piece[-1]]))
        return tuple(out)
