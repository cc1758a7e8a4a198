"""Certainty, polarity and mode of a clause or an event noun, from cue, modal, negation and nesting.

The scale is FactBank's (Saurí & Pustejovsky 2009). A word is judged by walking from it to the top of its
sentence, or of the content it stands in; each modal, negation and embedding word on the way has its effect
(``data/factuality.tsv``), and at the border of a content so has the cue. The innermost effect on the mode wins
("fears it will" stays feared: fear, denial, demand and question outweigh a bare "will" or "would").
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from sayso.annotate.clauses import AUXILIARIES, SUBJECTS, Tree
from sayso.data.loading import table
from sayso.model import Annotation, Attribution, Certainty, Mode, Polarity, Span

STEPS = 40
SURE = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "dative", "oprd", "appos", "compound", "poss"})
OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "attr", "oprd", "acomp"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
OUTWEIGHED = (None, Mode.PREDICTED, Mode.HYPOTHETICAL)

# effect -> how unsure it leaves us, whether it turns the polarity round, the mode
EFFECTS: dict[str, tuple[int, bool, Mode | None]] = {
    "certain": (0, False, None),
    "probable": (1, False, None),
    "possible": (2, False, None),
    "unknown": (3, False, None),
    "negative": (0, True, None),
    "doubted": (1, True, None),
    "denied": (0, True, Mode.DENIED),
    "predicted": (1, False, Mode.PREDICTED),
    "feared": (2, False, Mode.FEARED),
    "warned": (1, False, Mode.FEARED),
    "hypothetical": (3, False, Mode.HYPOTHETICAL),
    "demanded": (3, False, Mode.DEMANDED),
    "asked": (3, False, Mode.ASKED),
}
STRONG = frozenset({"feared", "denied", "demanded", "asked"})


class Judgement(NamedTuple):
    """How a claim or an event is put."""

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    mode: Mode = Mode.ASSERTED


class _Reading:
    """What the walk has gathered so far."""

    __slots__ = ("mode", "negative", "unsure")

    def __init__(self) -> None:
        self.unsure, self.negative, self.mode = 0, False, None  # type: int, bool, Mode | None

    def add(self, effect: str | None, turning: bool = True) -> None:
        if effect is None:
            return
        unsure, turns, mode = EFFECTS[effect]
        self.unsure = max(self.unsure, unsure)
        self.negative ^= turns and turning
        if mode and (self.mode is None or (effect in STRONG and self.mode in OUTWEIGHED)):
            self.mode = mode

    def judgement(self) -> Judgement:
        polarity = Polarity.NEGATIVE if self.negative else Polarity.POSITIVE
        return Judgement(SURE[self.unsure], polarity, self.mode or Mode.ASSERTED)


@lru_cache(maxsize=1)
def _effects() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = {}
    for effect, kind, words in table("factuality"):
        read.setdefault(kind, {}).update((w.strip(), effect) for w in words.split(",") if w.strip())
    return read


class Judge:
    """Judges the words of one article; make one a document and ask it often."""

    def __init__(self, tree: Tree, annotation: Annotation) -> None:
        self.tree, self.annotation, self.words = tree, annotation, _effects()

    def __call__(self, token: int, attribution: int | None) -> Judgement:
        """Judge the clause or event noun that token number ``token`` heads, as ``attribution`` puts it."""
        reading, tree, at = _Reading(), self.tree, token
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
                return self._cue(reading, attribution)
            at = above
        self._top(reading, at)
        return self._cue(reading, attribution)

    def _own(self, reading: _Reading, at: int, turning: bool) -> None:
        """Add what modals, negations, adverbs and adjectives of the word itself do to it."""
        tree, words = self.tree, self.words
        for kid in tree.kids[at]:
            dep, lemma, lower = tree.dep[kid], tree.lemma[kid], tree.lower[kid]
            if dep in AUXILIARIES:
                self._modal(reading, at, lower)
            elif dep == "neg" or (
                dep in ("advmod", "preconj", "det", "cc") and words["adverb"].get(lower) == "negative"
            ):
                reading.add("negative", turning)
            elif dep == "advmod":
                reading.add(words["adverb"].get(lower))
            elif dep == "det" and lower == "no":
                reading.add("negative", turning)
            elif dep == "amod":
                reading.add(words["adjective"].get(lemma) or words["adjective"].get(lower))
            elif dep in SUBJECTS or dep == "dobj":
                self._argument(reading, at, kid, turning)

    def _modal(self, reading: _Reading, at: int, lower: str) -> None:
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

    def _argument(self, reading: _Reading, at: int, kid: int, turning: bool) -> None:
        """Turn the clause round for "nobody came", "no one", "no flights left"."""
        tree = self.tree
        lower = tree.lower[kid]
        none = self.words["subject"].get(lower) or any(
            tree.dep[k] == "det" and tree.lower[k] in ("no", "neither") for k in tree.kids[kid]
        )
        if none and tree.pos[at] in ("VERB", "AUX"):
            reading.add("negative", turning)

    def _climb(self, reading: _Reading, at: int, above: int) -> tuple[bool, bool | None]:
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

    def _adverbial(self, reading: _Reading, at: int) -> tuple[bool, bool | None]:
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

    def _preposition(self, reading: _Reading, at: int, above: int) -> tuple[bool, bool | None]:
        lower, governor = self.tree.lower[at], self.words["governor"]
        effect = self.words["prep"].get(lower)
        found = governor.get(f"{self.tree.lemma[above]} {lower}")
        if found is None and (self.tree.pos[above] in ("NOUN", "ADJ") or lower in ("of", "for", "about", "against")):
            found = governor.get(self.tree.lemma[above])
        reading.add(effect or found)
        return found is None or self.tree.pos[above] == "VERB", True

    def _nominal(self, reading: _Reading, at: int, above: int, dep: str) -> tuple[bool, bool | None]:
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
        if self._to(at):
            if lemma == "go" and tree.tag[above] != "VBG":
                return None
            to = words["governor"].get(f"{lemma} to") or words["told"].get(lemma)
            if to:
                return to
        particle = tree.child(above, "prt")
        phrase = f"{lemma} {tree.lower[particle]}" if particle is not None else lemma
        effect = words["governor"].get(phrase) or words["governor"].get(lemma)
        if effect == "asked" and not any(tree.lower[k] in ("whether", "if") for k in tree.kids[at]):
            return "asked" if tree.dep[at] == "ccomp" else None
        return effect

    def _top(self, reading: _Reading, at: int) -> None:
        """Add what the form of the whole sentence does: a bare infinitive, an order."""
        tree = self.tree
        if tree.head[at] != at or tree.pos[at] != "VERB":
            return
        if self._to(at):
            reading.add("predicted")
        elif tree.tag[at] == "VB" and not tree.children(at, *SUBJECTS, *AUXILIARIES):
            reading.add("demanded")

    def _cue(self, reading: _Reading, attribution: int | None) -> Judgement:
        if attribution is not None:
            self._attributed(reading, self.annotation.attributions[attribution])
        return reading.judgement()

    def _attributed(self, reading: _Reading, attribution: Attribution) -> None:
        effect = self._cue_effect(attribution)
        negated = self._negated(attribution)
        if negated:
            reading.add("unknown")
        elif effect == "certain" and reading.negative and self._insists(attribution):
            reading.mode = reading.mode or Mode.DENIED
        else:
            reading.add(effect)

    def _cue_effect(self, attribution: Attribution) -> str | None:
        governor = self.words["governor"]
        for lemma in self._cue_lemmas(attribution):
            if lemma in governor:
                return governor[lemma]
        return "certain"

    def _cue_lemmas(self, attribution: Attribution) -> list[str]:
        tokens = [i for span in attribution.cue for i in self.tree.within(span)]
        return [attribution.cue_lemma, *(self.tree.lemma[i] for i in tokens if self.tree.pos[i] != "AUX")]

    def _insists(self, attribution: Attribution) -> bool:
        return not {"insist", "emphasise", "emphasize", "stress", "maintain", "reiterate"}.isdisjoint(
            self._cue_lemmas(attribution)
        )

    def _negated(self, attribution: Attribution) -> bool:
        tree = self.tree
        tokens = [i for span in attribution.cue for i in tree.within(span)]
        return any(tree.dep[k] == "neg" for i in tokens for k in (i, *tree.kids[i]))


def judge(doc: Doc, annotation: Annotation, span: Span, attribution: int | None) -> Judgement:
    """Judge the clause whose main word lies in ``span``, inside ``attribution`` where there is one.

    For many spans of one document make a :class:`Judge` once.
    """
    tree = Tree.of(doc)
    top = tree.root(tree.within(span))
    return Judgement() if top is None else Judge(tree, annotation)(top, attribution)
