"""Flatten a compared story into the records of each table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from sayso.brief.cite import bracketed
from sayso.compare.scene import Scene
from sayso.export import records
from sayso.model import Annotation, Comparison, Figure, FigureRow, Series, Span, Who


class Flattener:
    """Makes the records of one story; each method returns those of one table, in the order of the articles."""

    def __init__(self, story: Comparison) -> None:
        self._story = story
        self._scene = Scene(story.annotations, story.links, story.windows)
        self._numbers = {a.id: i for i, a in enumerate(story.articles, start=1)}

    def articles(self) -> list[records.ArticleRecord]:
        """One record an article."""
        return [
            records.ArticleRecord(
                article=self._numbers[a.article.id],
                name=a.article.name,
                outlet=a.article.outlet,
                published=a.article.published.isoformat() if a.article.published else None,
                title=a.article.title,
                window=window.edtf,
                window_basis=window.basis,
                characters=len(a.article.text),
                sentences=len(a.sentences),
                language=a.article.language,
                url=a.article.url,
                id=a.article.id,
            )
            for a, window in zip(self._story.annotations, self._story.windows, strict=True)
        ]

    def attributions(self) -> list[records.AttributionRecord]:
        """One record an attribution, nested ones included."""
        return [
            records.AttributionRecord(
                article=number,
                sentence=one.sentence + 1,
                who=self._who(annotation, one.id),
                source=_words(one.source),
                cue=_words(one.cue),
                content=_words(one.content),
                kind=one.kind.value,
                source_type=one.source_type.value,
                source_subtype=one.source_subtype,
                name=annotation.article.name,
                source_spans=_ranges(one.source),
                cue_spans=_ranges(one.cue),
                content_spans=_ranges(one.content),
                id=one.id,
                parent=one.parent,
                rule=one.rule,
                reader=one.reader,
                score=one.score,
            )
            for number, annotation in self._annotations()
            for one in annotation.attributions
        ]

    def claims(self) -> list[records.ClaimRecord]:
        """One record a claim."""
        return [
            records.ClaimRecord(
                article=number,
                sentence=one.sentence + 1,
                who=self._who(annotation, one.attribution),
                text=_words(one.spans),
                certainty=one.certainty.value,
                polarity=one.polarity.value,
                mode=one.mode.value,
                name=annotation.article.name,
                spans=_ranges(one.spans),
                id=one.id,
                attribution=one.attribution,
            )
            for number, annotation in self._annotations()
            for one in annotation.claims
        ]

    def figures(self) -> list[records.FigureRecord]:
        """One record a figure, with its date and series where comparing put it into one."""
        return [
            self._figure(number, annotation, one)
            for number, annotation in self._annotations()
            for one in annotation.figures
        ]

    def _figure(self, number: int, annotation: Annotation, one: Figure) -> records.FigureRecord:
        series, row = self._placed.get((annotation.article.id, one.id), (None, None))
        derived = next((d for d in series.derived if row and d.as_of == row.as_of), None) if series else None
        return records.FigureRecord(
            article=number,
            sentence=one.sentence + 1,
            text=one.span.text,
            bound=one.bound.value,
            value=one.value,
            counted=_text(one.counted),
            who=_names(row.who) if row else self._who(annotation, one.attribution),
            as_of=row.as_of if row else None,
            low=one.low,
            high=one.high,
            basis=row.basis if row else None,
            series=series.label if series else None,
            conservative=derived.value if derived else None,
            disputed=bool(derived and derived.disputed),
            unit=one.unit,
            group=one.group,
            place=_text(one.place),
            per=one.per,
            scope=_text(one.scope),
            copied=bool(row and row.copied),
            name=annotation.article.name,
            start=one.span.start,
            end=one.span.end,
            id=one.id,
            attribution=one.attribution,
            series_id=series.id if series else None,
            related=series.related if series else (),
        )

    def events(self) -> list[records.EventRecord]:
        """One record an event."""
        return [
            records.EventRecord(
                article=number,
                sentence=one.sentence + 1,
                type=one.type,
                agents=self._actor_names(annotation, one.agents),
                trigger=one.trigger.text,
                patients=self._actor_names(annotation, one.patients),
                place=_text(one.place),
                time=annotation.times[one.time].edtf if one.time is not None else None,
                who=self._who(annotation, one.attribution),
                certainty=one.certainty.value,
                polarity=one.polarity.value,
                mode=one.how.value,
                plover_mode=one.plover_mode,
                name=annotation.article.name,
                start=one.trigger.start,
                end=one.trigger.end,
                id=one.id,
                attribution=one.attribution,
            )
            for number, annotation in self._annotations()
            for one in annotation.events
        ]

    def times(self) -> list[records.TimeRecord]:
        """One record a time expression."""
        return [
            records.TimeRecord(
                article=number,
                sentence=one.sentence + 1,
                text=one.span.text,
                type=one.type,
                value=one.value,
                edtf=one.edtf,
                basis=one.basis,
                name=annotation.article.name,
                start=one.span.start,
                end=one.span.end,
                id=one.id,
            )
            for number, annotation in self._annotations()
            for one in annotation.times
        ]

    def flags(self) -> list[records.FlagRecord]:
        """One record a flag."""
        return [
            records.FlagRecord(
                article=number,
                sentence=one.sentence + 1,
                type=one.type,
                text=one.span.text,
                why=one.why,
                name=annotation.article.name,
                start=one.span.start,
                end=one.span.end,
                id=one.id,
            )
            for number, annotation in self._annotations()
            for one in annotation.flags
        ]

    def actors(self) -> list[records.ActorRecord]:
        """One record an actor of the story."""
        return [
            records.ActorRecord(
                name=one.name,
                type=one.type,
                mentions=one.mentions,
                articles=tuple(sorted({self._numbers[article] for article, _ in one.members})),
                speaks_for=one.speaks_for,
                role=one.role,
                names=tuple(sorted({self._local_name(member) for member in one.members})),
                why=tuple(dict.fromkeys(link.reason for link in one.links)),
            )
            for one in self._story.links.actors
        ]

    def accounts(self) -> list[records.AccountRecord]:
        """One record an account, the weightiest first."""
        return [
            records.AccountRecord(
                text=one.text,
                who=_names(one.who),
                certainty=one.certainty.value,
                polarity=one.polarity.value,
                mode=one.mode.value,
                articles=one.independence.articles,
                independent=one.independence.shown,
                reason=one.independence.reason,
                cited=bracketed(one.citations, self._numbers),
                id=one.id,
            )
            for one in self._story.accounts
        ]

    def disagreements(self) -> list[records.SideRecord]:
        """One record a side; the sides of one disagreement share its id."""
        return [
            records.SideRecord(
                id=one.id,
                type=one.type,
                topic=one.topic,
                position=side.position,
                who=_names(side.who),
                date=side.date,
                cited=bracketed(side.citations, self._numbers),
                reason=one.reason,
            )
            for one in self._story.disagreements
            for side in one.sides
        ]

    def timeline(self) -> list[records.TimelineRecord]:
        """One record an entry of the timeline, by date."""
        return [
            records.TimelineRecord(
                date=one.date,
                words=one.words,
                who=_names(one.who),
                mode=one.mode.value,
                basis=one.basis,
                cited=bracketed(one.citations, self._numbers),
            )
            for one in self._story.timeline
        ]

    def relations(self) -> list[records.RelationRecord]:
        """One record a relation between two actors."""
        return [
            records.RelationRecord(
                source=one.source,
                target=one.target,
                type=one.type,
                stance=one.stance,
                words=_words(s for c in one.citations[:1] for s in c.spans),
                who=_names(one.who),
                mode=one.mode.value,
                date=one.date,
                cited=bracketed(one.citations, self._numbers),
            )
            for one in self._story.relations
        ]

    def questions(self) -> list[records.QuestionRecord]:
        """One record a question."""
        return [
            records.QuestionRecord(
                kind=one.kind,
                words=one.words,
                who=_names(one.who),
                cited=bracketed(one.citations, self._numbers),
                settled=bracketed(one.settled_by, self._numbers),
                followed=bracketed(one.followed_by, self._numbers),
            )
            for one in self._story.questions
        ]

    def copies(self) -> list[records.CopyRecord]:
        """One record a pair of articles."""
        return [
            records.CopyRecord(
                a=self._numbers[one.a],
                b=self._numbers[one.b],
                kind=one.kind.value,
                original=self._numbers[one.original] if one.original else None,
                share_of_a=one.share_of_a,
                share_of_b=one.share_of_b,
                reason=one.reason,
            )
            for one in self._story.links.copies
        ]

    def skipped(self) -> list[records.SkippedRecord]:
        """One record an input that was not read."""
        return [records.SkippedRecord(s.name, s.reason, s.advice) for s in self._story.skipped]

    def _annotations(self) -> Iterator[tuple[int, Annotation]]:
        for annotation in self._story.annotations:
            yield self._numbers[annotation.article.id], annotation

    def _who(self, annotation: Annotation, attribution: int | None) -> str:
        return _names(self._scene.who(annotation.article.id, attribution))

    def _actor_names(self, annotation: Annotation, actors: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._scene.actor_name(annotation.article.id, actor) for actor in actors)

    def _local_name(self, member: tuple[str, int]) -> str:
        article, actor = member
        return self._read[article].actors[actor].name

    @cached_property
    def _read(self) -> Mapping[str, Annotation]:
        """Every annotation by article id, repeated articles too."""
        return {a.article.id: a for a in self._story.annotations}

    @cached_property
    def _placed(self) -> Mapping[tuple[str, int], tuple[Series, FigureRow]]:
        """Series and row of each figure, by article and figure id."""
        return {(r.citation.article, r.figure): (s, r) for s in self._story.series for r in s.rows}


def _words(spans: Iterable[Span]) -> str:
    return " … ".join(" ".join(s.text.split()) for s in spans)


def _ranges(spans: Iterable[Span]) -> tuple[records.Range, ...]:
    return tuple((s.start, s.end) for s in spans)


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _names(who: Iterable[Who]) -> str:
    return "; ".join(dict.fromkeys(w.name for w in who))
