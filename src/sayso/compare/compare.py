"""Compare the articles of one story."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.compare.accounts import build_accounts
from sayso.compare.disagreements import find_disagreements
from sayso.compare.matching import items, rarity
from sayso.compare.questions import find_questions
from sayso.compare.relations import merge_relations
from sayso.compare.repeats import counted, once, sentences_once
from sayso.compare.scene import Scene
from sayso.compare.series import build_series
from sayso.compare.timeline import build_timeline
from sayso.compare.wholes import by_whole
from sayso.compare.windows import date_window
from sayso.meaning import Vectors
from sayso.model import Annotation, Comparison, Links, Skipped


def compare(
    annotations: Sequence[Annotation], links: Links, skipped: Sequence[Skipped] = (), vectors: Vectors | None = None
) -> Comparison:
    """Compare annotated articles. The result does not depend on the order in which they are given.

    ``vectors`` tell what is said in other words; without them claims are matched by their words alone.

    >>> compare([], Links((), ())).accounts
    ()
    """
    ordered = tuple(sorted(annotations, key=_key))
    everything = Scene(ordered, links, tuple(date_window(a) for a in ordered))
    kept, texts = once(ordered)
    scene, sentences = sentences_once(Scene(kept, links, tuple(everything.window_of[a.article.id] for a in kept)))
    claims = items(scene, vectors)
    rare = rarity(claims)
    accounts = build_accounts(scene, claims, rare)
    series = build_series(scene, rare)
    return Comparison(
        articles=tuple(a.article for a in ordered),
        annotations=ordered,
        windows=everything.windows,
        links=links,
        accounts=tuple(counted(counted(a, sentences, everything), texts, everything) for a in accounts),
        series=by_whole(scene, series),
        disagreements=find_disagreements(scene, claims, rare, series, accounts),
        timeline=build_timeline(scene, accounts),
        relations=merge_relations(scene),
        questions=find_questions(scene, claims, rare, accounts),
        skipped=tuple(skipped),
    )


def _key(annotation: Annotation) -> tuple[str, str, str]:
    article = annotation.article
    return (article.published.isoformat() if article.published else "9999", article.name, article.id)
