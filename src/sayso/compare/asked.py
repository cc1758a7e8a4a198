"""What each article leaves open: predictions, fears, demands, questions, and what is said to be unknown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.compare.clauses import (
    is_furniture,
    reads_alone,
)
from sayso.compare.dated import stems
from sayso.compare.excerpt import clause, excerpt
from sayso.compare.scene import Scene, sentence_of, sentence_words
from sayso.compare.standing import CONDITION, is_ahead, is_dated_ahead, stands
from sayso.data.loading import table
from sayso.model import (
    Annotation,
    Attribution,
    Certainty,
    Citation,
    Claim,
    Mode,
    Sentence,
    Span,
    Who,
    any_overlap,
    hull,
)

LONGEST = 36
LEAST_TERMS = 2
# A content of so few words is seldom a clause.
SHORT = 5
# How many contents may begin between an outer one and a word inside it.
NESTED = 6
WORD = re.compile(r"\S+")
# Where a clause begins that hangs on what is asked: its reason, condition or time.
HANGING = re.compile(r",\s|\b(?:because|if|unless|before|until|after|when|while|whose)\b", re.IGNORECASE)
MODES = (Mode.PREDICTED, Mode.FEARED, Mode.DEMANDED, Mode.HYPOTHETICAL, Mode.ASKED)
ENDS = re.compile(r"\?[\"'”’)\]]*$")
MODAL = re.compile(r"\b(?:(?:may|might)(?! have\b)|could(?! (?:not|have|only|barely|hardly)\b))\b")
UNABLE = re.compile(r"\bcould(?:n't|n’t| not| only| barely| hardly)\b")
# A content that begins so is understood only with who says it and how.
HEADLESS = re.compile(r"(?:to|could|may|might|would|will|should|can|be)\b")
REQUEST = re.compile(r"\bto [a-z]+\b")
ABLE = re.compile(r"\bcan\b")
INDIRECT = re.compile(r"\b(?:whether|if|what|who|whom|whose|which|how|why|when|where)\b", re.IGNORECASE)
COMPLEMENT = re.compile(r"(?:that|whether)\s+")
CALLS = re.compile(r"(?:again )?(?:call|appeal|push|plead)(?:s|ed|ing)? for\b", re.IGNORECASE)
CALLS_ON = re.compile(r"(?:again )?(?:call|appeal|plead)(?:s|ed|ing)? (?:on|to|with)\b", re.IGNORECASE)
OPEN, ASKED, POSSIBLE = "open", "asked", "possible"


# What is done, by its verb's lemma, and one who does or suffers it.
Deed = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing left open by one article, with the terms by which it is compared.

    ``verbs`` are the lemmas of what is put ahead, ``core`` the terms up to the first clause that hangs on it.
    """

    article: str
    kind: str
    citation: Citation
    words: str
    who: tuple[Who, ...]
    terms: frozenset[str]
    deeds: frozenset[Deed]
    verbs: frozenset[str] = frozenset()
    core: frozenset[str] = frozenset()


def deeds(scene: Scene, annotation: Annotation, events: Iterable[int]) -> Iterator[Deed]:
    """Go through what the events do and to whom."""
    for event in (annotation.events[e] for e in events):
        for actor in (*event.agents, *event.patients):
            yield event.lemma, scene.actor_name(annotation.article.id, actor)


def asked(scene: Scene) -> Iterator[Asked]:
    """Go through what the articles leave open, in the order of the text; passages that are no voice are left out."""
    for annotation in scene.annotations:
        reader = _Reader(scene, annotation)
        taken = set(reader.subheads())
        for sentence, kind, span, attribution in reader.said_open():
            if sentence not in taken:
                yield reader.asked(kind, span, attribution)
            taken.add(sentence)
        left = [c for c in annotation.claims if c.sentence not in taken and reader.is_telling(c)]
        shown = [(c, reader.put(c)) for c in left]
        opened = {c.sentence for c, put in shown if put}
        shown += [(c, reader.scheduled(c)) for c in left if c.sentence not in opened]
        for claim, put in shown:
            if put and not scene.muted(annotation.article.id, claim.spans) and not is_furniture(claim.spans[0].text):
                yield reader.asked(*put, claim.attribution, claim)


class _Reader:
    """Reads one article, with what is said in its sentences at hand."""

    def __init__(self, scene: Scene, annotation: Annotation) -> None:
        self.scene, self.annotation = scene, annotation
        self.id, self.text = annotation.article.id, annotation.article.text
        self.voices: dict[int, list[Attribution]] = defaultdict(list)
        self.claims: dict[int, list[Claim]] = defaultdict(list)
        for claim in annotation.claims:
            self.claims[claim.sentence].append(claim)
        inner: dict[int | None, list[Span]] = defaultdict(list)
        for attribution in annotation.attributions:
            self.voices[attribution.sentence].append(attribution)
            inner[attribution.parent].extend(attribution.content)
        self.inner: Mapping[int | None, Sequence[Span]] = {at: sorted(spans) for at, spans in inner.items()}

    def asked(self, kind: str, span: Span, attribution: int | None, claim: Claim | None = None) -> Asked:
        """Make the entry for words that leave something open."""
        shown = self._readable(excerpt(self.text, span, self._first_word(span), LONGEST))
        who, cited = self.scene.who(self.id, attribution), self.scene.cite(self.id, [shown])
        claims = [claim] if claim else self._holding(span)
        terms = frozenset(t for c in claims for t in c.terms) or stems(span.text)
        events = (
            e for c in claims for e in c.events if claim is None or self.annotation.events[e].how is not Mode.ASSERTED
        )
        ahead = tuple(events)
        done = frozenset(deeds(self.scene, self.annotation, ahead))
        verbs = frozenset(self.annotation.events[e].lemma for e in ahead)
        words = WORD.findall(HANGING.split(span.text, maxsplit=1)[0].lower())
        core = frozenset(t for t in terms if any(w.startswith(t[: max(3, len(t) - 2)]) for w in words))
        return Asked(self.id, kind, cited, " ".join(shown.text.split()), who, terms, done, verbs, core)

    def _readable(self, shown: Span) -> Span:
        """Return the words, with what stands before them in the sentence where they cannot be read alone."""
        if reads_alone(shown.text):
            return shown
        sentence = sentence_words(self.annotation, sentence_of(self.annotation, shown))
        return clause(self.text, sentence, self._first_word(shown), LONGEST) or shown

    def is_telling(self, claim: Claim) -> bool:
        """Whether a claim says enough to be open: a source's fear or demand may be short ("called for restraint")."""
        if claim.attribution is None:
            return len(claim.terms) >= LEAST_TERMS
        if claim.mode is Mode.DEMANDED:
            said = self.annotation.attributions[claim.attribution]
            return (
                bool(claim.terms) or len(hull((*said.source, *said.cue, *said.content), self.text).text.split()) > SHORT
            )
        short = claim.mode in (Mode.FEARED, Mode.PREDICTED) or self._calls_for(claim)
        return len(claim.terms) >= (1 if short else LEAST_TERMS)

    def _calls_for(self, claim: Claim) -> bool:
        """Whether a source calls for what a claim names, whatever its mode ("appealed for calm")."""
        said = self.annotation.attributions[claim.attribution] if claim.attribution is not None else None
        if said is None or not said.cue:
            return False
        turned = CALLS_ON.match(said.cue[0].text) and REQUEST.search(said.content[0].text)
        return bool(turned) or any(CALLS.match(s.text) for s in said.cue)

    def _holding(self, span: Span) -> list[Claim]:
        """Return the claims that the words belong to."""
        return [c for c in self.claims[sentence_of(self.annotation, span)] if any_overlap(c.spans, [span])]

    def said_open(self) -> Iterator[tuple[int, str, Span, int | None]]:
        """Find sentences that ask, or that say that something is not known, each with who says it."""
        for sentence in self.annotation.sentences:
            words = sentence.span.text
            question = ENDS.search(words)
            found = question or _phrases().search(words.lower().replace("’", "'"))
            if found and not self.scene.muted(self.id, [sentence.span]):
                span, said_by = self._within(sentence, sentence.span.start + found.start())
                if len(stems(span.text)) >= (LEAST_TERMS if question else 1):
                    yield sentence.id, ASKED if question else _said_to_be(words), span, said_by

    def subheads(self) -> Iterator[int]:
        """Go through the questions that are a line inside the article: what follows such a line answers it."""
        first, last = len(self.text) - len(self.text.lstrip()), len(self.text.rstrip())
        for sentence in self.annotation.sentences:
            words = sentence.span.text.strip()
            if words.endswith("?") and sentence.span.start > first and sentence.span.end < last:
                line = self.text.rfind("\n", 0, sentence.span.start) + 1
                end = self.text.find("\n", sentence.span.end) % (len(self.text) + 1)
                if self.text[line:end].strip() == words:
                    yield sentence.id

    def put(self, claim: Claim) -> tuple[str, Span] | None:
        """Return how a claim leaves something open and the words that do, None where it states something."""
        if claim.mode in MODES:
            return (_kind(claim), self._shown(claim)) if self._is_open(claim) else None
        if claim.mode is not Mode.ASSERTED:
            return None
        if self._calls_for(claim):
            return Mode.DEMANDED.value, self._shown(claim, Mode.DEMANDED.value)
        if claim.certainty is Certainty.POSSIBLE and not any(UNABLE.search(s.text) or _is_able(s) for s in claim.spans):
            return POSSIBLE, self._shown(claim)
        events = (self.annotation.events[e] for e in claim.events)
        ahead = next(
            (e for e in events if e.attribution == claim.attribution and is_ahead(self.annotation, claim, e)), None
        )
        if ahead:
            return ahead.how.value, self._clause(claim, ahead.trigger)
        modal = self._modal(claim)
        return (POSSIBLE, self._clause(claim, modal)) if modal else None

    def scheduled(self, claim: Claim) -> tuple[str, Span] | None:
        """Return the words of what the outlet gives a day after its own."""
        ahead = claim.mode is Mode.ASSERTED and is_dated_ahead(self.annotation, claim)
        return (Mode.PREDICTED.value, self._shown(claim)) if ahead else None

    def _is_open(self, claim: Claim) -> bool:
        said = self.annotation.attributions[claim.attribution] if claim.attribution is not None else None
        return stands(self.annotation, claim, said, sentence_words(self.annotation, claim.sentence))

    def _within(self, sentence: Sentence, at: int) -> tuple[Span, int | None]:
        """Return the innermost content that holds the place, or the sentence, and the attribution."""
        inside = [(s, a.id) for a in self.voices[sentence.id] for s in a.content if s.start <= at < s.end]
        return min(inside, key=lambda x: (len(x[0]), x[1]), default=(sentence.span, None))

    def _shown(self, claim: Claim, kind: str | None = None) -> Span:
        """Return the words to show for a claim: its longest span, with source and cue where that is no clause."""
        span = max(claim.spans, key=lambda s: (len(s), -s.start))
        said = self.annotation.attributions[claim.attribution] if claim.attribution is not None else None
        bare = (
            (kind or _kind(claim)) == Mode.DEMANDED.value
            or HEADLESS.match(span.text)
            or len(span.text.split()) <= SHORT
        )
        if said and bare:
            whole = hull((*said.source, *said.cue, span), self.text)
            if len(whole.text.split()) <= LONGEST and "\n" not in whole.text and reads_alone(whole.text):
                return whole
        skipped = COMPLEMENT.match(span.text)
        span = Span.of(self.text, span.start + skipped.end(), span.end) if skipped else span
        if reads_alone(span.text):
            return span
        first = self._first_word(span)
        core = hull((*said.cue, first), self.text) if said else first
        return clause(self.text, sentence_words(self.annotation, claim.sentence), core, LONGEST) or span

    def _modal(self, claim: Claim) -> Span | None:
        """Return the first modal of a claim that no attribution inside it holds."""
        held = self.inner.get(claim.attribution, ())
        for span in claim.spans:
            for found in MODAL.finditer(self.text, span.start, span.end):
                before = bisect_right(held, found.start(), key=lambda s: s.start)
                if not any(found.start() < s.end for s in held[max(before - NESTED, 0) : before]):
                    return Span.of(self.text, *found.span())
        return None

    def _clause(self, claim: Claim, core: Span) -> Span:
        within = next((s for s in claim.spans if s.covers(core)), core)
        return excerpt(self.text, within, core, LONGEST)

    def _first_word(self, span: Span) -> Span:
        """Return the word from which an excerpt grows."""
        found = WORD.search(self.text, span.start, span.end)
        return Span.of(self.text, *found.span()) if found else span


def _kind(claim: Claim) -> str:
    """Return the mode's name; who is asked to do something is not asked a question."""
    words = claim.spans[0].text
    found = REQUEST.search(words) if claim.mode is Mode.ASKED and "?" not in words else None
    return Mode.DEMANDED.value if found and not INDIRECT.search(words, 0, found.start()) else claim.mode.value


def _is_able(span: Span) -> bool:
    """Whether words only tell what can be done, without a condition ("the theory can be laid to rest")."""
    return bool(ABLE.search(span.text)) and not MODAL.search(span.text) and not CONDITION.search(span.text)


def _said_to_be(words: str) -> str:
    """Return what a phrase of open_questions.tsv makes of its sentence: open, or of the kind in its second column."""
    plain = words.lower().replace("’", "'")
    kinds = (kind for phrase, kind in _kinds() if re.search(rf"\b(?:{phrase})", plain))
    return next(kinds, OPEN)


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in table("open_questions") if len(row) > 1)


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{row[0]})" for row in table("open_questions")))
