"""Making the sides of a disagreement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.compare import edtf
from sayso.compare.scene import Scene
from sayso.model import ClaimRef, FigureRow, Side, Who


def claim_side(scene: Scene, refs: Sequence[ClaimRef]) -> Side:
    """Return the side of claims that hold the same; its position is the first given claim's words."""
    ordered = sorted(refs, key=lambda r: (scene.order[r.article], r.claim))
    return Side(
        position=" … ".join(" ".join(s.text.split()) for s in scene.claim(refs[0]).spans),
        citations=tuple(dict.fromkeys(scene.cite(r.article, scene.claim(r).spans) for r in ordered)),
        who=merged(w for r in ordered for w in scene.who(r.article, scene.claim(r).attribution)),
        date=said_on(scene, refs[0]),
    )


def figure_side(rows: Sequence[FigureRow]) -> Side:
    """Return the side of figures with one value and bound."""
    ordered = sorted(rows, key=lambda r: (edtf.sort_key(r.as_of), r.citation))
    return Side(
        position=ordered[0].words,
        citations=tuple(dict.fromkeys(r.citation for r in ordered)),
        who=merged(w for r in ordered for w in r.who),
        date=ordered[0].as_of,
    )


def merged(given: Iterable[Who]) -> tuple[Who, ...]:
    """Return each source once: the same key, or for unnamed ones the same words."""
    return tuple({who.key or f"{who.type}:{who.name.casefold()}": who for who in reversed(list(given))}.values())[::-1]


def said_on(scene: Scene, ref: ClaimRef) -> str | None:
    """Return the date stated in a claim's sentence, else the article's publication date or window."""
    sentence = scene.claim(ref).sentence
    times = scene.by_article[ref.article].times
    dates = [t.edtf for t in times if t.sentence == sentence and t.edtf and t.type == "DATE"]
    return dates[0] if dates else scene.window_of[ref.article].edtf
