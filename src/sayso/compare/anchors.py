"""When an undated article tells its story, as far as the other articles show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.compare import edtf
from sayso.compare.dated import Dated, stems
from sayso.compare.scene import Scene
from sayso.compare.windows import latest_told
from sayso.compare.years import Years, date_of
from sayso.model import Account, Annotation, Mode, Time

# Two tellings are of one statement when source and verb are the same and so many telling words too.
SHARED = 3
# So many statements of one source and verb are compared with.
TRIED = 200
TOLD = (Mode.ASSERTED, Mode.DENIED)


def anchors(scene: Scene, years: Years, found: Iterable[Dated], accounts: Iterable[Account]) -> Mapping[str, str]:
    """Return for each undated article that can be placed the day (ISO) about which it tells, by article id.

    It is the latest day that the article tells of as past, else the latest that another article gives to a statement
    which both tell. An article that shares no day with the others stays unplaced: unknown stays unknown.
    """
    undated = [a for a in scene.annotations if a.article.published is None]
    if not undated:
        return {}
    statements = [d for d in found if d.kind == "statement" and edtf.is_day(d.date) and d.mode in TOLD]
    shared: dict[str, list[str]] = defaultdict(list)
    for article, day in _same_account(statements, accounts):
        shared[article].append(day)
    known = _by_source(statements)
    for annotation in undated:
        shared[annotation.article.id].extend(_same_statement(scene, annotation, known))
    days = {a.article.id: _own(a, years) or max(shared[a.article.id], default=None) for a in undated}
    return {article: day for article, day in days.items() if day}


def _own(annotation: Annotation, years: Years) -> str | None:
    """Return the latest day told as past, its year completed by the story."""

    def day(time: Time) -> str | None:
        date = date_of(time, years)
        return date[0] if date and edtf.is_day(date[0]) else None

    return latest_told(annotation, day)


def _same_account(statements: Iterable[Dated], accounts: Iterable[Account]) -> Iterator[tuple[str, str]]:
    """Go through the articles that tell what a statement with a day told, with that day."""
    days = {(d.article, d.citation.sentence): d.date for d in statements}
    for account in accounts:
        for cited in account.citations:
            day = days.get((cited.article, cited.sentence))
            if day:
                yield from ((c.article, day) for c in account.citations if c.article != cited.article)


def _by_source(statements: Iterable[Dated]) -> Mapping[tuple[str, str], Sequence[Dated]]:
    found: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for one in statements:
        for known in (found[who.name, one.cue] for who in one.who):
            known.extend([one] if len(known) < TRIED else [])
    return found


def _same_statement(
    scene: Scene, annotation: Annotation, known: Mapping[tuple[str, str], Sequence[Dated]]
) -> Iterator[str]:
    """Go through the days that other articles give to a statement of the same source, verb and words."""
    article = annotation.article.id
    for said in annotation.attributions:
        others = [d for w in scene.who(article, said.id) for d in known.get((w.name, said.cue_lemma), ())]
        if others:
            words = stems(" ".join(span.text for span in said.content))
            shared = [(len(words & d.what), d.date) for d in others if d.article != article]
            yield from (day for number, day in [max(shared, default=(0, ""))] if number >= SHARED)
