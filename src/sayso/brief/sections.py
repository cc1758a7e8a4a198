"""The entries of each section: one list of lines an entry, the first line the head, the rest its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sayso.brief.clean import cut
from sayso.brief.confirm import confirmed
from sayso.brief.phrases import joined, names, support
from sayso.brief.used import Used
from sayso.compare import edtf
from sayso.compare.scene import Scene
from sayso.model import (
    Citation,
    Comparison,
    Disagreement,
    Flag,
    Line,
    Side,
)

Entries = Iterator[list[Line]]

VERSUS = " ⇄ "
ALIKE = 0.6  # the share of sentences that two disagreements of one kind share when they are one
REPEATED = (
    0.8  # what a disagreement counts less for each of its kind before it: six lost bounds tell less than six kinds
)
SIDES, SIDE_CITED, SIDE_LONGEST = 4, 3, 110  # of a disagreement in one line: sides, citations and characters of each
CARE = (
    "satire",
    "rewrite",
    "orphan quotation",
    "translation",
    "unsourced number",
    "unnamed source",
    "hedge",
    "opinion",
)


def confirmed_lines(comparison: Comparison, used: Used) -> Entries:
    """Return what a named source confirms, or two sources shown to be independent say."""
    scene = Scene(comparison.annotations, comparison.links, comparison.windows)
    for account, why, refs in confirmed(comparison):
        shown = tuple(scene.cite(r.article, scene.claim(r).spans) for r in refs)
        if not used.has(shown[0]):
            used.add(account.citations)
            who = tuple(w for r in refs for w in scene.who(r.article, scene.claim(r).attribution))
            text = " … ".join(" ".join(s.text.split()) for s in shown[0].spans)
            yield [Line(text, shown, names(who), joined(why, support(account)))]


def differ_lines(comparison: Comparison, used: Used) -> Entries:
    """Return the disagreements: in full each with its sides below it, in short one line each."""
    shown: list[Disagreement] = []
    for one in comparison.disagreements if used.full else _varied(comparison.disagreements):
        if used.full:
            yield [Line(one.reason, _firsts(one), one.type), *(_side(side) for side in one.sides[:4])]
        elif used.closed or not (_told(one, used) or any(_again(one, other) for other in shown)):
            shown.append(one)
            yield [_differ(one)]


def _varied(given: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """Go through the disagreements by weight, each kind counting for less the more of it came before."""
    left, came = list(given), Counter[str]()
    while left:
        best = max(left, key=lambda d: (d.weight - REPEATED * came[d.type], -d.id))
        left.remove(best)
        came[best.type] += 1
        yield best


def _told(one: Disagreement, used: Used) -> bool:
    """Whether the figures above show an update already, but for one side at most."""
    return one.type == "update" and sum(not used.has(c) for c in _firsts(one)) <= 1


def _again(one: Disagreement, other: Disagreement) -> bool:
    """Whether two disagreements are of one kind over one thing, so that the short brief needs but one."""
    places = [{(c.article, c.sentence) for side in d.sides for c in side.citations} for d in (one, other)]
    common = places[0] & places[1]
    same = one.reason == other.reason or len(common) >= ALIKE * min(map(len, places))
    return one.type == other.type and bool(common) and same


def _differ(one: Disagreement) -> Line:
    text = VERSUS.join(_position(side) for side in one.sides[:SIDES])
    cited = tuple(dict.fromkeys(c for side in one.sides[:SIDES] for c in side.citations[:SIDE_CITED]))
    return Line(text, cited, one.type, one.reason)


def _position(side: Side) -> str:
    when = edtf.spoken(side.date) if side.date else ""
    return (
        f"{cut(' '.join(side.position.split()), SIDE_LONGEST)} ({', '.join(filter(None, (names(side.who, 1), when)))})"
    )


def _firsts(one: Disagreement) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(side.citations[0] for side in one.sides))


def _side(side: Side) -> Line:
    when = edtf.spoken(side.date) if side.date else ""
    return Line(side.position, side.citations, names(side.who), when, level=1)


def care_lines(comparison: Comparison, used: Used) -> Entries:
    """Return what a reader should be warned of: the gravest kinds first, one line a kind and article in short."""
    found: list[tuple[int, int, Flag, Citation]] = []
    for place, annotation in enumerate(comparison.annotations):
        for flag in annotation.flags:
            rank = CARE.index(flag.type) if flag.type in CARE else len(CARE)
            spans = (flag.span, flag.other) if flag.other else (flag.span,)
            found.append((rank, place, flag, Citation(annotation.article.id, flag.sentence, spans)))
    found.sort(key=lambda f: (f[0], f[1], f[2].id))
    yield from ([_flag(flag, cited)] for _, _, flag, cited in (found if used.full else _one_a_kind(found)))


def _one_a_kind(found: Iterable[tuple[int, int, Flag, Citation]]) -> list[tuple[int, int, Flag, Citation]]:
    kept: dict[tuple[str, int], tuple[int, int, Flag, Citation]] = {}
    for row in found:
        kept.setdefault((row[2].type, row[1]), row)
    return list(kept.values())


def _flag(flag: Flag, cited: Citation) -> Line:
    return Line(" ".join(flag.span.text.split()), (cited,), flag.type, flag.why, warn=True)
