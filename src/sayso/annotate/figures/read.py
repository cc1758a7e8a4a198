"""Put the parts together: numbers with units and bounds, then what they count and in whose words they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Doc, Token

from sayso.annotate.figures import context, phrases
from sayso.annotate.figures.ages import is_age, is_aside
from sayso.annotate.figures.countable import is_countable
from sayso.annotate.figures.counted import Counted, after, lemma, subject, unit, whole
from sayso.annotate.figures.ellipsis import OF_THEM, elliptic
from sayso.annotate.figures.margins import as_margin
from sayso.annotate.figures.names import NOT_ONE, is_attributive, is_name
from sayso.annotate.figures.predicate import predicate
from sayso.annotate.figures.quantities import Quantity, find_quantities
from sayso.annotate.figures.shared import with_shared_sources
from sayso.annotate.figures.units import RATE, base, unit_name
from sayso.annotate.figures.vague import find_vague
from sayso.annotate.sentences import sentence_at
from sayso.model import Annotation, Attribution, Figure, Span, Time

PARTS = frozenset(("most", "some", "many", "half", "quarter", "third", "thirds", "quarters", "percent", "cent", "%"))
NO = re.compile(r"\bno\s$", re.IGNORECASE)  # "no one"
HOW_MANY = re.compile(r"\W*how\s+many\s+(?=\w.*\?\W*$)", re.IGNORECASE | re.DOTALL)
OF_THE = re.compile(r"\s+of\s+the\b", re.IGNORECASE)
# So many figures back a bare number may count what one before it does.
BACK = 6


@dataclass(frozen=True, slots=True)
class Scene:
    """The document with what several figures look up in it."""

    doc: Doc
    text: str
    annotation: Annotation
    starts: list[int]
    contents: dict[int, list[context.Content]]
    places: dict[int, list[context.Hanging]]
    times: dict[int, list[context.Hanging]]

    def token(self, offset: int) -> int:
        """Return the index of the token that holds the character at ``offset``."""
        return max(bisect_right(self.starts, offset) - 1, 0)


def read_figures(doc: Doc, annotation: Annotation) -> tuple[Figure, ...]:
    """Return quantities, in the order of the text.

    Dates, clock times, names and references are none. Durations, ages and measures are, with their ``unit``; for
    what is counted, ``unit`` is the noun phrase in lower case with its head as a lemma.
    """
    starts = doc.to_array("IDX").tolist()
    scene = Scene(
        doc,
        annotation.article.text,
        annotation,
        starts,
        context.contents(annotation),
        context.places(doc, annotation.sentences),
        _times(doc, starts, annotation.times),
    )
    made = [*_numeric(scene), *find_vague(doc, scene.text, scene.starts, annotation)]
    made.sort(key=lambda f: (f.span.start, f.span.end))
    finished = [_finish(scene, replace(figure, id=i), i) for i, figure in enumerate(_disjoint(made))]
    return _dated_alike(list(with_shared_sources(doc, annotation, finished)))


def _dated_alike(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Date a bare number as the one is that names what both count ("On Monday 40 men …; the army spoke of 60")."""
    times = {f.counted: f.time for f in figures if f.counted and f.counted.start >= f.span.start}
    return tuple(
        replace(f, time=times.get(f.counted)) if f.time is None and f.counted and f.counted.start < f.span.start else f
        for f in figures
    )


def _disjoint(figures: list[Figure]) -> Iterator[Figure]:
    end = -1
    for figure in figures:
        if figure.span.start >= end:
            yield figure
            end = figure.span.end


def _numeric(scene: Scene) -> Iterator[Figure]:
    dated = _dated(scene.annotation.times)
    earlier: deque[Figure] = deque(maxlen=BACK)
    for quantity in find_quantities(scene.text, partial(_is_dated, dated)):
        token = scene.token(quantity.first)
        if is_name(scene.doc, scene.text, quantity, token):
            continue
        figure = _figure(scene, quantity, token)
        if figure:
            figure = as_margin(scene.text, elliptic(scene.text, figure, earlier, _said(scene, figure)))
            figure = _answering(scene, figure)
            if figure.counted:
                earlier.append(figure)
            yield figure


def _answering(scene: Scene, figure: Figure) -> Figure:
    """Let a bare number that opens an answer count what the question is about ("How many died?" "Twelve, says …")."""
    sentences = scene.annotation.sentences
    here = sentences[figure.sentence].span if sentences else figure.span
    asked = HOW_MANY.match(sentences[figure.sentence - 1].span.text) if figure.sentence else None
    if asked is None or figure.head or figure.unit or figure.span.start - here.start > len("Around "):
        return figure
    doc, start = scene.doc, scene.token(sentences[figure.sentence - 1].span.start + asked.end())
    found = after(doc, start, None)
    if found is None:
        return figure
    words = _words(scene.text, doc, found.start, found.end)
    state = predicate(doc[found.head])
    return replace(figure, unit=unit(doc, found), counted=words, head=lemma(doc[found.head]), predicate=state)


def _said(scene: Scene, figure: Figure) -> Attribution | None:
    number = context.attribution(scene.contents, figure.span.start, figure.span.end)
    return None if number is None else scene.annotation.attributions[number]


def _dated(times: tuple[Time, ...]) -> dict[int, list[tuple[int, int]]]:
    """Return the character ranges of dates and clock times by the sentence they stand in."""
    made: dict[int, list[tuple[int, int]]] = {}
    for time in times:
        if time.type in ("DATE", "TIME"):
            made.setdefault(time.span.start >> 9, []).append((time.span.start, time.span.end))
    return made


def _is_dated(dated: dict[int, list[tuple[int, int]]], start: int, end: int) -> bool:
    block = start >> 9
    near = (*dated.get(block - 1, ()), *dated.get(block, ()), *dated.get(block + 1, ()))
    return any(s < end and start < e for s, e in near)


def _figure(scene: Scene, quantity: Quantity, token: int) -> Figure | None:
    doc, text = scene.doc, scene.text
    following = scene.token(quantity.end - 1) + 1
    counted = _counted(doc, quantity, following) or _within(scene, quantity, following)
    if counted and counted.start == following and counted.end == following + 1 and _is_state(doc[following], text):
        counted = None
    if is_attributive(doc, text, quantity, counted):
        return None
    quantity = _none(text, quantity)
    if quantity.value == 1 and NO.search(text, max(quantity.first - 4, 0), quantity.first):
        return None
    name, per = _unit(scene, quantity, counted)
    if name is None and counted is None and (is_aside(text, quantity) or is_age(text, quantity)):
        name = "year of age"
    elif name is None:
        if counted is None and quantity.form == "words" and quantity.value == 1 and not _tells(text, quantity):
            return None
        counted = counted or whole(doc, scene.token(quantity.start)) or subject(doc[token])
    elif counted and unit_name(doc[counted.head].lemma_.lower()) == name and doc[counted.head].pos_ == "NOUN":
        counted = after(doc, counted.end, None) if counted.end < len(doc) and doc[counted.end].lower_ == "of" else None
    if counted is None and name is None and not _may_stand_alone(doc, quantity, token) and not _tells(text, quantity):
        return None
    return Figure(
        id=0,
        span=_trimmed(text, quantity.start, quantity.end),
        sentence=sentence_at(scene.annotation.sentences, quantity.first),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=name,
        counted=_words(text, doc, counted.start, counted.end) if counted else None,
        head=lemma(doc[counted.head]) if counted else None,
        group=_group(text, doc, counted),
        per=per,
        change=quantity.change,
        former=quantity.former,
        predicate=_predicate(scene, quantity, counted, token),
    )


def _none(text: str, quantity: Quantity) -> Quantity:
    """Return "not one" as 0, any other quantity as it is."""
    one = quantity.value == 1 and quantity.form == "words"
    if not (one and NOT_ONE.search(text, max(quantity.first - 4, 0), quantity.first)):
        return quantity
    return replace(quantity, start=quantity.first - len("not "), value=0.0, low=0.0, high=0.0)


def _is_state(word: Token, text: str) -> bool:
    """Whether what was taken for a noun says what befell people ("12 Dead", "Thousands Homeless" in a heading)."""
    state = None if is_countable(word) else phrases.after(text, word.idx - 1)
    return state is not None and state.people


def _tells(text: str, quantity: Quantity) -> bool:
    """Whether the words round a bare number make it one of people ("Three dead") or of things told before."""
    of_them = quantity.value != 1 and OF_THEM.match(text, quantity.end)
    return bool(of_them or phrases.of_people(text, quantity.start, quantity.end))


def _predicate(scene: Scene, quantity: Quantity, counted: Counted | None, token: int) -> str | None:
    """Return what is said of the things counted: by a set phrase beside them, else by the verb they hang on."""
    doc, text = scene.doc, scene.text
    if quantity.measure.unit:
        return None if counted is None else predicate(doc[counted.head])
    if counted is None:
        return predicate(doc[token])
    is_whole = _is_whole(doc, token)
    last = doc[counted.end - 1]
    following = None if is_whole or counted.end <= token else phrases.after(text, last.idx + len(last))
    state = following
    part = None if is_whole else OF_THE.match(text, quantity.end)
    if part and counted.start > token + 3 and (found := phrases.after(text, part.end())):
        return found.predicate  # "five of the dead were officers"
    if state is None or not state.several:
        state = phrases.before(text, quantity.start) or following
    if state is not None and state.several and not is_whole:
        return state.predicate
    # Where the parse loses the subject ("Along the Rhine 61 people have been killed"), the words beside it tell.
    beside = state.predicate if state is not None and not is_whole else None
    return predicate(doc[counted.head], is_whole) or beside


def _is_whole(doc: Doc, token: int) -> bool:
    """Whether a number before tells of some of those that this one counts ("12 of the 45 patients")."""
    at = token - 1
    while at > 0 and doc[at].pos_ in ("DET", "PRON", "ADV", "ADJ"):
        at -= 1
    return at > 0 and doc[at].lower_ == "of" and (doc[at - 1].like_num or doc[at - 1].lower_ in PARTS)


def _unit(scene: Scene, quantity: Quantity, counted: Counted | None) -> tuple[str | None, str | None]:
    """Return the unit (for what is counted, its noun phrase) and what a rate is per."""
    doc, found = scene.doc, quantity.measure
    if found.unit:
        return found.unit, found.per
    if counted is None:
        return None, None
    rate = RATE.match(scene.text, doc[counted.end - 1].idx + len(doc[counted.end - 1]))
    head = doc[counted.head]
    measured = unit_name(head.lemma_.lower()) if head.pos_ == "NOUN" else None
    return measured or unit(doc, counted), base(rate) if rate else None


def _counted(doc: Doc, quantity: Quantity, following: int) -> Counted | None:
    if quantity.measure.unit:
        of = following < len(doc) and doc[following].lower_ == "of"
        return after(doc, following, quantity.value) if of else None
    return after(doc, following, quantity.value)


def _within(scene: Scene, quantity: Quantity, following: int) -> Counted | None:
    """Return the noun between the two numbers of a range ("from 312 votes to 189")."""
    if quantity.former is None and quantity.low == quantity.high:
        return None
    found = after(scene.doc, scene.token(quantity.first) + 1, quantity.value)
    return found if found and found.end < following else None


def _may_stand_alone(doc: Doc, quantity: Quantity, token: int) -> bool:
    """Whether a number without unit or noun is a quantity at all: "one" alone is a pronoun, two words a page number."""
    word = doc[token]
    if quantity.form == "words" and (quantity.value or 0) < 2:
        return False
    return word.dep_ not in ("ROOT", "dep", "appos", "npadvmod", "punct") or quantity.bound != "exact"


def _group(text: str, doc: Doc, counted: Counted | None) -> str | None:
    if counted is None or counted.head == counted.start:
        return None
    return _words(text, doc, counted.start, counted.head).text.rstrip(" -") or None


def _words(text: str, doc: Doc, start: int, end: int) -> Span:
    last = doc[end - 1]
    return _trimmed(text, doc[start].idx, last.idx + len(last))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end)


def _finish(scene: Scene, figure: Figure, number: int) -> Figure:
    """Add what the sentence tells of the figure: place, scope, time, attribution."""
    span, sentences = figure.span, scene.annotation.sentences
    token = scene.doc[scene.token(span.end - 1)]
    when = context.nearest(scene.times.get(figure.sentence, []), token)
    first, last = (sentences[figure.sentence].span.start, sentences[figure.sentence].span.end) if sentences else (0, 0)
    scope = context.scope(scene.text, span.start, span.end, first, last)
    return replace(
        figure,
        id=number,
        place=scope
        if scope and context.is_place(scope)
        else context.place(scene.text, scene.places.get(figure.sentence, []), token)
        or context.named_place(
            scene.annotation, span.start, max(span.end, figure.counted.end if figure.counted else 0)
        ),
        scope=scope,
        time=when.other if when else None,
        attribution=context.attribution(scene.contents, span.start, span.end),
    )


def _times(doc: Doc, starts: list[int], times: tuple[Time, ...]) -> dict[int, list[context.Hanging]]:
    """Return the dates and clock times by sentence."""
    made: dict[int, list[context.Hanging]] = {}
    for time in times:
        if time.type != "DURATION":
            token = doc[max(bisect_right(starts, time.span.start) - 1, 0)]
            made.setdefault(time.sentence, []).append(context.Hanging(token.i, context.clause(token), time.id))
    return made
