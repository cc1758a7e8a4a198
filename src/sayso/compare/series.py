"""Figures of the same thing side by side, in the order of their dates, each with its bound and its source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.compare import edtf
from sayso.compare.kinds import counted_kind, kind_of
from sayso.compare.scene import Scene
from sayso.model import Annotation, Bound, Certainty, Claim, Figure, FigureRow, Mode, Series, Span, Time

# Two numbers of one kind that differ by more than this are of different wholes (a contingent, an army).
WHOLES = 30.0

REACH = 4  # sentences back in which "the soldiers" may have been named

Key = tuple[str, str, str]
Counted = tuple[FigureRow, Figure]


def build_series(scene: Scene) -> tuple[Series, ...]:
    """Return a series for each thing that is counted, those with most articles and rows first."""
    groups: dict[Key, list[Counted]] = defaultdict(list)
    for annotation in scene.annotations:
        for figure in annotation.figures:
            if figure.bound is not Bound.COMPARATIVE and (figure.head or figure.unit):
                groups[_key(annotation.article.text, figure)].append((_row(scene, annotation, figure), figure))
    parts = [p for key in sorted(groups) for split in _by_group(scene, groups[key]) for p in _by_whole(split)]
    made = [_series(part) for part in parts if any(row.value is not None or row.low is not None for row, _ in part)]
    ranked = sorted(
        made, key=lambda s: (-len({r.citation.article for r in s.rows}), -len(s.rows), s.label, s.rows[0].citation)
    )
    numbered = [replace(s, id=i) for i, s in enumerate(ranked)]
    return tuple(replace(s, related=_related(s, numbered)) for s in numbered)


def _key(text: str, figure: Figure) -> Key:
    return ("part of " * _is_part(text, figure) + counted_kind(figure), figure.per or "", _measured(figure))


def _is_part(text: str, figure: Figure) -> bool:
    """Whether the figure counts some of a whole that is counted elsewhere ("seven of the patients")."""
    between = text[figure.span.end : figure.counted.start] if figure.counted else ""
    return between.split()[:1] == ["of"]


def _measured(figure: Figure) -> str:
    """Return the unit of a measure or sum ("percent", "dollar"), nothing for a count of things."""
    return "" if figure.head and (figure.unit or "").endswith(figure.head) else figure.unit or ""


def _by_group(scene: Scene, rows: Sequence[Counted]) -> list[list[Counted]]:
    """Keep apart the soldiers of one army and of another, the staff of one firm and of another."""
    groups: dict[tuple[str, ...], list[Counted]] = defaultdict(list)
    for row, figure in rows:
        groups[_whose(figure) or _whose_before(scene, row, figure)].append((row, figure))
    named = [g for g in groups if g]
    if () in groups and len(named) == 1:
        groups[named[0]].extend(groups.pop(()))
    return [groups[g] for g in sorted(groups)]


def _whose(figure: Figure) -> tuple[str, ...]:
    """Return the proper words that qualify what is counted ("North Korean")."""
    return tuple(w.casefold() for w in (figure.group or "").split() if w[0].isupper())


def _whose_before(scene: Scene, row: FigureRow, figure: Figure) -> tuple[str, ...]:
    """Return whose they are by the nearest mention before of things of the same kind ("the soldiers")."""
    annotation = scene.by_article[row.citation.article]
    kind, best = kind_of(figure.head or ""), (-1, "")
    for actor in annotation.actors if figure.head else ():
        words = actor.name.split()
        if actor.type in ("force", "group") and kind_of(words[-1].removesuffix("s")) == kind:
            near = [m.span.start for m in actor.mentions if REACH > figure.sentence - m.sentence >= 0]
            best = max([best, *((s, actor.name) for s in near if s < figure.span.start)])
    return tuple(w.casefold() for w in best[1].split()[:-1] if w[0].isupper())


def _by_whole(rows: Sequence[Counted]) -> list[list[Counted]]:
    """Split where the next larger number is of another order, and so counts another whole."""
    sized = sorted((r for r in rows if size(r[0])), key=lambda r: (size(r[0]), r[0].citation))
    vague = [r for r in rows if not size(r[0])]
    parts: list[list[Counted]] = []
    for row in sized:
        if parts and size(row[0]) <= WHOLES * size(parts[-1][-1][0]):
            parts[-1].append(row)
        else:
            parts.append([row])
    if vague:
        largest = max(parts, key=len, default=[])
        largest.extend(vague)
        parts = parts or [largest]
    return parts


def size(row: FigureRow) -> float:
    """Return one number by which a row can be placed on a scale; 0 where it has none."""
    return row.value or row.low or row.high or 0.0


def _series(rows: Sequence[Counted]) -> Series:
    ordered = sorted((row for row, _ in rows), key=lambda r: (edtf.sort_key(r.as_of), size(r), r.citation))
    first = rows[0][1]
    return Series(
        id=0,
        label=_commonest(rows),
        head=counted_kind(first),
        unit=_measured(first) or None,
        per=first.per,
        scope=None,
        rows=tuple(ordered),
    )


def _commonest(rows: Sequence[Counted]) -> str:
    """Return the words most used for what is counted, those that say whose before those that do not."""
    labels = Counter((bool(_whose(figure)), _label(figure)) for _, figure in rows)
    return max(labels, key=lambda label: (label[0], labels[label], -len(label[1]), label[1]))[1]


def _label(figure: Figure) -> str:
    counted = " ".join(figure.counted.text.split()) if figure.counted else figure.head or figure.unit or ""
    return f"{counted} a {figure.per}" if figure.per else counted


def _related(series: Series, others: Iterable[Series]) -> tuple[int, ...]:
    return tuple(o.id for o in others if o.id != series.id and o.head == series.head and o.unit == series.unit)


def _row(scene: Scene, annotation: Annotation, figure: Figure) -> FigureRow:
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
    spans = [figure.span, *([figure.counted] if figure.counted else [])]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    near = end - start <= 120
    return " ".join((annotation.article.text[start:end] if near else figure.span.text).split())


def _dated(scene: Scene, annotation: Annotation, figure: Figure) -> tuple[str | None, str]:
    """Return the date that the figure's own sentence states, else the publication date; with the basis."""
    stated = _stated(annotation, figure)
    if stated:
        completed = scene.years.complete(stated)
        return (completed, "story") if completed else (stated, "stated")
    window = scene.window_of[annotation.article.id]
    return (window.edtf, "published") if window.basis == "published" else (None, "unknown")


def _stated(annotation: Annotation, figure: Figure) -> str | None:
    """Return the date of the statement that gives the figure, else the nearest date in its sentence.

    "Confirmed on Monday that 40 people have been missing since March" is a figure as of Monday.
    """
    near = [
        t for t in annotation.times if t.sentence == figure.sentence and t.type == "DATE" and _closed(annotation, t)
    ]
    held = annotation.attributions[figure.attribution].content if figure.attribution is not None else ()
    best = min(near, key=lambda t: (any(c.covers(t.span) for c in held), _gap(t.span, figure.span), t.id), default=None)
    return best.edtf if best else None


def _closed(annotation: Annotation, time: Time) -> bool:
    """Whether a time is a date or closed interval; "since March" dates a beginning, not the figure."""
    before = annotation.article.text[max(0, time.span.start - 7) : time.span.start].casefold()
    return bool(time.edtf) and ".." not in (time.edtf or "") and not before.rstrip().endswith(("since", "from"))


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _mode(annotation: Annotation, figure: Figure) -> Mode:
    claim = _claim_of(annotation, figure)
    if claim is None:
        return Mode.ASSERTED
    return Mode.HYPOTHETICAL if claim.certainty is Certainty.POSSIBLE and claim.mode is Mode.ASSERTED else claim.mode


def _claim_of(annotation: Annotation, figure: Figure) -> Claim | None:
    holding = [c for c in annotation.claims if figure.id in c.figures and c.attribution == figure.attribution]
    return min(holding, key=lambda c: (sum(len(s) for s in c.spans), c.id), default=None)
