"""What the claims of one document are read with: its tree, who holds which words, and how a claim is put together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from sayso.annotate.certainty import ClaimJudge, Judgement
from sayso.annotate.claims.propositions import told_by_nobody
from sayso.annotate.clauses import Tree, innermost
from sayso.annotate.sentences import sentence_at
from sayso.model import Annotation, Attribution, Certainty, Claim, Mode, Span

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})
OBJECTS = frozenset({"dobj", "attr", "nsubjpass"})
# Words that the list of stop words takes for pronouns or fillers, and that tell something as nouns and verbs.
TELLING = frozenset(
    {"mine", "call", "move", "show", "front", "side", "top", "bottom", "serious", "empty", "full", "amount"}
)
STOPPED = frozenset(STOP_WORDS) - TELLING


class Index:
    """Looks up which of the things read lie inside a span, by where they begin."""

    def __init__(self, items: Iterable[tuple[Span, int]]) -> None:
        self.items = sorted(((s.start, s.end, n) for s, n in items), key=lambda i: i[0])
        self.starts = [i[0] for i in self.items]

    def inside(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Return the ids of what lies whole in one of the spans, in the order of the text."""
        found: dict[int, None] = {}
        for span in spans:
            for at in range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)):
                if self.items[at][1] <= span.end:
                    found[self.items[at][2]] = None
        return tuple(found)


class Page:
    """What reading the claims of one document needs."""

    def __init__(self, doc: Doc, annotation: Annotation) -> None:
        self.annotation = annotation
        self.tree = tree = Tree.of(doc)
        self.judge = ClaimJudge(tree, annotation)
        self.untold = told_by_nobody(doc, annotation)
        self.held = innermost(tree, annotation, self.untold)
        self.events = Index((e.trigger, e.id) for e in annotation.events)
        self.figures = Index((f.span, f.id) for f in annotation.figures)
        self.times = Index((t.span, t.id) for t in annotation.times)
        self.actors = Index((m.span, a.id) for a in annotation.actors for m in a.mentions)
        heard = (a for a in annotation.attributions if a.id not in self.untold)
        self.frame = {i for a in heard for i in self._framing(a) if self.held[i] is None}

    def _framing(self, attribution: Attribution) -> Iterable[int]:
        """Return the tokens that only give the content to its source.

        A source that is the subject of another verb ("Ghana held a vote, promising that …") says something of its
        own, and so does a verb that has a noun as its cue ("The delay raised fears that …").
        """
        tree = self.tree
        cue = {i for span in attribution.cue for i in tree.within(span)}
        noun = not any(tree.pos[i] in VERBAL for i in cue)
        for i in cue:
            if not (noun and tree.dep[i] in OBJECTS and tree.head[i] not in cue):
                yield i
            if noun and tree.dep[i] == "nsubj":
                yield tree.head[i]
        for span in attribution.source:
            tokens = tree.within(span)
            root = tree.root(tokens)
            verb = tree.head[root] if root is not None else None
            if (
                verb is None
                or verb in cue
                or verb == root
                or tree.pos[verb] not in VERBAL
                or self.held[verb] is not None
            ):
                yield from (i for i in tokens if not self._in_relative(i, tokens))

    def _in_relative(self, i: int, source: range) -> bool:
        """Whether a token of a source tells something of it (", which provides 600 guards", ", keeping its ties")."""
        tree = self.tree
        while i in source and tree.head[i] != i:
            aside = tree.dep[i] in ("acl", "advcl") and tree.tag[i] == "VBG" and tree.lower[i - 1] == ","
            if (tree.dep[i] == "relcl" and tree.finite(i)) or aside:
                return True
            i = tree.head[i]
        return False

    def _claim(self, spans: tuple[Span, ...], attribution: int | None, judged: Judgement) -> Claim:
        certainty, polarity, mode = judged
        if self._asks(spans):
            certainty, mode = Certainty.UNKNOWN, Mode.ASKED
        return Claim(
            id=0,
            spans=spans,
            sentence=sentence_at(self.annotation.sentences, spans[0].start),
            attribution=attribution,
            certainty=certainty,
            polarity=polarity,
            mode=mode,
            events=self.events.inside(spans),
            figures=self.figures.inside(spans),
            times=self.times.inside(spans),
            actors=self.actors.inside(spans),
            terms=self._terms(spans),
        )

    def _asks(self, spans: tuple[Span, ...]) -> bool:
        last = spans[-1]
        after = self.tree.text[last.end - 1 : last.end + 2].rstrip("\"'”’) \n")
        return after.endswith("?") or spans[0].text[:8].lower() == "whether "

    def _terms(self, spans: Iterable[Span]) -> tuple[str, ...]:
        tree = self.tree
        tokens = (i for span in spans for i in tree.within(span))
        found = {tree.lemma[i] for i in tokens if tree.pos[i] in CONTENT}
        return tuple(sorted(t for t in found - STOPPED if any(c.isalnum() for c in t)))
