"""What an article dates: each time expression with the statement or event that it dates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, TypeVar

from sayso.compare.clauses import is_furniture, reads_alone
from sayso.compare.excerpt import clause, excerpt
from sayso.compare.intervals import joined, refers
from sayso.compare.kinds import kind_of
from sayso.compare.scene import Scene, sentence_words
from sayso.compare.years import Years, date_of
from sayso.data.loading import table
from sayso.model import Annotation, Attribution, Citation, Claim, Event, Figure, Mode, Span, Time, Who, hull

Item = TypeVar("Item", Event, Claim, Attribution, Figure)
WORD = re.compile(r"[^\W_]{4,}")
STEM = 6
# The most words shown, and how many an attributed content must have to be shown without who says it.
LONGEST, SHORT, FAR = 40, 8, 15


@dataclass(frozen=True, slots=True)
class Dated:
    """Something dated in one article. ``what`` is what two entries must share to be one.

    ``kind`` is the event's type or "statement", ``cue`` the lemma by which a statement is made; ``heading`` is whether
    it stands in a title, ``hourly`` whether all that dates it is the hour of an entry in a live report.
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


# An hour without a day ("10.52 p.m.", "noon").
HOUR = re.compile(
    r"(?:(?:about|around|shortly (?:before|after))\s+)?"
    r"(?:\d{1,2}(?:[.:]\d\d)?(?:\s*[ap]\.?\s?m\b\.?|\s*o.clock)?|noon|midnight)",
    re.IGNORECASE,
)


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
        for time, date in joined(annotation, [(t, date_of(t, years)) for t in annotation.times]):
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
        self.figures = _by_sentence(annotation.figures)
        self.mentions = sorted((m.span.start, a.id) for a in annotation.actors for m in a.mentions)
        self.starts = [start for start, _ in self.mentions]

    def read(self, time: Time, when: When) -> Dated | None:
        """Return the entry for a time, None where nothing in its sentence is dated by it."""
        event, statement, claim = self._event(time), self._statement(time), self._claim(time)
        if statement and event and _gap(event.trigger, time.span) < _gap(_cue(statement), time.span):
            statement = None
        sentence = sentence_words(self.annotation, time.sentence)
        if self._is_hour(time, when) and not self._opens(time.span):
            return None
        if not (statement or event or claim) or is_furniture(sentence.text) or refers(self.text, time.span):
            return None
        voice = self._voice(claim, event, statement)
        if voice.mode is Mode.ASKED:
            return None
        told = self._statement_words(statement) if statement else [event.trigger] if event else []
        shown = self._words(sentence, hull([time.span, *told], self.text), claim)
        made = self._made(shown, when, voice, time.span.text)
        return replace(made, hourly=True) if made and self._is_hour(time, when) else made

    def _is_hour(self, time: Time, when: When) -> bool:
        """Whether a time is an hour of a day that its sentence does not tell.

        Read against the day of publication it is right in a live report alone, whose entries open with their hours.
        """
        today = when.basis == "publication" and when.date == str(self.annotation.article.published)
        return time.type == "TIME" and today and bool(HOUR.fullmatch(time.span.text))

    def _opens(self, span: Span) -> bool:
        """Whether a time opens its line, as the entries of a live report do."""
        line = self.text.rfind("\n", 0, span.start) + 1
        return not self.text[line : span.start].strip(" \t*•-–—[(")

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
        near = (c for c in self.claims.get(time.sentence, ()) if any(s.covers(time.span) for s in c.spans))
        return min(near, key=lambda c: (sum(len(s) for s in c.spans), c.id), default=None)

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
        mode = event.how if event else claim.mode if claim else Mode.ASSERTED
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


def _cue(statement: Attribution) -> Span:
    return statement.cue[0]


def stems(words: str) -> frozenset[str]:
    """Return the telling words of a text, cut to six letters so that forms of one word are equal."""
    return frozenset(w[:STEM] for w in WORD.findall(words.lower()) if w not in _common())


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(word for row in table("common_words") for word in row)
