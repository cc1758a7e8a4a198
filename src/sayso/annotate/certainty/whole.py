"""Certainty, polarity and mode of a whole claim: what it leads to, what it denies, what it leaves open."""

from __future__ import annotations

from sayso.annotate.certainty.judge import BE, Judge
from sayso.annotate.certainty.put_down import unsupported
from sayso.annotate.certainty.reading import Judgement
from sayso.data.denying import no_such
from sayso.model import Certainty, Mode, Polarity

DOWN = 3


class ClaimJudge(Judge):
    """Judges claims: looks through words that only lead on, and knows denials and open questions by their form."""

    def claim(self, i: int, attribution: int | None) -> Judgement:
        """Judge the claim whose clause token ``i`` heads, as ``attribution`` puts it."""
        judged = self(self.core(i), attribution)
        if self._open(i):
            return Judgement(Certainty.UNKNOWN, Polarity.POSITIVE, Mode.ASKED)
        denied = judged.polarity is Polarity.POSITIVE and (self._denies(i) or self._dismissed(attribution))
        if denied or self._waved_off(attribution):
            return judged._replace(polarity=Polarity.NEGATIVE, mode=Mode.DENIED)
        if judged.polarity is Polarity.POSITIVE and unsupported(self.tree, i):
            return judged._replace(certainty=Certainty.UNKNOWN)  # that nothing shows it does not make it untrue
        return judged

    def _waved_off(self, attribution: int | None) -> bool:
        """Whether what is said is but that the thing told before is untrue: "An invention", "knew of no such plan"."""
        if attribution is None:
            return False
        tree, content = self.tree, self.annotation.attributions[attribution].content
        words = [k for span in content for k in tree.within(span)]
        said = [k for k in words if tree.pos[k] in ("NOUN", "PROPN", "VERB", "AUX", "PRON", "INTJ")]
        said = said or [k for k in words if tree.pos[k] == "ADJ"]
        if said and tree.lemma[said[0]].lower() in self.words["denying"] and not any(map(tree.finite, words)):
            return True
        return any(no_such(span.text) for span in content)

    def _denies(self, i: int) -> bool:
        """ "The reports are baseless", "(called) the reports baseless"."""
        tree = self.tree
        said = tree.children(i, "acomp", "attr", "oprd") if tree.lemma[i] in BE else []
        if tree.dep[i] in ("dobj", "nsubj") and tree.pos[i] in ("NOUN", "PRON"):
            said += tree.children(tree.head[i], "oprd")
            said = [i] if tree.lemma[tree.head[i]] in self.words["denying"] else said
        said += [i] if tree.dep[i] == "ccomp" else []
        return any(tree.lemma[k] in self.words["denying"] for k in said)

    def _dismissed(self, attribution: int | None) -> bool:
        """Whether the cue calls the content untrue ("called the reports baseless", "called it a lie")."""
        if attribution is None:
            return False
        found, tree = self.annotation.attributions[attribution], self.tree
        if found.rule.endswith(".small") and found.cue_lemma in self.words["dismissing"]:
            return True
        words = [i for span in found.content for i in tree.within(span) if tree.pos[i] != "PUNCT"]
        return (
            found.cue_lemma in self.words["naming"] and bool(words) and tree.lemma[words[-1]] in self.words["denying"]
        )

    def _open(self, i: int) -> bool:
        """ "It is unclear how …", "It is not known who …", "It remains to be seen"."""
        tree, kids = self.tree, self.tree.kids[i]
        said = tree.child(i, "acomp", "oprd")
        if said is not None and tree.lemma[said] in self.words["open"]:
            return True
        word = i if said is None else said
        if tree.lemma[word] not in self.words["unsettled"] and tree.lemma[i] != "remain":
            return False
        if tree.lemma[i] == "remain":
            return any(tree.lemma[k] in self.words["unsettled"] and self._to(k) for k in tree.children(i, "xcomp"))
        asks = tree.children(word, "ccomp", "xcomp", "csubj") + tree.children(i, "ccomp", "xcomp", "csubj", "csubjpass")
        negated = any(tree.dep[k] == "neg" for k in kids)
        return negated and self._it(i) and bool(asks)

    def core(self, i: int) -> int:
        """Go down from "is expected to", "seems", "is unlikely that" to the word that says what.

        So the claim "the river is expected to rise" is judged as its rising is: predicted.
        """
        for _ in range(DOWN):
            below = self._below(i)
            if below is None:
                return i
            i = below
        return i

    def _below(self, i: int) -> int | None:
        tree, raising = self.tree, self.words["raising"]
        word = tree.child(i, "acomp") if tree.lemma[i] in BE else i
        if word is None or tree.lemma[word] not in raising:
            return self._going(i)
        inner = tree.children(word, "xcomp", "ccomp", "oprd", "acomp") + (
            tree.children(i, "xcomp", "ccomp") if word != i else []
        )
        if word == i and tree.child(i, "dobj") is not None:
            return None
        plain = [k for k in inner if tree.dep[k] != "ccomp" or tree.child(i, "expl", "nsubjpass") or self._it(i)]
        return plain[0] if plain else None

    def _going(self, i: int) -> int | None:
        """Return what follows "is to …"."""
        to = self.tree.child(i, "xcomp") if self.tree.lemma[i] in BE else None
        return to if to is not None and self._to(to) else None

    def _it(self, i: int) -> bool:
        subject = self.tree.child(i, "nsubj", "nsubjpass", "expl")
        return subject is not None and self.tree.lower[subject] == "it"
