"""Read what is said: a claim for every attribution that says something, and those that the outlet makes itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from sayso.annotate.certainty import ClaimJudge, Judgement
from sayso.annotate.certainty.reading import effects
from sayso.annotate.clauses import SUBJECTS, Tree, innermost
from sayso.annotate.sentences import sentence_at
from sayso.model import Annotation, Attribution, Certainty, Claim, Mode, Polarity, Sentence, Span

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})
OBJECTS = frozenset({"dobj", "attr", "nsubjpass"})
EDGE = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ"})
PREDICATES = frozenset({"acomp", "attr", "prep", "advmod"})
PAST = frozenset({"VBD", "VBN", "VBG"})
BREAKS_OFF = frozenset({"call", "say", "tell", "add", "name"})
# Words that the list of stop words takes for pronouns or fillers, and that tell something as nouns and verbs.
TELLING = frozenset(
    {"mine", "call", "move", "show", "front", "side", "top", "bottom", "serious", "empty", "full", "amount"}
)
STOPPED = frozenset(STOP_WORDS) - TELLING
# A stretch in the outlet's voice says something when it has this many content words, one fewer with an event.
LEAST_TERMS = 3


def read_claims(doc: Doc, annotation: Annotation) -> tuple[Claim, ...]:
    """Return the claims in the order of the text."""
    reader = _Reader(doc, annotation)
    cites = {a.id for a in annotation.attributions if reader.only_cites(a)}
    attributed = (c for c in reader.agreeing(reader.attributed()) if c.attribution not in cites)
    claims = [*attributed, *reader.own_voice()]
    claims.sort(key=lambda c: (c.spans[0].start, -1 if c.attribution is None else c.attribution))
    return tuple(replace(c, id=n) for n, c in enumerate(claims))


class _Index:
    """Looks up which of the things read lie inside a span, by where they begin."""

    def __init__(self, items: Iterable[tuple[Span, int]]) -> None:
        self.items = sorted(((s.start, s.end, n) for s, n in items), key=lambda i: i[0])
        self.starts = [i[0] for i in self.items]

    def inside(self, spans: Iterable[Span]) -> tuple[int, ...]:
        found: dict[int, None] = {}
        for span in spans:
            for at in range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)):
                if self.items[at][1] <= span.end:
                    found[self.items[at][2]] = None
        return tuple(found)


class _Reader:
    """What reading the claims of one document needs."""

    def __init__(self, doc: Doc, annotation: Annotation) -> None:
        self.annotation = annotation
        self.tree = tree = Tree.of(doc)
        self.judge = ClaimJudge(tree, annotation)
        self.held = innermost(tree, annotation)
        self.events = _Index((e.trigger, e.id) for e in annotation.events)
        self.figures = _Index((f.span, f.id) for f in annotation.figures)
        self.times = _Index((t.span, t.id) for t in annotation.times)
        self.actors = _Index((m.span, a.id) for a in annotation.actors for m in a.mentions)
        self.frame = {i for a in annotation.attributions for i in self._framing(a) if self.held[i] is None}

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
        """Whether a token of a source stands in a clause that tells something of it (", which provides 600 guards")."""
        tree = self.tree
        while i in source and tree.head[i] != i:
            if tree.dep[i] == "relcl" and tree.finite(i):
                return True
            i = tree.head[i]
        return False

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

    def only_cites(self, attribution: Attribution) -> bool:
        """Whether the content is just who or what is cited as origin ("citing NBC"): that claims nothing."""
        words = (i for span in attribution.content for i in self.tree.within(span))
        citing = any(c.text.lower() == "citing" for c in attribution.cue)
        return citing and not any(self.tree.pos[i] in VERBAL for i in words)

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
        says = claim.figures or len(claim.terms) >= LEAST_TERMS - found
        return claim if says and (verbs or claim.events or claim.figures) and not self._bare(root, clause) else None

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
