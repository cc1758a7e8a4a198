"""A figure as a row: who gives it, as of when, of which whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.compare.scene import Scene
from sayso.model import Annotation, Certainty, Claim, Figure, FigureRow, Mode, Span, Time

LONGEST, BETWEEN = 120, 3  # characters of a number with its noun, words between the two
BEFORE = 1  # the same where the noun comes first ("a toll of 21")


def figure_row(scene: Scene, annotation: Annotation, figure: Figure) -> FigureRow:
    """Return a figure as its source gives it; dates are EDTF, the basis as in FigureRow."""
    article = annotation.article.id
    date, basis = _dated(scene, annotation, figure)
    return FigureRow(
        citation=scene.cite(article, [figure.span]),
        figure=figure.id,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        counted=" ".join(figure.counted.text.split()) if figure.counted else figure.head or "",
        who=scene.who(article, figure.attribution),
        mode=_mode(annotation, figure),
        as_of=date,
        basis=basis,
        words=_words(annotation, figure),
        scope=" ".join(figure.scope.text.split()) if figure.scope else _place(figure),
        copied=scene.muted(article, [figure.span]) or article in scene.derived,
    )


def _place(figure: Figure) -> str | None:
    return " ".join(figure.place.text.split()) if figure.place else None


def _words(annotation: Annotation, figure: Figure) -> str:
    """Return the number with what is counted beside it; by itself where a clause or sentence ends between."""
    first, last = sorted((figure.span, figure.counted or figure.span), key=lambda s: (s.start, s.end))
    end = max(first.end, last.end)
    between = annotation.article.text[first.end : last.start].split()
    most = BETWEEN if first is figure.span else BEFORE
    near = end - first.start <= LONGEST and len(between) <= most and not any(word[-1] in ".?!" for word in between)
    return " ".join((annotation.article.text[first.start : end] if near else figure.span.text).split())


def _dated(scene: Scene, annotation: Annotation, figure: Figure) -> tuple[str | None, str]:
    """Return the date that the figure's own sentence states, else the publication date; with the basis."""
    stated = _stated(annotation, figure)
    if stated:
        completed = scene.years.complete(stated)
        return (completed, "story") if completed else (stated, "stated")
    window = scene.window_of[annotation.article.id]
    return (window.edtf, "published") if window.basis == "published" else (None, "unknown")


def _stated(annotation: Annotation, figure: Figure) -> str | None:
    """Return the date of the statement that gives the figure, else the date in the figure's own clause.

    "Confirmed on Monday that 40 people have been missing since March" is a figure as of Monday. A bare year
    dates no count where the day of publication is known: it mostly belongs to another noun ("the 2016 vote").
    """
    here = [t for t in annotation.times if t.sentence == figure.sentence and _dates(annotation, t)]
    # "On Friday it had 46 cases, on Monday 112".
    right = [t for t in here if 0 <= figure.span.start - t.span.end <= 1]
    own = [t for t in here if t.id == figure.time] or ([] if annotation.article.published else here)
    near = right or _said_on(annotation, figure, here) or own
    best = min(near, key=lambda t: (_gap(t.span, figure.span), t.id), default=None)
    return best.edtf if best else None


def _said_on(annotation: Annotation, figure: Figure, here: Sequence[Time]) -> list[Time]:
    """Return the date of the statement that gives a figure, or the figure's own where it only goes on with it."""
    if figure.attribution is None:
        return []
    told = annotation.attributions[figure.attribution]
    if not any(c.covers(figure.span) for c in told.content):
        # "On Monday it counted 112, after 46 on Friday; 64 are in hospital".
        beside = [t for t in here if t.id == figure.time and _is_beside(annotation, t.span, figure.span)]
        if beside:
            return beside
    at = (*told.cue, *told.source, *told.content)[0]
    said = [t for t in here if not any(c.covers(t.span) for c in told.content)]
    return sorted(said, key=lambda t: (_gap(t.span, at), t.id))[:1]


def _dates(annotation: Annotation, time: Time) -> bool:
    """Whether a time can date a figure: a closed date; "since March" dates a beginning."""
    edtf = time.edtf or ""
    before = annotation.article.text[max(0, time.span.start - 7) : time.span.start].casefold().rstrip()
    bare = len(edtf) == 4 and annotation.article.published is not None
    closed = time.type == "DATE" and bool(edtf) and ".." not in edtf and not bare
    return closed and not before.endswith(("since", "from"))


def _is_beside(annotation: Annotation, time: Span, number: Span) -> bool:
    """Whether a date follows a number in its own clause."""
    return time.start >= number.end and not re.search(r"[;,]", annotation.article.text[number.end : time.start])


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _mode(annotation: Annotation, figure: Figure) -> Mode:
    claim = claim_of(annotation, figure)
    if claim is None:
        return Mode.ASSERTED
    return Mode.HYPOTHETICAL if claim.certainty is Certainty.POSSIBLE and claim.mode is Mode.ASSERTED else claim.mode


def claim_of(annotation: Annotation, figure: Figure) -> Claim | None:
    """Return the narrowest claim that holds a figure, of those with the figure's own attribution."""
    every = [c for c in annotation.claims if figure.id in c.figures]
    holding = [c for c in every if c.attribution == figure.attribution] or every
    return min(holding, key=lambda c: (sum(len(s) for s in c.spans), c.id), default=None)
