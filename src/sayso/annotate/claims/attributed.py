"""A claim for every attribution, over its content."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.certainty import Judgement
from sayso.annotate.certainty.put_down import put_down
from sayso.annotate.certainty.reading import effects
from sayso.annotate.claims.page import VERBAL, Page
from sayso.model import Attribution, Certainty, Claim, Mode, Polarity

PAST = frozenset({"VBD", "VBN", "VBG"})


class Attributed(Page):
    """Reads what is attributed."""

    def attributed(self) -> list[Claim]:
        """Return a claim for every attribution, over its content."""
        out = []
        for attribution in self.annotation.attributions:
            root = self._root(attribution)
            judged = Judgement() if root is None else self.judge.claim(root, attribution.id)
            if judged.mode is Mode.PREDICTED and self._wished(attribution):
                judged = judged._replace(certainty=Certainty.UNKNOWN, mode=Mode.ASSERTED)
            out.append(self._claim(attribution.content, attribution.id, judged))
        return out

    def put_down(self) -> list[Claim]:
        """Return a denial in the outlet's voice for each claim of nobody in particular that it calls untrue.

        "The theory that the fire was set is baseless": somebody holds it, and the outlet says that it is not so.
        """
        denied = Judgement(Certainty.CERTAIN, Polarity.NEGATIVE, Mode.DENIED)
        roots = ((a, self._root(a)) for a in self.annotation.attributions if not a.actors)
        down = (a for a, root in roots if root is not None and self.held[root] == a.id and put_down(self.tree, root))
        return [self._claim(a.content, None, denied) for a in down if a.parent is None]

    def only_cites(self, attribution: Attribution) -> bool:
        """Whether the content is just who or what is cited as origin ("citing NBC"): that claims nothing."""
        tops = (self.tree.root(self.tree.within(span)) for span in attribution.content)
        citing = any(c.text.lower() == "citing" for c in attribution.cue)
        return citing and not any(i is not None and self.tree.pos[i] in VERBAL for i in tops)

    def agreeing(self, claims: list[Claim]) -> list[Claim]:
        """Turn the claim that somebody refused round with what is refused in it, so that the two do not contradict."""
        attributions = self.annotation.attributions
        turned = set()
        for claim, attribution in zip(claims, attributions, strict=True):
            parent = attribution.parent
            if (
                parent is not None
                and claim.polarity is Polarity.NEGATIVE
                and self._says(attributions[parent], attribution)
            ):
                turned.add(parent)
        return [replace(c, polarity=Polarity.NEGATIVE) if c.attribution in turned else c for c in claims]

    def _says(self, outer: Attribution, inner: Attribution) -> bool:
        """Whether what ``outer`` says is that one refuses: the cue of ``inner`` heads it, or "… for refusing"."""
        tree, words = self.tree, effects()["governor"]
        cues = [i for span in inner.cue for i in tree.within(span) if words.get(tree.lemma[i]) == "negative"]
        held = {i for span in outer.content for i in tree.within(span)}
        for i in cues:
            if tree.dep[i] == "pcomp":
                i = tree.head[i]
            if i in held and (tree.head[i] not in held or tree.head[i] == i or tree.dep[i] == "prep"):
                return True
        return False

    def _wished(self, attribution: Attribution) -> bool:
        """Whether the cue only tells of a past wish or offer ("sought to", "for wanting to"): that predicts nothing."""
        tree, wishes = self.tree, effects()["wish"]
        cue = (i for span in attribution.cue for i in tree.within(span))
        return any(tree.lemma[i] in wishes and tree.tag[i] in PAST and not self._now(i) for i in cue)

    def _now(self, i: int) -> bool:
        """Whether an "-ing" form has an auxiliary in the present ("is seeking to")."""
        return any(self.tree.tag[k] in ("VBZ", "VBP", "MD") for k in self.tree.children(i, "aux"))

    def _root(self, attribution: Attribution) -> int | None:
        """Return the verb of the content, in whichever of its spans, else the head of the longest span."""
        by_length = sorted(attribution.content, key=len, reverse=True)
        roots = [r for span in by_length if (r := self.tree.root(self.tree.within(span))) is not None]
        return next((r for r in roots if self.tree.pos[r] in VERBAL), roots[0] if roots else None)
