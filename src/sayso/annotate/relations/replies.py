"""Relations of who answers to whom was heard before: "rejected the claim", "hit back", "was not convinced"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.annotate.events.roles import verb_roles
from sayso.annotate.relations.ends import End
from sayso.annotate.relations.heard import POINTS, REACH, Heard
from sayso.annotate.relations.maker import LONGEST
from sayso.annotate.relations.stances import Stance, turned
from sayso.annotate.sentences import sentence_at
from sayso.model import Attribution, Kind, Mode, Relation, SourceType, Span

REJECTS = "rejects the claim of"
POINTING = frozenset({"this", "that"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both", "all"})


class Replies(Heard):
    """Reads answers whose addressee the sentence leaves out."""

    def replies(self) -> Iterator[Relation]:
        """Return the relation of each answer to the speaker before, or to whose claim it names."""
        tree = self.tree
        for i in range(len(tree.pos)):
            if tree.pos[i] == "VERB" and tree.children(i, "nsubjpass") and tree.children(i, "agent"):
                stance = self._rejection(i)
                if stance is not None:
                    yield from self._answer(i, stance)
            elif tree.pos[i] in ("VERB", "ADJ"):
                stance = self._retort(i) if not self._objects(i) else self._rejection(i)
                if stance is not None:
                    yield from self._answer(i, stance)

    def _objects(self, i: int) -> list[int]:
        tree = self.tree
        return tree.children(i, "dobj") or (tree.children(i, "nsubjpass") if tree.children(i, "agent") else [])

    def _rejection(self, i: int) -> Stance | None:
        """Return the stance of "rejected the claim", where the claim is one made before and not spelled out."""
        tree, thing = self.tree, self._objects(i)[0]
        particle = " ".join(tree.lower[k] for k in self._particle(i))
        known = self.stances["reply"].get(f"{tree.lemma[i]} {particle}") or self.stances["reply"].get(tree.lemma[i])
        if tree.pos[thing] == "PRON" and tree.lower[thing] in POINTING and not tree.kids[thing]:
            return known
        if tree.lemma[thing] not in self.stances["assertion"]:
            return None
        spelled = tree.child(thing, "acl", "relcl", "ccomp", "prep", "poss") is not None or tree.child(i, "ccomp")
        pointed = any(tree.lower[k] in DEFINITE for k in tree.children(thing, "det", "predet"))
        return known if pointed and not spelled else None

    def _retort(self, i: int) -> Stance | None:
        """Return the stance of "hit back" and "was not convinced", where nobody is named that it is toward."""
        tree, known = self.tree, self.stances["retort"]
        kids = tree.kids[i]
        if any(tree.dep[k] == "prep" and tree.lower[k] in ("at", "by", "against", "with") for k in kids):
            return None
        if tree.lemma[i] == "disagree" and (tree.dep[i] in ("xcomp", "relcl") or tree.child(i, "ccomp", "prep")):
            return None  # "researchers who disagree on it" answer nobody
        beside = [*kids, *(tree.kids[tree.head[i]] if tree.dep[i] == "acomp" else ())]
        negated = any(tree.dep[k] == "neg" for k in beside)
        particle = " ".join(tree.lower[k] for k in self._particle(i))
        return known.get(f"{tree.lemma[i]} {particle}") or known.get("not " * negated + tree.lower[i])

    def _particle(self, i: int) -> list[int]:
        return [k for k in self.tree.children(i, "prt", "advmod") if k == i + 1]

    def _answer(self, i: int, stance: Stance) -> Iterator[Relation]:
        tree = self.tree
        agents = verb_roles(tree, i)[0]
        subject = agents or tree.children(i, "nsubjpass") or self._of_adjective(i)
        sources = self.cast.of(subject) or self._quoted_after(i)
        pointing = any(tree.lower[k] in POINTING for k in self._objects(i))
        target = self._answered(i, sources, stance, pointing) if sources else None
        how = self.judge(i, None)
        fits = stance.name.startswith("is not") or turned(stance.value, how.polarity, how.mode) is not None
        fits = fits and how.mode not in (Mode.HYPOTHETICAL, Mode.ASKED)
        if target is None or not fits:
            return
        who = [subject[0], *tree.children(subject[0], "det", "amod", "compound", "poss")] if subject else []
        at = [i, *self._particle(i), *who, *self._objects(i)]
        words = self.hull([tree.start[k] for k in at], [tree.end[k] for k in at])
        words = words if pointing or self._objects(i) else self._with_answer(words, sources)
        for source in sources:
            yield from self.make(source, target, stance, words, i, how.mode, None)

    def _answered(self, i: int, sources: Collection[int], stance: Stance, pointing: bool) -> End | None:
        """Return who is answered: whoever accused the ones who deny "the allegations", else who spoke before.

        Where nobody is heard to have accused them, who spoke before is taken only right before.
        """
        accused = any(self.tree.lemma[k] in self.stances["accusation"] for k in self._objects(i))
        if not accused or stance.name != REJECTS:
            return self.heard(i, sources, POINTS if pointing else REACH)
        accuser = self.accuser(i, sources)
        return self.heard(i, sources, POINTS) if accuser is None else accuser

    def _with_answer(self, words: Span, sources: Collection[int]) -> Span:
        """Return the words with the answer itself, which stands in the next sentence ("X hit back. “Nonsense,” …")."""
        after = sentence_at(self.annotation.sentences, words.start) + 1
        told = self._told(after)
        said = next((a.content[0] for a in told if a.kind is Kind.DIRECT or set(a.actors) & set(sources)), None)
        wide = self.hull([words.start], [said.end]) if said else words
        return wide if len(wide) <= LONGEST else words

    def _told(self, sentence: int) -> list[Attribution]:
        return [a for a in self.annotation.attributions if a.sentence == sentence and a.parent is None]

    def _quoted_after(self, i: int) -> tuple[int, ...]:
        """Return who is quoted right after "the firm hit back", where it is not known who the firm is."""
        after = sentence_at(self.annotation.sentences, self.tree.start[i]) + 1
        quoted = [a for a in self._told(after) if a.kind is Kind.DIRECT and a.source_type is SourceType.PERSON]
        return quoted[0].actors if quoted and not self._objects(i) else ()

    def _of_adjective(self, i: int) -> list[int]:
        tree = self.tree
        return tree.children(tree.head[i], "nsubj") if tree.dep[i] == "acomp" else []
