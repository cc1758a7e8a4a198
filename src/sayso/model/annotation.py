"""What is read in one article, without looking at any other.

All objects are frozen and point at each other by ``id``, which is the index in the annotation's tuple of
that kind: ``annotation.attributions[claim.attribution]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.article import Article
from sayso.model.spans import Span


class Kind(StrEnum):
    """How the content of an attribution is given (PARC 3.0, PolNeAR)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceType(StrEnum):
    """Who stands behind a content."""

    PERSON = "named person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"
    NONE = "none given"


class Certainty(StrEnum):
    """FactBank's scale (Saurí & Pustejovsky 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether the claim is put forward or its opposite is."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Mode(StrEnum):
    """How the claim is put, as read from the cue and the grammar."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PREDICTED = "predicted"
    FEARED = "feared"
    HYPOTHETICAL = "hypothetical"
    DEMANDED = "demanded"
    ASKED = "asked"


class Bound(StrEnum):
    """What a figure's number says about the true one."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    UP_TO = "up to"
    LESS_THAN = "less than"
    BETWEEN = "between"
    UNQUANTIFIED = "unquantified"
    COMPARATIVE = "comparative"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``heading`` for a line that is a title or subtitle, ``paragraph`` counts from 0."""

    id: int
    span: Span
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. ``type`` and ``value`` follow TIMEX3 (ISO 8601 or PRESENT_REF, PAST_REF, FUTURE_REF).

    ``edtf`` is the calendar date or interval where the text or the publication date fixes one, else None;
    ``basis`` says which: "explicit", "publication", "text" (another date of the same text) or "none".
    """

    id: int
    span: Span
    sentence: int
    type: str
    value: str
    edtf: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is meant; ``kind`` is name, nominal, pronoun or adjectival."""

    span: Span
    sentence: int
    kind: str
    as_place: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, state, force, group or place under one name within the article.

    ``type`` is person, organisation, state, force, group or place; ``speaks_for`` names the state or body
    that a metonym or office speaks for ("Kremlin" -> "Russia").
    """

    id: int
    name: str
    type: str
    mentions: tuple[Mention, ...]
    speaks_for: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans; source and cue may be empty, content never is.

    ``actors`` are the ids of who is meant by the source (empty: unresolved or unnamed), ``parent`` is the
    attribution whose content holds this one, ``rule`` names how it was found, ``cue_lemma`` the cue's entry.
    ``reader`` is "trained" or "rules"; ``score`` (0 to 1) is how sure it is: the trained reader's own chance, for the
    rules the share of such uses of the cue that are attributions.
    """

    id: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sentence: int
    kind: Kind
    source_type: SourceType
    source_subtype: str = ""
    actors: tuple[int, ...] = ()
    parent: int | None = None
    rule: str = ""
    cue_lemma: str = ""
    reader: str = "rules"
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. ``low`` and ``high`` are the interval that value and bound mean; None is open.

    ``counted`` are the words that name what is counted, ``head`` their head's lemma ("soldier"), ``group``
    what qualifies it ("North Korean"); ``per`` a rate's period ("month"). ``value`` is None for vague and
    comparative figures. ``attribution`` is the innermost attribution whose content holds it, None = the
    outlet's voice. ``scope`` keeps the words that say of which whole ("in total", "already in Kursk").
    ``change`` is "up" or "down" where the figure is the size or the end of a change, ``former`` the number it
    changed from ("from 3 to 4 percent").
    ``predicate`` is the lemma of what is said of the things counted ("evacuate" of 300 homes).
    """

    id: int
    span: Span
    sentence: int
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    counted: Span | None = None
    head: str | None = None
    group: str | None = None
    place: Span | None = None
    per: str | None = None
    time: int | None = None
    attribution: int | None = None
    scope: Span | None = None
    change: str | None = None
    former: float | None = None
    predicate: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who does what to whom. ``type`` is a PLOVER event type (Halterman et al. 2023), mode its PLOVER mode.

    ``attribution`` as in Figure; ``certainty``, ``polarity`` and ``how`` as in Claim.
    """

    id: int
    trigger: Span
    sentence: int
    type: str
    lemma: str
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    place: Span | None = None
    time: int | None = None
    attribution: int | None = None
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    how: Mode = Mode.ASSERTED
    plover_mode: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, by an attribution or (``attribution`` None) in the outlet's own voice.

    ``terms`` are the lower-cased content lemmas of its spans, for comparing claims.
    """

    id: int
    spans: tuple[Span, ...]
    sentence: int
    attribution: int | None
    certainty: Certainty
    polarity: Polarity
    mode: Mode
    events: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    actors: tuple[int, ...] = ()
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """How one actor stands toward another: ``stance`` from -1 (hostile) to 1 (friendly), ``words`` the evidence.

    An end that is none of the article's actors ("two nurses") is None and named by its words: ``source_words``,
    ``target_words``. A source without either is the article itself, in its own words.
    """

    id: int
    source: int | None
    target: int | None
    type: str
    stance: float
    words: Span
    sentence: int
    attribution: int | None = None
    how: Mode = Mode.ASSERTED
    time: int | None = None
    source_words: Span | None = None
    target_words: Span | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader should be warned of; ``other`` is a second passage it is about, where there is one."""

    id: int
    type: str
    span: Span
    sentence: int
    why: str
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was read in one article."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    times: tuple[Time, ...] = ()
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    flags: tuple[Flag, ...] = ()
