"""What an undated article tells without a day of its own, placed about the day that the story gives the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso.compare.clauses import is_spoken
from sayso.compare.dated import Dated, Reader, When
from sayso.compare.scene import Scene, sentence_words
from sayso.data.loading import toml
from sayso.model import Annotation, Attribution, Kind, SourceType, Span, Time, any_overlap

# The words that entries show already, by sentence.
Shown = dict[int, list[Span]]
NAMED = (SourceType.PERSON, SourceType.ORGANISATION)
LEADING = re.compile(
    r"(?:even\s+)?(?:as|while|although|though|because|since|if|when|whereas)\s+(?:the\s+)?", re.IGNORECASE
)
# "Now" in what is told ("the mayor now had 312 votes more").
THEN = re.compile(r"\s+(?:had|was|were|did)\b", re.IGNORECASE)
# "this week", "on Wednesday", "currently": about when the article was written.
NEAR = ("XXXX-WXX", "PRESENT_REF")


def placed(scene: Scene, days: Mapping[str, str], own: Iterable[Dated]) -> Iterator[Dated]:
    """Go through what the articles tell of the time in which they were written.

    That is figures that hold "now" and, of undated articles that ``days`` (article id: ISO day) places, also what
    happens "this week" or on a weekday and, unless more articles are dated than undated, a statement of each named
    source that is no mere expert; the dates of these are approximate (EDTF "2024-10-23~"). The words of ``own``
    entries have a date already.
    """
    shown: dict[str, Shown] = defaultdict(lambda: defaultdict(list))
    for one in own:
        shown[one.article][one.citation.sentence].extend(one.citation.spans)
    # Beside articles with firm days, what one may have said about some day is no date worth a line.
    sparse = 2 * sum(a.article.published is not None for a in scene.annotations) <= len(scene.annotations)
    for annotation in scene.annotations:
        article = annotation.article
        done = shown[article.id]
        if article.published:
            yield from _near(Reader(scene, annotation), When(article.published.isoformat(), "publication"), done)
        elif article.id in days:
            when, reader = When(f"{days[article.id]}~", "story"), Reader(scene, annotation)
            yield from _near(reader, when, done)
            if sparse:
                yield from _said(reader, when, done)


def _near(reader: Reader, when: When, done: Shown) -> Iterator[Dated]:
    for time in reader.annotation.times:
        if (
            _is_near(reader.annotation, time)
            and not reader.muted(time.span)
            and not any_overlap([time.span], done[time.sentence])
        ):
            found = reader.read(time, when)
            if found:
                done[found.citation.sentence].extend(found.citation.spans)
                yield found


def _said(reader: Reader, when: When, done: Shown) -> Iterator[Dated]:
    named: set[str] = set()
    for said in reader.annotation.attributions:
        source = _source(reader, said)
        if (
            source
            and source not in named
            and not reader.muted(said.content[0])
            and not any_overlap(said.cue, done[said.sentence])
        ):
            found = reader.state(said, when)
            if found:
                named.add(source)
                done[found.citation.sentence].extend(found.citation.spans)
                yield found


def _is_near(annotation: Annotation, time: Time) -> bool:
    """Whether a time means the article's own; "now" does only where it dates a figure."""
    if time.edtf or not time.value.startswith(NEAR):
        return False
    if time.value != "PRESENT_REF":
        return True
    told = THEN.match(annotation.article.text, time.span.end)
    return told is None and any(f.sentence == time.sentence for f in annotation.figures)


def _source(reader: Reader, said: Attribution) -> str | None:
    """Return who makes a statement of his own: named, with a word of saying, and party to the story."""
    if said.parent is not None or not said.cue or said.source_type not in NAMED or _is_expert(reader, said):
        return None
    if said.kind is Kind.INDIRECT and (not is_spoken(said) or _is_background(reader, said)):
        return None
    return " ".join(sorted(w.name for w in reader.scene.who(reader.id, said.id)))


def _is_background(reader: Reader, said: Attribution) -> bool:
    """Whether the statement stands in a clause that only leads to another ("As unions push for more pay, …")."""
    start = sentence_words(reader.annotation, said.sentence).start
    return bool(LEADING.fullmatch(reader.text, start, min(s.start for s in (*said.source, *said.cue))))


def _is_expert(reader: Reader, said: Attribution) -> bool:
    """Whether the source only comments on the story (a professor, an analyst), by its words or by the actor's role."""
    if said.source_subtype == "experts":
        return True
    roles = (reader.annotation.actors[actor].role or "" for actor in said.actors)
    known = toml("sources")["roles"]["experts"]
    return any(re.search(rf"\b{re.escape(word)}\b", role.lower()) for role in roles for word in known)
