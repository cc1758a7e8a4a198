"""The rows of the tables: flat, frozen, each with its article's number and name and the words it rests on.

``article`` is the number that a brief's citations name, ``sentence`` counts from 1, spans are (start, end) pairs
of Unicode code points in the article's text, end exclusive; dates are EDTF. ``who`` names who stands behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article, with its date or the window that its text implies."""

    article: int
    name: str
    outlet: str | None
    published: str | None
    title: str | None
    window: str | None
    window_basis: str
    characters: int
    sentences: int
    language: str | None
    url: str | None
    id: str


@dataclass(frozen=True, slots=True)
class AttributionRecord:
    """An attribution: source, cue and content (PARC 3.0, PolNeAR)."""

    article: int
    sentence: int
    who: str
    source: str
    cue: str
    content: str
    kind: str
    source_type: str
    source_subtype: str
    name: str
    source_spans: tuple[Range, ...]
    cue_spans: tuple[Range, ...]
    content_spans: tuple[Range, ...]
    id: int
    parent: int | None
    rule: str
    reader: str
    score: float


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """What is said, with FactBank's certainty and polarity."""

    article: int
    sentence: int
    who: str
    text: str
    certainty: str
    polarity: str
    mode: str
    name: str
    spans: tuple[Range, ...]
    id: int
    attribution: int | None


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A quantity with its bound; ``series`` is the label of the thing counted over all articles.

    ``conservative`` is the most conservative figure of the series on that date (see Derived), ``disputed`` whether the
    figures of that date exclude each other: both stand beside ``value``, never for it. ``related`` are the series of
    the same thing of another scope, by ``series_id``.
    """

    article: int
    sentence: int
    text: str
    bound: str
    value: float | None
    counted: str | None
    who: str
    as_of: str | None
    low: float | None
    high: float | None
    basis: str | None
    series: str | None
    conservative: float | None
    disputed: bool
    unit: str | None
    group: str | None
    place: str | None
    per: str | None
    scope: str | None
    copied: bool
    name: str
    start: int
    end: int
    id: int
    attribution: int | None
    series_id: int | None
    related: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventRecord:
    """Who does what to whom, by PLOVER's types (Halterman et al. 2023), with who says so."""

    article: int
    sentence: int
    type: str
    agents: tuple[str, ...]
    trigger: str
    patients: tuple[str, ...]
    place: str | None
    time: str | None
    who: str
    certainty: str
    polarity: str
    mode: str
    plover_mode: str | None
    name: str
    start: int
    end: int
    id: int
    attribution: int | None


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """A time expression (TIMEX3 type and value; EDTF where the date is fixed)."""

    article: int
    sentence: int
    text: str
    type: str
    value: str
    edtf: str | None
    basis: str
    name: str
    start: int
    end: int
    id: int


@dataclass(frozen=True, slots=True)
class FlagRecord:
    """Something to be warned of."""

    article: int
    sentence: int
    type: str
    text: str
    why: str
    name: str
    start: int
    end: int
    id: int


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor over all articles: ``articles`` that name it, ``names`` it goes by, and ``why`` they are one."""

    name: str
    type: str
    mentions: int
    articles: tuple[int, ...]
    speaks_for: str | None
    role: str | None
    names: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """Claims that say the same thing; ``independent`` counts the origins shown to be independent."""

    text: str
    who: str
    certainty: str
    polarity: str
    mode: str
    articles: int
    independent: int
    reason: str
    cited: str
    id: int


@dataclass(frozen=True, slots=True)
class SideRecord:
    """One side of a disagreement; the sides of one share their ``id``."""

    id: int
    type: str
    topic: str
    position: str
    who: str
    date: str | None
    cited: str
    reason: str


@dataclass(frozen=True, slots=True)
class TimelineRecord:
    """Something dated."""

    date: str
    words: str
    who: str
    mode: str
    basis: str
    cited: str


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """How one actor stands toward another, from -1 (hostile) to 1 (friendly)."""

    source: str
    target: str
    type: str
    stance: float
    words: str
    who: str
    mode: str
    date: str | None
    cited: str


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """What is open; ``settled`` cites what settles it, else ``followed`` the nearest that a later article states."""

    kind: str
    words: str
    who: str
    cited: str
    settled: str
    followed: str


@dataclass(frozen=True, slots=True)
class CopyRecord:
    """Two articles of which one derives from the other, by number; ``original`` is None where that is unknown."""

    a: int
    b: int
    kind: str
    original: int | None
    share_of_a: float
    share_of_b: float
    reason: str


@dataclass(frozen=True, slots=True)
class SkippedRecord:
    """An input that was not read."""

    name: str
    reason: str
    advice: str
