"""A link between two articles, with its kind, its direction, its line of reasons and the words that show it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.link.copies.decide import WHOLE, Evidence
from sayso.link.copies.direction import original
from sayso.link.copies.pieces import Range, pieces, quotations
from sayso.link.copies.pile import Candidate
from sayso.link.copies.shares import Passage, Shared
from sayso.link.copies.texts import plain_words
from sayso.model import Annotation, Citation, Copy, CopyKind, Span

RUNS_SHOWN = 3
# Shorter quotations are not worth naming.
QUOTATION = 5
# Passages that reach into this part of the sentences run through the whole text; else they are a part of it.
THROUGHOUT = 0.5


def identical(a: Annotation, b: Annotation) -> Copy:
    """Link two articles of equal words; ``a`` has the lesser id."""
    first, why = original(a.article, b.article, 1.0, 1.0)
    shown = tuple(_cite(x, [_opening(x)]) for x in (a, b))
    return Copy(a.article.id, b.article.id, CopyKind.IDENTICAL, 1.0, 1.0, first, f"identical words; {why}", shown)


def described(x: Candidate, y: Candidate, found: Evidence) -> Copy:
    """Link two articles of which one derives from the other; ``x`` has the lesser id."""
    own = found.shared
    first, direction = original(x.article, y.article, own.share_of_a, own.share_of_b, found.agency)
    if found.original:
        first, direction = found.original, "it quotes what the other says in its own voice"
    reason = "; ".join(part for part in (_what(found, own), "" if found.taken else _quoted(x, y), direction) if part)
    kind = _kind(x, y, found)
    return Copy(x.article.id, y.article.id, kind, own.share_of_a, own.share_of_b, first, reason, _shown(x, y, found))


def _kind(x: Candidate, y: Candidate, found: Evidence) -> CopyKind:
    own = found.shared
    if found.kind == "excerpt":
        return CopyKind.PART
    if own.most >= WHOLE:
        return CopyKind.NEAR if own.least >= WHOLE else CopyKind.CUT
    if found.kind in ("wording", "telling", "credit"):
        return CopyKind.REWRITE
    left, right = _places(x, y, own.passages)
    reached = max(_reached(x.article.text, left), _reached(y.article.text, right))
    return CopyKind.REWRITE if reached >= THROUGHOUT else CopyKind.PART


def _reached(text: str, places: Sequence[Range]) -> float:
    """Return the part of the text's sentences (of six words or more) that the places reach into."""
    long = [(s, e) for s, e in pieces(text) if text.count(" ", s, e) >= 5]
    starts, ends = [s for s, _ in long], [e for _, e in long]
    hit = {n for s, e in places for n in range(bisect_right(ends, s), bisect_left(starts, e))}
    return len(hit) / len(long) if long else 0.0


def _what(found: Evidence, own: Shared) -> str:
    if found.retelling:
        return f"{len(found.retelling.pairs)} sentences tell the same in the same order, in other words"
    if found.rewording:
        kept = found.rewording
        return f"{kept.words:.0%} of the telling words and {kept.pairs:.0%} of their pairs are kept, mostly in order"
    if found.taken:
        return f"{found.taken:.0%} of its words are the other's, quotations counted"
    longest = max((length for _, _, length in own.passages), default=3)
    return (
        f"{own.share_of_a:.0%} and {own.share_of_b:.0%} of the runs of three words are shared, "
        f"{own.in_order:.0%} of them in the same order, the longest passage has {longest} words"
    )


def _quoted(x: Candidate, y: Candidate) -> str:
    quoted = len(_quotations(x.article.text) & _quotations(y.article.text))
    return f"{quoted} shared quotation{'s' * (quoted > 1)} not counted" if quoted else ""


def _quotations(text: str) -> set[tuple[str, ...]]:
    return {words for s, e in quotations(text) if len(words := plain_words(text[s:e])) >= QUOTATION}


def _shown(x: Candidate, y: Candidate, found: Evidence) -> tuple[Citation, Citation]:
    if found.retelling:
        pairs = [(j, i) if found.flipped else (i, j) for i, j in found.retelling.pairs]
        left, right = [x.outline.places[i] for i, _ in pairs], [y.outline.places[j] for _, j in pairs]
    else:
        longest = sorted(found.shared.passages, key=lambda p: (-p[2], p))[:RUNS_SHOWN]
        left, right = _places(x, y, sorted(longest))
    return _cited(x.text.annotation, left), _cited(y.text.annotation, right)


def _places(x: Candidate, y: Candidate, passages: Sequence[Passage]) -> tuple[list[Range], list[Range]]:
    return [x.text.place(i, n) for i, _, n in passages], [y.text.place(j, n) for _, j, n in passages]


def _cited(annotation: Annotation, places: Sequence[Range]) -> Citation:
    spans = [Span.of(annotation.article.text, start, end) for start, end in places]
    return _cite(annotation, spans or [_opening(annotation)])


def _opening(annotation: Annotation) -> Span:
    sentences = [s.span for s in annotation.sentences if not s.heading] or [s.span for s in annotation.sentences]
    return sentences[0] if sentences else Span.of(annotation.article.text, 0, len(annotation.article.text))


def _cite(annotation: Annotation, spans: Sequence[Span]) -> Citation:
    kept = tuple(sorted(set(spans)))
    at = bisect_right(annotation.sentences, kept[0].start, key=lambda s: s.span.start) - 1
    return Citation(annotation.article.id, max(at, 0), kept)
