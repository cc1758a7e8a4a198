"""Accusations without a word for them: a source says that somebody did wrong, or that he did not."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.roles import verb_roles
from sayso.annotate.relations.ends import End
from sayso.annotate.relations.maker import Maker
from sayso.annotate.relations.stances import Stance
from sayso.model import Attribution, Certainty, Mode, Polarity, Relation, SourceType

ACCUSES, DEFENDS = Stance(-0.5, "accuses"), Stance(0.4, "defends")
# After these "lie" tells where something is.
LYING = frozenset({"in", "on", "at", "under", "there", "here", "between", "behind", "beneath", "near", "off", "ahead"})
ONE = frozenset({"a", "an", "one", "another"})
# Pronouns that in what is said seldom mean who was named before it.
ANYBODY = frozenset({"they", "it", "you", "we", "i"})
# Held against somebody only with what was not done ("failed to pay"; others simply fail).
TO_DO = frozenset({"fail"})
ASIDE = frozenset({"relcl", "acl", "advcl", "pcomp"})
AIMED = frozenset({"at", "on", "into"})
POSSESSIVE = frozenset({"its", "his", "her", "their", "our", "my"})


class Blame(Maker):
    """Reads blame in what sources say."""

    def blamed(self) -> Iterator[Relation]:
        """Return each source that lays a wrong at somebody's door, or clears somebody of one."""
        for attribution in self.annotation.attributions:
            if not self._blamers(attribution):
                continue
            for i in (i for span in attribution.content for i in self.tree.within(span)):
                if self.tree.pos[i] == "VERB" and self.held[i] == attribution.id and self._is_wrong(i):
                    yield from self._blame(attribution, i)

    def _blamers(self, attribution: Attribution) -> tuple[End, ...]:
        """Return the source, where it does not only report: its actors, or the words for somebody without a name.

        Those are "a nurse", "two engineers"; bare "analysts" and "officials" speak for nobody.
        """
        tree = self.tree
        if attribution.source_type is not SourceType.UNNAMED:
            return () if self.reports(attribution) else attribution.actors
        head = tree.root(tree.within(attribution.source[0])) if attribution.source else None
        if head is None:
            return ()
        counted = tree.children(head, "nummod") or [k for k in tree.children(head, "det") if tree.lower[k] in ONE]
        words = self.of_people(head) if counted else None
        return attribution.actors or (words,) if words else ()

    def _is_wrong(self, i: int) -> bool:
        """Whether verb ``i`` names something that is held against who does it."""
        tree, wrong = self.tree, self.stances["wrong"]
        if not self._as_news(i) or (tree.lemma[i] in TO_DO and tree.child(i, "xcomp") is None):
            return False
        if self._left_undone(i):
            return True
        if tree.lemma[i] == "lie" and any(tree.lower[k] in LYING for k in tree.children(i, "prep", "advmod")):
            return False
        if tree.lemma[i] in self.stances["strikes"]:
            return any(tree.lemma[k] in self.stances["weapon"] for k in verb_roles(tree, i)[0])
        return tree.lemma[i] in wrong or any(
            f"{tree.lemma[i]} {tree.lemma[k]}" in wrong for k in tree.children(i, "dobj", "prt", "prep", "advmod")
        )

    def _left_undone(self, i: int) -> bool:
        """Whether the verb is a duty that its subject "has not" done ("has never apologised")."""
        tree = self.tree
        done = any(tree.lemma[k] == "have" and tree.dep[k] == "aux" for k in tree.kids[i])
        return done and tree.lemma[i] in self.stances["undone"] and any(tree.dep[k] == "neg" for k in tree.kids[i])

    def _as_news(self, i: int) -> bool:
        """Whether it is told of the subject as news: not aside ("the plane that Peru shot down"), nor of a victim.

        A participle without auxiliary or object is one in the passive ("one officer killed in shooting").
        """
        tree = self.tree
        if tree.dep[i] in ASIDE or any(tree.dep[k] in ASIDE for k in tree.up(i, 2)):
            return False
        violent = self.stances["wrong"].get(tree.lemma[i])
        done_to = tree.children(i, "dobj", "agent", "nsubjpass", "dative")
        done_to += [k for k in tree.children(i, "prep") if tree.lower[k] in AIMED]
        done_to += [k for k in tree.children(i, "nsubj") if tree.pos[k] == "PRON"]
        return violent is None or violent.value == 0 or bool(done_to)

    def _blame(self, attribution: Attribution, i: int) -> Iterator[Relation]:
        how = self.judge(i, attribution.id)
        undone = self._left_undone(i)
        negative = not undone and (how.polarity is Polarity.NEGATIVE or how.mode is Mode.DENIED)
        stance = DEFENDS if negative else ACCUSES
        if how.mode not in (Mode.ASSERTED, Mode.DENIED) or how.certainty is Certainty.POSSIBLE:
            return
        if negative and any(self.tree.tag[k] == "MD" for k in self.tree.children(i, "aux")):
            return  # "cannot break the law" clears nobody
        for word in verb_roles(self.tree, i)[0]:
            for target in self._blamed(i, word, attribution):
                words = self.evidence(i, *(e for e in (target,) if isinstance(e, int)))
                words = self.with_content(words, attribution)
                for source in self._blamers(attribution):
                    yield from self.make(source, target, stance, words, i, Mode.ASSERTED, None)

    def _blamed(self, i: int, word: int, attribution: Attribution) -> Iterator[End]:
        """Yield whom the subject ``word`` of a wrong means: actors, or people named by words alone ("the bosses")."""
        pronoun = self.tree.pos[word] == "PRON"
        meant = self.accused(attribution) if pronoun else ()
        meant = meant or (() if self.tree.lower[word] in ANYBODY else self.cast.of([word]))
        others = [a for a in meant if a not in attribution.actors and not self._is_own(word, attribution, a)]
        yield from others
        violent = self.stances["wrong"].get(self.tree.lemma[i])
        if not meant and not pronoun and (violent is None or violent.value == 0):
            words = self.of_people(word)
            yield from [words] if words else []

    def _is_own(self, word: int, attribution: Attribution, actor: int) -> bool:
        """Whether the source speaks of its own people ("its soldiers"), or for the state that it names."""
        tree, actors = self.tree, self.annotation.actors
        if any(tree.lower[k] in POSSESSIVE for k in tree.children(word, "poss")):
            return True
        name = actors[actor].name.casefold()
        about = " ".join(
            f"{actors[s].name} {actors[s].role or ''} {actors[s].speaks_for or ''}" for s in attribution.actors
        )
        return bool(name) and name[:5] in about.casefold()
