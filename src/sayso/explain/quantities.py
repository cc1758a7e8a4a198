"""Why a figure has its value, bound, unit and speaker, and a time its value."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.figures.numbers import Number, find_numbers
from sayso.data.loading import table
from sayso.explain.reason import Reason, name, number, quoted
from sayso.model import Annotation, Bound, Figure, Time

FORMS = {"digits": "digits", "words": "number words", "vague": "a round plural, a lower bound only", "part": "a share"}
BASES = {
    "explicit": "the words give the date in full",
    "publication": "counted from the date of publication",
    "text": "counted from another date of the text",
    "none": "left as it is: neither the article nor the text fixes it",
}


def figure_reasons(annotation: Annotation, figure: Figure) -> Iterator[Reason]:
    """Yield the reasons for one figure."""
    numbers = find_numbers(figure.span.text)
    yield Reason("value", _value(figure, numbers))
    yield Reason("bound", f"{figure.bound.value}{_bound(figure)}")
    if figure.counted is not None or figure.unit:
        yield Reason("counts", ", ".join(_counted(figure)))
    yield Reason("said by", _speaker(annotation, figure))
    if figure.time is not None:
        yield Reason("as of", quoted(annotation.times[figure.time].span.text))


def _value(figure: Figure, numbers: list[Number]) -> str:
    low, high = figure.low, figure.high
    ends = f", from {number(low)} to {number(high)} (– is open)" if low != high or figure.value is None else ""
    parts = "; ".join(
        f"{quoted(figure.span.text[n.start : n.end])} is {number(n.value)}, {FORMS[n.form]}" for n in numbers
    )
    changed = f"; {figure.change}" if figure.change else ""
    changed += f", before {number(figure.former)}" if figure.former is not None else ""
    return f"{number(figure.value)}{ends}{changed}: {parts or 'no number word in ' + quoted(figure.span.text)}"


def _bound(figure: Figure) -> str:
    """Name the phrase of the bounds table that stands in the figure's words."""
    words = f" {' '.join(figure.span.text.lower().split())} "
    phrases = [phrase for phrase, bound, _ in table("bounds") if bound == figure.bound.value and phrase in words]
    if phrases:
        return f", from {quoted(max(phrases, key=len))}"
    vague = {phrase for phrase, _ in table("vague")}
    if figure.bound in (Bound.UNQUANTIFIED, Bound.COMPARATIVE) and not vague.isdisjoint(words.split()):
        return f", from {quoted(next(w for w in words.split() if w in vague))}"
    return "" if figure.bound is not Bound.EXACT else ", as no word bounds it"


def _counted(figure: Figure) -> Iterator[str]:
    if figure.counted is not None:
        yield f"{quoted(figure.counted.text)} (unit {figure.unit or figure.head or 'none'})"
    elif figure.unit:
        yield f"unit {figure.unit}"
    if figure.group:
        yield f"group {quoted(figure.group)}"
    if figure.predicate:
        yield f"of whom is said {quoted(figure.predicate)}"
    if figure.per:
        yield f"per {figure.per}"
    if figure.scope is not None:
        yield f"of which whole: {quoted(figure.scope.text)}"
    if figure.place is not None:
        yield f"in {quoted(figure.place.text)}"


def _speaker(annotation: Annotation, figure: Figure) -> str:
    if figure.attribution is None:
        return "the outlet: the figure stands in no attribution’s content"
    by = annotation.attributions[figure.attribution]
    who = ", ".join(name(annotation, a) for a in by.actors) or " ".join(quoted(s.text) for s in by.source)
    return f"{who or 'somebody unnamed'}: it stands in the content of attribution [{by.id}] ({by.cue_lemma})"


def time_reasons(annotation: Annotation, time: Time) -> Iterator[Reason]:
    """Yield the reasons for one time expression."""
    published = annotation.article.published
    yield Reason("value", f"{time.type} {time.value} (TIMEX3)")
    stated = f" ({published})" if published and time.basis == "publication" else ""
    yield Reason("date", f"{time.edtf or 'no calendar date'}; {BASES.get(time.basis, time.basis)}{stated}")
