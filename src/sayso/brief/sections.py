"""The entries of each section: one list of lines an entry, the first line the head, the rest its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.brief.confirm import confirmed
from sayso.brief.phrases import dated, joined, manner, names, stance, support
from sayso.brief.used import Used
from sayso.compare import edtf
from sayso.compare.scene import Scene
from sayso.model import (
    Account,
    Certainty,
    Citation,
    Comparison,
    Disagreement,
    Flag,
    Line,
    Question,
    Side,
    SourceType,
    StoryRelation,
    TimelineEntry,
)

Entries = list[list[Line]]

PER_TYPE = 3  # disagreements of one type under "where accounts differ"
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


def differ_lines(comparison: Comparison, used: Used) -> Entries:
    """Return the disagreements, each with its sides."""
    made: Entries = []
    seen: Counter[str] = Counter()
    for one in comparison.disagreements:
        if used.full or seen[one.type] < PER_TYPE:
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
    return [[_timeline_entry(entry)] for entry in entries]


def _timeline_entry(entry: TimelineEntry) -> Line:
    note = joined(names(entry.who), manner(entry.mode, Certainty.CERTAIN))
    return Line(entry.words, entry.citations, dated(entry.date, entry.basis), note)


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
