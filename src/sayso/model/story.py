"""What holds between the articles of one story."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.annotation import Annotation, Bound, Certainty, Mode, Polarity, SourceType
from sayso.model.article import Article, Skipped
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Words of one article: its id, the sentence they begin in (from 0; a brief prints it from 1), and the spans."""

    article: str
    sentence: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """A claim of an annotation, by article id and claim id."""

    article: str
    claim: int


@dataclass(frozen=True, slots=True)
class Who:
    """Who stands behind something: a name to show, a type, and the key under which equal sources count once.

    ``key`` is None for unnamed sources, which are never merged; ``via`` is the chain down to the origin
    ("Daily Post", "Reuters").
    """

    name: str
    type: SourceType
    key: str | None
    via: tuple[str, ...] = ()

    @property
    def is_outlet(self) -> bool:
        """Whether an outlet speaks for itself here, rather than a source that it gives."""
        return (self.key or "").startswith("outlet:")


class CopyKind(StrEnum):
    """How one text derives from another; ``PART``: passages of it, the rest is its own."""

    IDENTICAL = "identical"
    NEAR = "near copy"
    REWRITE = "rewrite"
    CUT = "cut-down"
    PART = "passages"


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles of which one derives from the other. ``original`` is None where the direction is unknown.

    ``share_of_a`` is the share of a's runs of three words that stand in b (containment, Broder 1997); quotations,
    statements, posts and page furniture are not counted. ``reason`` is one line: what is shared, in what order, and
    why the direction is what it is.
    """

    a: str
    b: str
    kind: CopyKind
    share_of_a: float
    share_of_b: float
    original: str | None
    reason: str
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """How many origins of an account are *shown* to be independent, and why not more."""

    articles: int
    outlets: int
    origins: int
    shown: int
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """Claims that say the same thing, with the words that say it best."""

    id: int
    claims: tuple[ClaimRef, ...]
    text: str
    citations: tuple[Citation, ...]
    who: tuple[Who, ...]
    certainty: Certainty
    polarity: Polarity
    mode: Mode
    independence: Independence
    reason: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as one source gave it. Dates are EDTF; ``basis`` says where ``as_of`` comes from.

    basis: "stated" (in its sentence), "story" (stated, its year inferred from other articles), "published"
    (the article's date) or "unknown" (then ``as_of`` is None).
    """

    citation: Citation
    figure: int
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    counted: str
    who: tuple[Who, ...]
    mode: Mode
    as_of: str | None
    basis: str
    words: str
    scope: str | None = None
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """The most conservative figure of a date (EDTF, None: undated), derived from ``rows`` figures and replacing none.

    ``value`` is the lowest number that one of them commits to, ``high`` the highest that one allows (None: open);
    ``disputed`` where no number fits two of them. ``citations`` are the figures that give ``value``.
    """

    as_of: str | None
    value: float
    high: float | None
    disputed: bool
    rows: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of the same thing, in the order of their dates.

    ``scope`` says whose the things are, ``place`` of which place or whole all rows are (None: one whole, or not told);
    ``related`` are the series of the same thing of another scope or place. ``derived`` never stands for a row.
    """

    id: int
    label: str
    head: str
    unit: str | None
    per: str | None
    scope: str | None
    rows: tuple[FigureRow, ...]
    related: tuple[int, ...] = ()
    place: str | None = None
    derived: tuple[Derived, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement."""

    position: str
    citations: tuple[Citation, ...]
    who: tuple[Who, ...]
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Accounts that differ.

    ``type`` is denial, contradiction, update, scope, lost bound, certainty, source, quotation, headline or assessment.
    """

    id: int
    type: str
    topic: str
    sides: tuple[Side, ...]
    reason: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something dated. ``date`` is EDTF; ``words`` are the article's own.

    ``basis`` is "explicit", "publication", "text" (see Time) or "story": the year is inferred from other articles or,
    with a day marked approximate ("2024-10-23~"), an undated article is placed about the latest day that it tells of,
    or that it shares with the others.
    """

    date: str
    words: str
    citations: tuple[Citation, ...]
    who: tuple[Who, ...]
    basis: str
    mode: Mode = Mode.ASSERTED
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class ActorLink:
    """Why two articles' actors (article id, actor id) are held to be one, in a line."""

    left: tuple[str, int]
    right: tuple[str, int]
    reason: str


@dataclass(frozen=True, slots=True)
class StoryActor:
    """An actor under one name over all articles; ``links`` say why each member belongs to the others."""

    name: str
    type: str
    speaks_for: str | None
    members: tuple[tuple[str, int], ...]
    mentions: int
    role: str | None = None
    links: tuple[ActorLink, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryRelation:
    """How one actor stands toward another, with evidence."""

    source: str
    target: str
    type: str
    stance: float
    citations: tuple[Citation, ...]
    who: tuple[Who, ...]
    mode: Mode
    date: str | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """What is predicted, feared, demanded or left open, and what later articles say to it.

    ``settled_by`` plainly states that it was done, or was not; ``followed_by`` is the nearest that a later article
    states, where nothing settles it: whether that answers it is for the reader to judge.
    """

    kind: str
    words: str
    citations: tuple[Citation, ...]
    who: tuple[Who, ...]
    settled_by: tuple[Citation, ...] = ()
    followed_by: tuple[Citation, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class DateWindow:
    """When an article was published, or the window that its own text implies (EDTF), with the basis."""

    edtf: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Links:
    """What linking found between annotations: copies, and the articles' actors under story-wide names."""

    copies: tuple[Copy, ...]
    actors: tuple[StoryActor, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The story as compared; articles in a fixed order, annotations parallel to them."""

    articles: tuple[Article, ...]
    annotations: tuple[Annotation, ...]
    windows: tuple[DateWindow, ...]
    links: Links
    accounts: tuple[Account, ...]
    series: tuple[Series, ...]
    disagreements: tuple[Disagreement, ...]
    timeline: tuple[TimelineEntry, ...]
    relations: tuple[StoryRelation, ...]
    questions: tuple[Question, ...]
    skipped: tuple[Skipped, ...] = ()
