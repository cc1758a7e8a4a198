"""What an article dates: each time expression with the statement or event that it dates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, TypeVar

from sayso.compare import edtf
from sayso.compare.clauses import is_correction, is_furniture, is_silent, reads_alone
from sayso.compare.clock import clocked, entry_of, is_done, is_hour, is_live, opens_line
from sayso.compare.excerpt import clause, excerpt
from sayso.compare.intervals import joined, refers
from sayso.compare.kinds import kind_of
from sayso.compare.scene import Scene, sentence_words
from sayso.compare.years import Years, date_of
from sayso.data.loading import table
from sayso.model import Annotation, Attribution, Citation, Claim, Event, Figure, Mode, Span, Time, Who, hull

Item = TypeVar("Item", Event, Claim, Attribution, Figure, Time)
WORD = re.compile(r"[^\W_]{4,}")
STEM = 6
# The most words shown, and how many an attributed content must have to be shown without who says it.
LONGEST, SHORT, FAR = 40, 8, 15
LIMIT = re.compile(r"\b(?:by|until|till|before|from|within)\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
NEAR = 24
# What is asked, supposed or feared has not happened on its day.
NO_EVENT = (Mode.ASKED, Mode.HYPOTHETICAL, Mode.FEARED)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something dated in one article. ``what`` is what two entries must share to be one.

    ``kind`` is the event's type or "statement", ``cue`` the lemma by which a statement is made; ``heading`` is whether
    it stands in a title, ``hourly`` whether all that dates it is the hour of an entry in a live report, which tells of
    nothing done.
    """

    article: str
    date: str
    basis: str
    citation: Citation
    words: str
    who: tuple[Who, ...]
    mode: Mode
    kind: str
    cue: str
    what: frozenset[str]
    actors: frozenset[str]
    heading: bool = False
    hourly: bool = False


class When(NamedTuple):
    """A date (EDTF) and what it rests on (see ``TimelineEntry``)."""

    date: str
    basis: str


class Voice(NamedTuple):
    """Who tells something and how; ``kind`` and ``cue`` as in Dated."""

    who: tuple[Who, ...]
    mode: Mode
    kind: str
    cue: str = ""


def dated(scene: Scene, years: Years) -> Iterator[Dated]:
    """Go through everything that the articles date, passages that are no voice of their own left out."""
    for annotation in scene.annotations:
        reader = Reader(scene, annotation)
        times = [(t, date_of(t, years)) for t in annotation.times]
        if is_live(annotation, times):
            yield from reader.titles()
        for time, date in joined(annotation, tuple(clocked(annotation, times))):
            if not reader.muted(time.span):
                found = reader.read(time, When(*date))
                if found:
                    yield found


class Reader:
    """Looks up, by sentence, what stands round a time."""

    def __init__(self, scene: Scene, annotation: Annotation) -> None:
        self.scene, self.annotation = scene, annotation
        self.id, self.text = annotation.article.id, annotation.article.text
        self.events = _by_sentence(annotation.events)
        self.claims = _by_sentence(annotation.claims)
        self.attributions = _by_sentence(annotation.attributions)
        self.times = _by_sentence(annotation.times)
        self.figures = _by_sentence(annotation.figures)
        self.mentions = sorted((m.span.start, a.id) for a in annotation.actors for m in a.mentions)
        self.starts = [start for start, _ in self.mentions]

    def read(self, time: Time, when: When) -> Dated | None:
        """Return the entry for a time, None where nothing in its sentence is dated by it."""
        hour = is_hour(self.annotation, time, when)
        moved = entry_of(self.annotation, time) if hour else time
        if hour and (not opens_line(self.text, time.span) or self._has_day(moved)):
            return None
        sentence = sentence_words(self.annotation, moved.sentence)
        if is_furniture(sentence.text) or refers(self.text, moved.span) or is_silent(self.text, sentence, moved.span):
            return None
        if hour and is_correction(sentence.text[len(moved.span) :]):
            return None
        return self._read(moved, when, sentence, hour)

    def _read(self, time: Time, when: When, sentence: Span, hour: bool) -> Dated | None:
        event, statement, claim = self._event(time), self._statement(time), self._claim(time)
        if statement and event and _governs(event, statement, time):
            statement = None
        voice = self._voice(claim, event, statement)
        if not (statement or event or claim) or self._is_no_event(voice.mode, time):
            return None
        told = self._statement_words(statement) if statement else [event.trigger] if event else []
        shown = self._words(sentence, hull([time.span, *told], self.text), claim)
        made = self._made(shown, when, voice, time.span.text)
        passing = hour and (
            bool(statement and not _cue(statement).text.endswith("ing"))
            or voice.mode is not Mode.ASSERTED
            or not is_done(sentence.text)
        )
        return replace(made, hourly=True) if made and passing else made

    def _is_no_event(self, mode: Mode, time: Time) -> bool:
        """Whether nothing happens on a day: what is asked, supposed or feared, or demanded without a deadline."""
        limited = LIMIT.search(self.text, max(time.span.start - NEAR, 0), time.span.start)
        return mode in NO_EVENT or (mode is Mode.DEMANDED and limited is None)

    def titles(self) -> Iterator[Dated]:
        """Go through the titles of a live report: they tell what happened on its day."""
        article = self.annotation.article
        for sentence in self.annotation.sentences:
            told = self.events.get(sentence.id, ()) if sentence.heading and article.published else ()
            event = next((e for e in told if e.how is Mode.ASSERTED), None)
            if event and article.published and not self.muted(sentence.span):
                who = self.scene.who(self.id, event.attribution)
                when = When(article.published.isoformat(), "publication")
                made = self._made(sentence.span, when, Voice(who, event.how, event.type))
                yield from (made,) if made else ()

    def _has_day(self, time: Time) -> bool:
        """Whether another time of the sentence dates by its day what an hour would date."""
        near = (t for t in self.times.get(time.sentence, ()) if t.id != time.id)
        return any(t.type == "DATE" and edtf.is_day(t.edtf or "") for t in near)

    def state(self, said: Attribution, when: When) -> Dated | None:
        """Return the entry for a statement that has no time of its own, None where its words cannot be read alone."""
        if any(c.attribution == said.id and c.mode is Mode.ASKED for c in self.claims.get(said.sentence, ())):
            return None
        sentence = sentence_words(self.annotation, said.sentence)
        span = self._words(sentence, hull(self._statement_words(said), self.text), None)
        return self._made(span, when, self._voice(None, None, said))

    def muted(self, span: Span) -> bool:
        """Whether the words lie in a passage that is no voice of its own."""
        return self.scene.muted(self.id, [span])

    def _made(self, span: Span | None, when: When, voice: Voice, without: str = "") -> Dated | None:
        if span is None:
            return None
        cited, words = self.scene.cite(self.id, [span]), " ".join(span.text.split())
        actors = frozenset(self.scene.actor_name(self.id, a) for a in self._actors(span))
        what = frozenset((*stems(span.text), *self._figures(cited.sentence, span))) - stems(without)
        heading = bool(self.annotation.sentences) and self.annotation.sentences[cited.sentence].heading
        date, basis = when
        who, mode, kind, cue = voice
        return Dated(self.id, date, basis, cited, words, who, mode, kind, cue, what, actors, heading)

    def _event(self, time: Time) -> Event | None:
        near = self.events.get(time.sentence, ())
        own = [e for e in near if e.time == time.id] or list(near)
        return min(own, key=lambda e: (e.type == "OTHER", _gap(e.trigger, time.span), e.id), default=None)

    def _statement(self, time: Time) -> Attribution | None:
        """Return the statement that the time dates: it stands beside the cue, outside of what is said."""
        near = [
            a
            for a in self.attributions.get(time.sentence, ())
            if a.cue and not any(s.covers(time.span) for s in a.content)
        ]
        return min(near, key=lambda a: (_gap(_cue(a), time.span), a.id), default=None)

    def _claim(self, time: Time) -> Claim | None:
        near = list(self.claims.get(time.sentence, ()))
        held = [c for c in near if any(s.covers(time.span) for s in c.spans)]
        # "…, her family confirmed on Wednesday": the day of a statement that was not read as one.
        before = [c for c in near if c.attribution is None and c.spans[-1].end <= time.span.start]
        return min(held or before, key=lambda c: (sum(len(s) for s in c.spans), c.id), default=None)

    def _words(self, sentence: Span, core: Span, claim: Claim | None) -> Span | None:
        """Return the words to show: the attributed content that holds the core, the sentence, or a clause of it.

        None where no words round the core can be read alone.
        """
        said = claim.spans if claim and claim.attribution is not None else ()
        held = next((s for s in said if s.covers(core)), None)
        shown = excerpt(self.text, held, core) if held else None
        if shown and reads_alone(shown.text) and len(shown.text.split()) >= SHORT:
            return self._near(shown, core)
        return clause(self.text, sentence, core, LONGEST)

    def _near(self, shown: Span, core: Span) -> Span:
        """Leave out what stands far before the dated words, so that a line begins with what the date is of."""
        cut = self.text.rfind(", ", shown.start, core.start)
        rest = Span.of(self.text, cut + 2, shown.end) if cut >= 0 else shown
        far = len(self.text[shown.start : core.start].split()) > FAR
        return rest if far and len(rest.text.split()) >= SHORT else shown

    def _statement_words(self, statement: Attribution) -> list[Span]:
        return [*statement.source, *statement.cue]

    def _voice(self, claim: Claim | None, event: Event | None, statement: Attribution | None) -> Voice:
        if statement:
            return Voice(self.scene.who(self.id, statement.id), Mode.ASSERTED, "statement", statement.cue_lemma)
        # What is feared or announced of a day is not what an event beside it is told as.
        own = event if event and (claim is None or event.time is not None) else None
        mode = own.how if own else claim.mode if claim else event.how if event else Mode.ASSERTED
        who = self.scene.who(self.id, claim.attribution if claim else event.attribution if event else None)
        return Voice(who, mode, event.type if event else "")

    def _actors(self, span: Span) -> Iterable[int]:
        low, high = bisect_left(self.starts, span.start), bisect_right(self.starts, span.end)
        return dict.fromkeys(actor for _, actor in self.mentions[low:high])

    def _figures(self, sentence: int, span: Span) -> Iterator[str]:
        for figure in self.figures.get(sentence, ()):
            if span.covers(figure.span) and figure.value is not None:
                yield f"{kind_of(figure.head or figure.unit or '')} {figure.value:g}"


def _by_sentence(items: Iterable[Item]) -> Mapping[int, Sequence[Item]]:
    found: dict[int, list[Item]] = {}
    for item in items:
        found.setdefault(item.sentence, []).append(item)
    return found


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _governs(event: Event, statement: Attribution, time: Time) -> bool:
    """Whether a time dates the event rather than the statement: it is nearer, or is the statement's verb and more."""
    cue = _cue(statement)
    return _gap(event.trigger, time.span) < _gap(cue, time.span) or (event.trigger.covers(cue) and event.trigger != cue)


def _cue(statement: Attribution) -> Span:
    return statement.cue[0]


def stems(words: str) -> frozenset[str]:
    """Return the telling words of a text, cut to six letters so that forms of one word are equal."""
    return frozenset(w[:STEM] for w in WORD.findall(words.lower()) if w not in _common())


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(word for row in table("common_words") for word in row)
