"""Which words decided certainty, polarity and mode."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.certainty.reading import Judgement
from sayso.annotate.certainty.trace import Step, TracingJudge
from sayso.annotate.clauses import Tree
from sayso.explain.reason import Reason, quoted
from sayso.model import Annotation, Claim, Event, Span

VERBAL = ("VERB", "AUX")
HOW = {"mark": "beside", "governor": "above", "form": "the form of"}
DOES = {
    "negative": "turns it round",
    "doubted": "turns it round, and only probably",
    "denied": "denies it",
    "warned": "makes it probable and feared",
}


class Judged:
    """Explains the judgements of one document."""

    def __init__(self, tree: Tree, annotation: Annotation) -> None:
        self.tree, self.annotation = tree, annotation
        self.judge = TracingJudge(tree, annotation)

    def event(self, event: Event) -> Iterator[Reason]:
        """Yield what decided an event's certainty."""
        token = self._top((event.trigger,))
        self.judge.event(token, event.attribution)
        yield from self._reasons(Judgement(event.certainty, event.polarity, event.how), token, event.attribution)

    def claim(self, claim: Claim) -> Iterator[Reason]:
        """Yield what decided a claim's certainty."""
        token = self._top(claim.spans)
        self.judge.claim(token, claim.attribution)
        core = self.judge.core(token)
        yield from self._reasons(Judgement(claim.certainty, claim.polarity, claim.mode), core, claim.attribution)

    def _reasons(self, result: Judgement, token: int, attribution: int | None) -> Iterator[Reason]:
        word = quoted(self._word(token))
        put = f"{result.certainty.value}, {result.polarity.value}, {result.mode.value}"
        steps = [self._said(step, attribution) for step in self.judge.steps]
        why = "; ".join(dict.fromkeys(steps)) or "nothing weakens, turns or questions it"
        yield Reason("certainty", f"{put}; judged by {word}: {why}")

    def _said(self, step: Step, attribution: int | None) -> str:
        does = DOES.get(step.effect, f"makes it {step.effect}")
        if step.token is None:
            cue = "" if attribution is None else self.annotation.attributions[attribution].cue_lemma
            return f"the cue {quoted(cue)} {does}"
        return f"{HOW[step.how]} it, {quoted(self._word(step.token))} {does}".replace(
            "the form of it, ", "the form of "
        )

    def _word(self, token: int) -> str:
        """Return a word of the text, with the "no" before it."""
        tree = self.tree
        first = next((k for k in tree.children(token, "det") if tree.lower[k] in ("no", "neither")), token)
        return tree.text[tree.start[first] : tree.end[token]]

    def _top(self, spans: tuple[Span, ...]) -> int:
        """Return the verb on top of the spans, else the word on top of the longest."""
        by_length = sorted(spans, key=len, reverse=True)
        roots = [r for s in by_length if (r := self.tree.root(self.tree.within(s))) is not None]
        return next((r for r in roots if self.tree.pos[r] in VERBAL), roots[0] if roots else 0)
