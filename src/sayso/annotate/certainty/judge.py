"""Certainty, polarity and mode of a clause or an event noun, from cue, modal, negation and nesting.

The scale is FactBank's (Saurí & Pustejovsky 2009). A word is judged by walking from it to the top of its
sentence, or of the content it stands in; each modal, negation and embedding word on the way has its effect
(``data/factuality.tsv``), and at the border of a content so has the cue. The innermost effect on the mode wins
("fears it will" stays feared: fear, denial, demand and question outweigh a bare "will" or "would").
"""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.annotate.certainty.cues import add_cue, gerund
from sayso.annotate.certainty.reading import Judgement, Reading, effects
from sayso.annotate.clauses import AUXILIARIES, CLAUSES, SUBJECTS, Tree
from sayso.model import Annotation, Span

STEPS = 40
BE = frozenset({"be", "'s", "’s"})
NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "dative", "oprd", "appos", "compound", "poss"})
OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "attr", "oprd", "acomp"})
NEGATING = frozenset({"advmod", "preconj", "det", "cc"})
BEFORE_ORDER = frozenset({"advmod", "neg", "intj", "punct", "cc", "npadvmod", "prep", "dep", "preconj"})
QUOTES = frozenset('"“‘')
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


class Judge:
    """Judges the words of one article; make one a document and ask it often."""

    new: type[Reading] = Reading

    def __init__(self, tree: Tree, annotation: Annotation) -> None:
        self.tree, self.annotation, self.words = tree, annotation, effects()

    def __call__(self, token: int, attribution: int | None) -> Judgement:
        """Judge the clause or event noun that token number ``token`` heads, as ``attribution`` puts it."""
        reading, tree, at = self.new(), self.tree, token
        content = self.annotation.attributions[attribution].content if attribution is not None else ()
        own: bool | None = True
        for _ in range(STEPS):
            if own is not None:
                self._own(reading, at, turning=own)
            above = tree.head[at]
            if above == at or (content and not any(s.start <= tree.start[above] < s.end for s in content)):
                break
            stop, own = self._climb(reading, at, above)
            if stop:
                return self._sum(reading, token, attribution, presupposed=True)
            at = above
        self._top(reading, at)
        return self._sum(reading, token, attribution)

    def _own(self, reading: Reading, at: int, turning: bool) -> None:
        """Add what modals, negations, adverbs and adjectives of the word itself do to it."""
        for kid in self.tree.kids[at]:
            self._mark(reading, at, kid, turning)

    def _mark(self, reading: Reading, at: int, kid: int, turning: bool) -> None:
        tree, words = self.tree, self.words
        dep, lemma, lower = tree.dep[kid], tree.lemma[kid], tree.lower[kid]
        if dep in AUXILIARIES:
            self._modal(reading, at, lower)
        elif self._bounds(kid):
            return
        elif dep == "neg" or (dep in NEGATING and words["adverb"].get(lower) == "negative"):
            reading.add(None if self._only(kid) else "negative", turning)
        elif dep == "advmod":
            ended = lower in ("longer", "more") and any(tree.lower[k] == "no" for k in tree.kids[kid])
            reading.add("negative" if ended else words["adverb"].get(lower), turning or not ended)
        elif dep == "det" and lower == "no" and not self._bounds(kid):
            reading.add("negative", turning)
        elif dep == "amod":
            reading.add(words["adjective"].get(lemma) or words["adjective"].get(lower))
        elif dep in SUBJECTS or dep == "dobj" or (dep == "attr" and self.tree.child(at, "expl") is not None):
            self._argument(reading, at, kid, turning)

    def _is_none(self, k: int) -> bool:
        return self.tree.dep[k] == "det" and self.tree.lower[k] in ("no", "neither") and not self._bounds(k)

    def _bounds(self, no: int) -> bool:
        """Whether a "no" belongs to a bound ("no more than four"), and turns nothing round."""
        following = self.tree.lower[no + 1 : no + 3]
        return (
            self.tree.lower[no] == "no"
            and following[:1] in (["more"], ["less"], ["fewer"])
            and following[1:] == ["than"]
        )

    def _only(self, negation: int) -> bool:
        """ "Not only", "not just" turns nothing round."""
        following = self.tree.lower[negation + 1 : negation + 2]
        return self.tree.lower[negation] == "not" and following in (["only"], ["just"], ["merely"], ["simply"])

    def _modal(self, reading: Reading, at: int, lower: str) -> None:
        effect = self.words["modal"].get(lower)
        if effect == "hypothetical" and lower != "should" and self._future_in_past(at):
            effect = "predicted"
        if lower == "'d" and self.tree.tag[at] == "VBN":
            effect = None
        reading.add(effect)

    def _future_in_past(self, at: int) -> bool:
        """ "Said it would close": no condition in sight, under a verb in the past."""
        tree = self.tree
        subject = tree.child(at, *SUBJECTS)
        if tree.dep[at] != "ccomp" or subject is None or tree.tag[tree.head[at]] not in ("VBD", "VBN"):
            return False
        return not self._conditional(at, subject)

    def _conditional(self, at: int, subject: int) -> bool:
        tree = self.tree
        if tree.dep[subject].startswith("csubj") or tree.tag[subject] == "VBG" or tree.child(subject, "acl", "relcl"):
            return True
        clauses = tree.children(at, "advcl")
        return any(tree.lower[k] in self.words["mark"] for c in clauses for k in tree.kids[c])

    def _argument(self, reading: Reading, at: int, kid: int, turning: bool) -> None:
        """Turn the clause round for "nobody came", "no one", "no flights left", "not one man", "there is no mine"."""
        tree = self.tree
        none = (
            self.words["subject"].get(tree.lower[kid])
            or any(
                tree.dep[k] == "det" and tree.lower[k] in ("no", "neither") and not self._bounds(k)
                for k in tree.kids[kid]
            )
            or self._not_one(at, kid)
        )
        if none and tree.pos[at] in ("VERB", "AUX"):
            reading.add("negative", turning)

    def _not_one(self, at: int, kid: int) -> bool:
        """ "Not one man", "not a single home", where the "not" is not the verb's own."""
        tree = self.tree
        nots = [k for k in range(max(0, kid - 3), kid) if tree.lower[k] == "not" and tree.head[k] != at]
        return any(tree.lower[k + 1] in ("one", "a") for k in nots)

    def _climb(self, reading: Reading, at: int, above: int) -> tuple[bool, bool | None]:
        """Take the step to the word above; say whether to stop, and whether its own marks hold (None: they do not)."""
        dep = self.tree.dep[at]
        if dep == "relcl":
            return True, None
        if dep == "conj":
            return False, self._shares(at, above)
        if dep == "advcl":
            return self._adverbial(reading, at)
        if dep == "prep":
            return self._preposition(reading, at, above)
        if dep in NOMINAL:
            return self._nominal(reading, at, above, dep)
        reading.add(self._governor(above, at))
        return False, True

    def _shares(self, at: int, above: int) -> bool | None:
        """Whether a coordinated word shares the modals and negations of the first."""
        tree = self.tree
        if tree.pos[at] not in ("VERB", "AUX"):
            return True
        if tree.child(at, *SUBJECTS) is not None or tree.tag[at] in ("VBD", "VBZ", "VBP"):
            return None
        if any(tree.dep[k] in AUXILIARIES for k in tree.kids[at]):
            return None
        return not any(tree.lower[k] == "but" for k in tree.kids[above])

    def _adverbial(self, reading: Reading, at: int) -> tuple[bool, bool | None]:
        tree = self.tree
        for kid in tree.kids[at]:
            if tree.dep[kid] in ("mark", "advmod") and tree.lower[kid] in self.words["mark"]:
                reading.add(self.words["mark"][tree.lower[kid]])
                return True, None
            if tree.dep[kid] == "mark":
                return True, None
        if tree.lower[at] in self.words["mark"] or self._inverted(at):
            reading.add("hypothetical")
        elif self._to(at):
            reading.add("predicted")
        return tree.tag[at] != "VBG", False

    def _inverted(self, at: int) -> bool:
        """ "Should they attack, …": the auxiliary before the subject."""
        tree = self.tree
        subject = tree.child(at, *SUBJECTS)
        return subject is not None and any(
            tree.lower[k] in ("should", "had", "were") and k < subject for k in tree.children(at, "aux")
        )

    def _to(self, at: int) -> bool:
        return any(self.tree.tag[k] == "TO" for k in self.tree.kids[at])

    def _preposition(self, reading: Reading, at: int, above: int) -> tuple[bool, bool | None]:
        lower, governor = self.tree.lower[at], self.words["governor"]
        effect = self.words["prep"].get(lower)
        found = governor.get(f"{self.tree.lemma[above]} {lower}")
        if found is None and (self.tree.pos[above] in ("NOUN", "ADJ") or lower in ("of", "for", "about", "against")):
            found = governor.get(self.tree.lemma[above])
        reading.add(effect or found)
        part_of = lower in ("of", "in") and self.tree.pos[above] == "NOUN" and not self._definite(above)
        return (found is None and not part_of) or self.tree.pos[above] == "VERB", True

    def _nominal(self, reading: Reading, at: int, above: int, dep: str) -> tuple[bool, bool | None]:
        tree, words = self.tree, self.words
        if dep == "pobj":
            return False, None
        if dep in ("compound", "poss", "appos"):
            if tree.pos[at] in ("VERB", "NOUN") and dep == "compound":
                reading.add(words["governor"].get(tree.lemma[above]))
            return True, None
        if tree.pos[above] == "AUX" or dep == "attr":
            return dep != "attr", True
        if dep in OBJECTS:
            reading.add(self._governor(above, at))
            return tree.lemma[above] not in words["light"] or self._definite(at), True
        return tree.lemma[above] not in words["bearer"], True

    def _definite(self, at: int) -> bool:
        return any(self.tree.lower[k] in DEFINITE or self.tree.dep[k] == "poss" for k in self.tree.kids[at])

    def _governor(self, above: int, at: int) -> str | None:
        """Return the effect of the word above on its complement."""
        tree, words = self.tree, self.words
        lemma = tree.lemma[above]
        if lemma in BE:
            said = tree.child(above, "acomp", "attr")
            lemma = tree.lemma[said] if said is not None and tree.dep[at] in ("ccomp", "xcomp") else lemma
        if self._to(at):
            if lemma == "go" and tree.tag[above] != "VBG":
                return None
            to = words["governor"].get(f"{lemma} to") or words["told"].get(lemma)
            if to:
                return to
        if lemma in words["proposing"] and gerund(tree, at):
            return "hypothetical"
        particle = tree.child(above, "prt")
        phrase = f"{lemma} {tree.lower[particle]}" if particle is not None else lemma
        effect = words["governor"].get(phrase) or words["governor"].get(lemma)
        if effect is None and tree.dep[at] in CLAUSES:
            effect = words["clausal"].get(lemma) or ("predicted" if tree.dep[at] == "acl" and self._to(at) else None)
        if effect == "asked" and not any(tree.lower[k] in ("whether", "if") for k in tree.kids[at]):
            return "asked" if tree.dep[at] == "ccomp" else None
        return effect

    def _top(self, reading: Reading, at: int) -> None:
        """Add what the form of the whole sentence does: a bare infinitive, an order (also one that is quoted)."""
        tree, whole = self.tree, self.tree.head[at] == at
        if tree.pos[at] != "VERB" or not (whole or self._quoted(at)):
            return
        if self._to(at):
            reading.add("predicted" if whole else None)
        elif tree.tag[at] == "VB" and all(tree.dep[k] in BEFORE_ORDER for k in tree.kids[at] if k < at):
            reading.add("demanded")

    def _quoted(self, at: int) -> bool:
        """Whether a clause that somebody utters begins with a quotation mark."""
        tree = self.tree
        first = min((at, *(k for k in tree.kids[at] if tree.dep[k] != "punct")))
        return tree.dep[at] == "ccomp" and first > 0 and tree.lower[first - 1] in QUOTES

    def _sum(self, reading: Reading, token: int, attribution: int | None, presupposed: bool = False) -> Judgement:
        if attribution is not None:
            add_cue(reading, self.tree, self.annotation.attributions[attribution], token, presupposed)
        return reading.judgement()


def judge(doc: Doc, annotation: Annotation, span: Span, attribution: int | None) -> Judgement:
    """Judge the clause whose main word lies in ``span``, inside ``attribution`` where there is one.

    For many spans of one document make a :class:`Judge` once.
    """
    tree = Tree.of(doc)
    top = tree.root(tree.within(span))
    return Judgement() if top is None else Judge(tree, annotation)(top, attribution)
