"""The annotations and links of one story, with the look-ups that every comparison needs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.compare import edtf
from sayso.compare.chain import voucher
from sayso.compare.years import Years
from sayso.model import (
    Actor,
    Annotation,
    Attribution,
    Citation,
    Claim,
    ClaimRef,
    Copy,
    CopyKind,
    DateWindow,
    Links,
    SourceType,
    Span,
    StoryActor,
    Who,
    any_overlap,
)

CLAUSE = re.compile(r",? (?:which|who|whose|that) ")


@dataclass(frozen=True)
class Scene:
    """One story's annotations in their fixed order, what links them, and when each was published.

    ``repeated`` are the sentences, by article, that many articles print and that are compared in another one.
    """

    annotations: tuple[Annotation, ...]
    links: Links
    windows: tuple[DateWindow, ...]
    repeated: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    @cached_property
    def by_article(self) -> Mapping[str, Annotation]:
        """Annotation by article id."""
        return {a.article.id: a for a in self.annotations}

    @cached_property
    def window_of(self) -> Mapping[str, DateWindow]:
        """Publication date or window by article id."""
        return {a.article.id: w for a, w in zip(self.annotations, self.windows, strict=True)}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Place of each article in the fixed order, by id."""
        return {a.article.id: i for i, a in enumerate(self.annotations)}

    @cached_property
    def _actors(self) -> Mapping[tuple[str, int], StoryActor]:
        return {member: actor for actor in self.links.actors for member in actor.members}

    @cached_property
    def flagged(self) -> Mapping[str, tuple[Span, ...]]:
        """Passages that must not count as a voice of their own (satire, a rewrite of the same article), by article."""
        return {
            a.article.id: tuple(f.span for f in a.flags if f.type in ("satire", "rewrite")) for a in self.annotations
        }

    @cached_property
    def derived(self) -> frozenset[str]:
        """Ids of the articles that as a whole derive from another article of the story."""
        return frozenset(_derived(copy) for copy in self.links.copies if copy.kind is not CopyKind.PART)

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The names of the articles' outlets."""
        return frozenset(a.article.outlet for a in self.annotations if a.article.outlet)

    @cached_property
    def copy_groups(self) -> Mapping[str, str]:
        """For each article the first article (in the fixed order) of its group of copies, by ids."""
        root = {a: a for c in self.links.copies for a in (c.a, c.b)} | {a: a for a in self.order}

        def find(a: str) -> str:
            while root[a] != a:
                root[a] = root[root[a]]
                a = root[a]
            return a

        for copy in self.links.copies:
            one, other = sorted((find(copy.a), find(copy.b)), key=lambda a: (self.order.get(a, len(self.order)), a))
            root[other] = one
        return {a: find(a) for a in root}

    @cached_property
    def years(self) -> Years:
        """The years that the story's dates fix for dates without one."""
        return Years.of(self.annotations, self.windows)

    def actor(self, article: str, actor: int) -> StoryActor | None:
        """Return the story-wide actor behind an article's actor."""
        return self._actors.get((article, actor))

    def actor_name(self, article: str, actor: int) -> str:
        """Return the story-wide name of an article's actor."""
        found = self.actor(article, actor)
        return found.name if found else self.by_article[article].actors[actor].name

    def claims(self) -> Iterator[tuple[ClaimRef, Claim, Annotation]]:
        """Go through all claims of all articles, in order."""
        for annotation in self.annotations:
            for claim in annotation.claims:
                yield ClaimRef(annotation.article.id, claim.id), claim, annotation

    def claim(self, ref: ClaimRef) -> Claim:
        """Return the claim that ``ref`` names."""
        return self.by_article[ref.article].claims[ref.claim]

    def cite(self, article: str, spans: Iterable[Span]) -> Citation:
        """Cite words of an article."""
        kept = tuple(sorted(set(spans)))
        return Citation(article, sentence_of(self.by_article[article], kept[0]), kept)

    def muted(self, article: str, spans: Sequence[Span]) -> bool:
        """Whether the words lie in a passage that must not count as a voice (satire, inner rewrite), or is repeated."""
        if any(f.covers(s) for f in self.flagged[article] for s in spans):
            return True
        again = self.repeated.get(article)
        return again is not None and all(_is_within(s, again) for s in spans)

    def is_later(self, article: str, dates: Iterable[str | None]) -> bool:
        """Whether an article is surely later than all dates (EDTF, None: unknown)."""
        at = self.window_of[article].edtf
        return all(edtf.later(at, date) for date in dates)

    def who(self, article: str, attribution: int | None) -> tuple[Who, ...]:
        """Return who stands behind an attribution, or the outlet where there is none."""
        if attribution is None:
            return (self.outlet(article),)
        known = self._known.get((article, attribution))
        if known is None:
            known = self._known[article, attribution] = self._behind(article, attribution)
        return known

    def one_voice(self, a: ClaimRef, b: ClaimRef) -> bool:
        """Whether one named source stands behind both claims."""
        left = {w.key for w in self.who(a.article, self.claim(a).attribution) if w.key}
        return bool(left & {w.key for w in self.who(b.article, self.claim(b).attribution) if w.key})

    @cached_property
    def _known(self) -> dict[tuple[str, int], tuple[Who, ...]]:
        """Who was looked up already, by article id and attribution id."""
        return {}

    def _behind(self, article: str, attribution: int) -> tuple[Who, ...]:
        annotation = self.by_article[article]
        found = annotation.attributions[voucher(annotation, attribution)]
        given = tuple(self._named(article, found, actor) for actor in found.actors)
        return tuple(dict.fromkeys(given)) or (self._unresolved(article, found),)

    def outlet(self, article: str) -> Who:
        """Return the outlet (or, unnamed, the article) as the one who says it."""
        seen = self.by_article[article].article
        name = seen.outlet or seen.name
        return Who(name, SourceType.ORGANISATION, f"outlet:{name.casefold()}")

    def _named(self, article: str, found: Attribution, actor: int) -> Who:
        local = self.by_article[article].actors[actor]
        name = self.actor_name(article, actor)
        if found.source_type is SourceType.UNNAMED:
            return Who(_source_words(found) or name, SourceType.UNNAMED, None)
        if _only_qualifies(local, found):
            return self._unresolved(article, found)
        kind = SourceType.PERSON if local.type == "person" else SourceType.ORGANISATION
        return Who(name, kind, f"actor:{name.casefold()}")

    def _unresolved(self, article: str, found: Attribution) -> Who:
        words = _source_words(found)
        if not words:
            return Who("no source given", SourceType.NONE, None)
        named = found.source_type in (SourceType.PERSON, SourceType.ORGANISATION) and found.source_subtype != "pronoun"
        return Who(words, found.source_type, f"name:{words.casefold()}" if named else None)


def _is_within(span: Span, sentences: Sequence[Span]) -> bool:
    """Whether one of the sentences (in order, apart) holds a span."""
    at = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    return at >= 0 and sentences[at].covers(span)


def _derived(copy: Copy) -> str:
    return copy.b if copy.original == copy.a else copy.a if copy.original == copy.b else max(copy.a, copy.b)


def _only_qualifies(actor: Actor, found: Attribution) -> bool:
    """Whether a source names an actor only to say whose it is: "Norlandish intelligence" is not Norland."""
    near = [m for m in actor.mentions if any_overlap([m.span], found.source)]
    return bool(near) and all(m.kind == "adjectival" for m in near)


def _source_words(found: Attribution) -> str:
    """Return the source's words without the clause that hangs on them (", which runs the plant")."""
    words = " … ".join(" ".join(s.text.split()) for s in found.source)
    return CLAUSE.split(words, maxsplit=1)[0]


def sentence_of(annotation: Annotation, span: Span) -> int:
    """Return the id of the sentence in which a span begins."""
    return max(bisect_right(annotation.sentences, span.start, key=lambda s: s.span.start) - 1, 0)


def sentence_words(annotation: Annotation, sentence: int) -> Span:
    """Return the words of a sentence (the whole text where there are no sentences)."""
    if not annotation.sentences:
        return Span.of(annotation.article.text, 0, len(annotation.article.text))
    return annotation.sentences[sentence].span
