"""What a rule hands over: token ranges, before they become spans."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.annotate.attribution.quotes import Quote
from sayso.annotate.view import Range, View

STRIPPED = frozenset(",.;:!?…–—-‒ \n*•|…") | {"--", "...", "---", "–", "’s"}


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as it was found; ``anchor`` is the cue's main token, ``share`` how often such a cue is one.

    Of the trained reader's finds ``share`` is the chance that it gives them.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    anchor: int
    lemma: str
    rule: str
    share: float = 1.0
    reader: str = "rules"
    speaker: tuple[Range, ...] = field(default=(), compare=False)


def tidy(view: View, span: Range) -> Range:
    """Strip blanks, commas, stops and the complementiser "that" from the ends; may leave an empty range."""
    i, j = span
    while i < j and _strips(view, i, leading=True):
        i += 1
    if j - i > 2 and view.low[i] == "that" and view.dep[i] == "dobj" and view.head[i] > i + 1:
        i += 1
    while j > i and _strips(view, j - 1, leading=False):
        j -= 1
    return i, j


def _strips(view: View, i: int, leading: bool) -> bool:
    word = view.low[i]
    if word in STRIPPED or word.isspace():
        return True
    return leading and word == "that" and view.dep[i] in ("mark", "ccomp", "dep")


def snap(view: View, quote_at: list[int], quotes: list[Quote], span: Range, cue: int) -> Range:
    """Stretch a range that ends or begins inside a quotation to the marks, unless the cue stands inside as well."""
    i, j = span
    if i >= j:
        return span
    left, right = quote_at[i], quote_at[j - 1]
    inner = quote_at[cue]
    if left >= 0 and left != inner:
        i = min(i, quotes[left].first)
    if right >= 0 and right != inner:
        j = max(j, quotes[right].stop)
    return (i, j) if not i <= cue < j else span


def without(span: Range, hole: Range) -> tuple[Range, ...]:
    """Return ``span`` less ``hole``."""
    i, j = span
    s, e = hole
    if e <= i or j <= s:
        return (span,)
    return tuple(r for r in ((i, s), (e, j)) if r[0] < r[1])
