"""Annotations made by hand, so that comparing is tested without reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sayso.compare.scene import Scene
from sayso.compare.windows import date_window
from sayso.model import (
    Actor,
    Annotation,
    Article,
    Attribution,
    Bound,
    Certainty,
    Claim,
    Copy,
    CopyKind,
    Event,
    Figure,
    Flag,
    Kind,
    Links,
    Mention,
    Mode,
    Polarity,
    Relation,
    Sentence,
    SourceType,
    Span,
    StoryActor,
    Time,
)


@dataclass
class Build:
    """One article's annotation, built up word by word: every method names words that stand in the text."""

    text: str
    name: str = "one"
    outlet: str | None = None
    published: date | None = None
    parts: dict[str, list[Any]] = field(default_factory=dict)

    def span(self, words: str, after: str = "") -> Span:
        start = self.text.index(words, self.text.index(after) if after else 0)
        return Span.of(self.text, start, start + len(words))

    def add(self, kind: str, make: Any) -> int:
        rows = self.parts.setdefault(kind, [])
        rows.append(make(len(rows)))
        return len(rows) - 1

    def sentences(self) -> list[Sentence]:
        spans = [m.span() for m in re.finditer(r"[^\n.!?]+(?:[.!?](?=\d)[^\n.!?]*)*[.!?]*[”\"]?", self.text)]
        trimmed = [
            (s + len(self.text[s:e]) - len(self.text[s:e].lstrip()), e) for s, e in spans if self.text[s:e].strip()
        ]
        return [
            Sentence(i, Span.of(self.text, s, e), self.text.count("\n", 0, s), self.text[e - 1] not in '.!?”"')
            for i, (s, e) in enumerate(trimmed)
        ]

    def sentence(self, span: Span) -> int:
        return max((s.id for s in self.sentences() if s.span.start <= span.start), default=0)

    def time(self, words: str, edtf: str | None, basis: str = "explicit", after: str = "") -> int:
        span = self.span(words, after)
        return self.add("times", lambda i: Time(i, span, self.sentence(span), "DATE", edtf or "PAST_REF", edtf, basis))

    def actor(
        self, name: str, kind: str = "organisation", speaks_for: str | None = None, role: str | None = None
    ) -> int:
        found = [m.start() for m in re.finditer(re.escape(name), self.text)]
        spans = [Span.of(self.text, s, s + len(name)) for s in found]
        mentions = tuple(Mention(s, self.sentence(s), "name") for s in spans)
        return self.add("actors", lambda i: Actor(i, name, kind, mentions, speaks_for, role))

    def attribution(
        self,
        source: str,
        content: str,
        cue: str = "",
        actors: Sequence[int] = (),
        kind: SourceType = SourceType.ORGANISATION,
        parent: int | None = None,
    ) -> int:
        spans = (self.span(content),)
        return self.add(
            "attributions",
            lambda i: Attribution(
                i,
                (self.span(source),) if source else (),
                (self.span(cue),) if cue else (),
                spans,
                self.sentence(spans[0]),
                Kind.INDIRECT,
                kind,
                actors=tuple(actors),
                parent=parent,
            ),
        )

    def event(self, trigger: str, kind: str = "ASSAULT", **more: Any) -> int:
        span = self.span(trigger)
        return self.add("events", lambda i: Event(i, span, self.sentence(span), kind, trigger.lower(), **more))

    def claim(
        self,
        words: str,
        attribution: int | None = None,
        mode: Mode = Mode.ASSERTED,
        terms: str | None = None,
        **more: Any,
    ) -> int:
        span = self.span(words)
        found = tuple(terms.split()) if terms is not None else tuple(sorted(set(re.findall(r"\w{4,}", words.lower()))))
        return self.add(
            "claims",
            lambda i: Claim(
                i,
                (span,),
                self.sentence(span),
                attribution,
                Certainty.CERTAIN,
                Polarity.POSITIVE,
                mode,
                terms=found,
                **more,
            ),
        )

    def relation(
        self, source: int, target: int, words: str, kind: str = "SUPPORT", stance: float = 0.5, **more: Any
    ) -> int:
        span = self.span(words)
        return self.add(
            "relations", lambda i: Relation(i, source, target, kind, stance, span, self.sentence(span), **more)
        )

    def flag(self, words: str, kind: str = "satire") -> int:
        span = self.span(words)
        return self.add("flags", lambda i: Flag(i, kind, span, self.sentence(span), "test"))

    def figure(self, words: str, value: float, head: str) -> int:
        span = self.span(words)
        return self.add(
            "figures", lambda i: Figure(i, span, self.sentence(span), value, value, value, Bound.EXACT, head=head)
        )

    @property
    def id(self) -> str:
        return self.done().article.id

    def done(self) -> Annotation:
        article = Article.make(self.text, self.name, outlet=self.outlet, published=self.published)
        made = Annotation(article, sentences=tuple(self.sentences()))
        return replace(made, **{kind: tuple(rows) for kind, rows in self.parts.items()})


def scene(builds: Iterable[Build], copies: Sequence[Copy] = (), actors: Sequence[StoryActor] | None = None) -> Scene:
    """Put built articles together, in the order of comparing, actors of equal names linked."""
    made = [b.done() for b in builds]
    ordered = tuple(sorted(made, key=lambda a: (str(a.article.published or "9999"), a.article.name, a.article.id)))
    linked = tuple(actors) if actors is not None else _same_names(ordered)
    return Scene(ordered, Links(tuple(copies), linked), tuple(date_window(a) for a in ordered))


def copy(a: Build, b: Build, original: Build | None = None) -> Copy:
    """Say that two built articles are copies."""
    first, second = sorted((a.id, b.id))
    return Copy(first, second, CopyKind.NEAR, 0.9, 0.9, original.id if original else None, "near copy", ())


def _same_names(annotations: Sequence[Annotation]) -> tuple[StoryActor, ...]:
    groups: dict[str, list[tuple[str, Actor]]] = {}
    for annotation in annotations:
        for actor in annotation.actors:
            groups.setdefault(actor.name, []).append((annotation.article.id, actor))
    return tuple(
        StoryActor(n, m[0][1].type, m[0][1].speaks_for, tuple((a, x.id) for a, x in m), len(m), m[0][1].role)
        for n, m in sorted(groups.items())
    )
