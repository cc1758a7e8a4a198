"""The entries of each section: one list of lines an entry, the first line the head, the rest its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.brief.confirm import confirmed
from sayso.brief.phrases import bounded, dated, joined, manner, names, stance, support
from sayso.brief.used import Used
from sayso.compare import edtf
from sayso.compare.scene import Scene
from sayso.model import (
    Account,
    Citation,
    Comparison,
    Disagreement,
    FigureRow,
    Flag,
    Line,
    Mode,
    Question,
    Series,
    Side,
    SourceType,
    StoryRelation,
)

Entries = list[list[Line]]

ROWS = 6  # rows that the short brief shows of one series
SMALL = 10  # a lone count below this is left to the full brief
MULTIPLES = ("time", "times", "fold", "count")
PER_SOURCE = 2  # lines that one source gets under "who says what"
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
    made: Entries = []
    scene = Scene(comparison.annotations, comparison.links, comparison.windows)
    for account, why, refs in confirmed(comparison):
        shown = tuple(scene.cite(r.article, scene.claim(r).spans) for r in refs)
        if not used.has(shown[0]):
            used.add(account.citations)
            who = tuple(w for r in refs for w in scene.who(r.article, scene.claim(r).attribution))
            text = " … ".join(" ".join(s.text.split()) for s in shown[0].spans)
            made.append([Line(text, shown, names(who), joined(why, support(account)))])
    return made


def figure_lines(comparison: Comparison, used: Used) -> Entries:
    """Return each thing that is counted, with its figures in the order of their dates."""
    telling = [s for s in comparison.series if used.full or _telling(s)]
    return [_series(series, used) for series in telling]


def _telling(series: Series) -> bool:
    """Whether a series is more than a passing "two allies"."""
    rows = [r for r in series.rows if not r.copied and r.value is not None]
    if series.head in MULTIPLES:
        return False
    return bool(rows) and (bool(series.unit) or len(rows) > 1 or max(r.value or 0 for r in rows) >= SMALL)


def _series(series: Series, used: Used) -> list[Line]:
    rows = [r for r in series.rows if used.full or (not r.copied and r.value is not None)]
    shown = rows if used.full else _spread(_same_once(rows), ROWS)
    for row in shown:
        used.add([row.citation])
    more = len(rows) - len(shown)
    head = Line(series.label, tuple(r.citation for r in shown), note=f"{more} more" if more > 0 else "")
    return [head, *(_row(row, level=1) for row in shown)]


def _same_once(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """Keep one of the rows in which one source gives one value with one bound."""
    kept: dict[object, FigureRow] = {}
    for row in rows:
        kept.setdefault((row.value, row.bound, tuple(w.key or w.name for w in row.who)), row)
    return list(kept.values())


def _spread(rows: Sequence[FigureRow], most: int) -> list[FigureRow]:
    """Keep the first and last rows and, between them, those that bring a new value."""
    if len(rows) <= most:
        return list(rows)
    sourced = sorted(rows, key=_is_outlets)
    best = list({(r.value, r.bound): r for r in reversed(sourced)}.values())
    fresh = [r for r in rows if r in best]
    return [*fresh[: most - 1], fresh[-1]] if len(fresh) > most else fresh


def _is_outlets(row: FigureRow) -> bool:
    """Whether an outlet gives the figure in its own voice, as headlines do."""
    return all((who.key or "").startswith("outlet:") for who in row.who)


def _row(row: FigureRow, level: int) -> Line:
    note = joined(names(row.who), manner_of(row.mode), row.scope or "", "a copied passage" if row.copied else "")
    return Line(bounded(row), (row.citation,), dated(row.as_of, row.basis), note, level, row.copied)


def manner_of(mode: Mode) -> str:
    """Return how a figure is put where that is not a plain statement."""
    return "" if mode is Mode.ASSERTED else mode.value


def differ_lines(comparison: Comparison, used: Used) -> Entries:
    """Return the disagreements, each with its sides."""
    made: Entries = []
    seen: Counter[str] = Counter()
    for one in comparison.disagreements:
        if used.full or seen[one.type] < 2:
            seen[one.type] += 1
            made.append(_disagreement(one))
    return made


def _disagreement(one: Disagreement) -> list[Line]:
    cited = tuple(dict.fromkeys(side.citations[0] for side in one.sides))
    return [Line(one.reason, cited, one.type), *(_side(side) for side in one.sides[:4])]


def _side(side: Side) -> Line:
    when = edtf.spoken(side.date) if side.date else ""
    return Line(side.position, side.citations, names(side.who), when, level=1)


def said_lines(comparison: Comparison, used: Used) -> Entries:
    """Return what sources say, the weightiest first, no source more than a few times."""
    made: Entries = []
    times: Counter[str] = Counter()
    for account in comparison.accounts:
        who = _speaker(account)
        if not who or used.has(account.citations[0]) or (not used.full and times[who] >= PER_SOURCE):
            continue
        times[who] += 1
        used.add(account.citations)
        note = joined(manner(account.mode, account.certainty), support(account))
        made.append([Line(account.text, account.citations, names(account.who), note)])
    return made


def _speaker(account: Account) -> str | None:
    """Return the first source that is no outlet speaking for itself."""
    given = [w for w in account.who if w.type is not SourceType.NONE and not (w.key or "").startswith("outlet:")]
    return (given[0].key or given[0].name) if given else None


def timeline_lines(comparison: Comparison, used: Used) -> Entries:
    """Return the dated entries: the weightiest, in the order of their dates."""
    entries = comparison.timeline
    if not used.full:
        best = sorted(entries, key=lambda e: (-e.weight, edtf.sort_key(e.date)))[:7]
        entries = tuple(e for e in entries if e in best) + tuple(e for e in entries if e not in best)
    return [
        [Line(e.words, e.citations, dated(e.date, e.basis), joined(names(e.who), manner_of(e.mode)))] for e in entries
    ]


def actor_lines(comparison: Comparison, used: Used) -> Entries:
    """Return how actors stand toward each other; in short, one line for each pair and sign."""
    once = {(r.source, r.target, r.stance > 0): r for r in reversed(comparison.relations)}
    shown = comparison.relations if used.full else [r for r in comparison.relations if r in once.values()]
    return [[_relation(r)] for r in shown]


def _relation(relation: StoryRelation) -> Line:
    words = " ".join(relation.citations[0].spans[0].text.split())
    label = f"{relation.source} → {relation.target}"
    return Line(words, relation.citations, label, joined(stance(relation), names(relation.who, most=1)))


def question_lines(comparison: Comparison, used: Used) -> Entries:
    """Return what is open, what is settled last."""
    ordered = sorted(comparison.questions, key=lambda q: bool(q.settled_by))
    return [_question(q) for q in ordered if used.full or not used.has(q.citations[0], 0.9)]


def _question(question: Question) -> list[Line]:
    settled = [Line("settled by a later article", question.settled_by, level=1)] if question.settled_by else []
    return [Line(question.words, question.citations, question.kind, names(question.who)), *settled]


def care_lines(comparison: Comparison, used: Used) -> Entries:
    """Return what a reader should be warned of: the gravest kinds first, one line a kind and article in short."""
    found: list[tuple[int, int, Flag, Citation]] = []
    for place, annotation in enumerate(comparison.annotations):
        for flag in annotation.flags:
            rank = CARE.index(flag.type) if flag.type in CARE else len(CARE)
            spans = (flag.span, flag.other) if flag.other else (flag.span,)
            found.append((rank, place, flag, Citation(annotation.article.id, flag.sentence, spans)))
    found.sort(key=lambda f: (f[0], f[1], f[2].id))
    return [[_flag(flag, cited)] for _, _, flag, cited in (found if used.full else _one_a_kind(found))]


def _one_a_kind(found: Iterable[tuple[int, int, Flag, Citation]]) -> list[tuple[int, int, Flag, Citation]]:
    kept: dict[tuple[str, int], tuple[int, int, Flag, Citation]] = {}
    for row in found:
        kept.setdefault((row[2].type, row[1]), row)
    return list(kept.values())


def _flag(flag: Flag, cited: Citation) -> Line:
    return Line(" ".join(flag.span.text.split()), (cited,), flag.type, flag.why, warn=True)
