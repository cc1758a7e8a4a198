"""Two actors that one article calls close and another at odds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sayso.compare.disagreements.sides import merged
from sayso.compare.scene import Scene
from sayso.model import Annotation, Citation, Disagreement, Relation, Side

CLEAR = 0.3  # the least strength of a stance that counts as for or against


def stance_conflicts(scene: Scene) -> Iterator[Disagreement]:
    """Return the pairs of actors whose relation is friendly in one article and hostile in another."""
    pairs: dict[tuple[str, str], list[tuple[Annotation, Relation]]] = defaultdict(list)
    for annotation in scene.annotations:
        for relation in annotation.relations:
            article, source, target = annotation.article.id, relation.source, relation.target
            if source is None or target is None:
                continue  # who is named by words alone is not known to be the same elsewhere
            if abs(relation.stance) >= CLEAR and not scene.muted(article, [relation.words]):
                first, second = sorted((_end(scene, article, source), _end(scene, article, target)))
                pairs[first, second].append((annotation, relation))
    for ends, rows in sorted(pairs.items()):
        good = [r for r in rows if r[1].stance > 0]
        told = {(a.article.id, r.sentence) for a, r in good}
        bad = [(a, r) for a, r in rows if r.stance < 0 and (a.article.id, r.sentence) not in told]
        if ends[0] != ends[1] and {a.article.id for a, _ in good} ^ {a.article.id for a, _ in bad} and good and bad:
            yield _made(scene, ends, good, bad)


def _end(scene: Scene, article: str, actor: int) -> str:
    """Return the actor, or the state or body that it speaks for: a president's stance is read as the state's."""
    found = scene.actor(article, actor)
    return (found.speaks_for or found.name) if found else scene.actor_name(article, actor)


def _made(
    scene: Scene,
    ends: tuple[str, str],
    good: list[tuple[Annotation, Relation]],
    bad: list[tuple[Annotation, Relation]],
) -> Disagreement:
    articles = {a.article.id for a, _ in [*good, *bad]}
    return Disagreement(
        0,
        "contradiction",
        f"{ends[0]} and {ends[1]}",
        (_side(scene, good), _side(scene, bad)),
        "the relation is drawn as close on one side and as strained on the other",
        3.0 + 0.5 * len(articles),
    )


def _side(scene: Scene, rows: list[tuple[Annotation, Relation]]) -> Side:
    strongest = max(rows, key=lambda r: (abs(r[1].stance), -r[1].id))
    cited: dict[Citation, None] = dict.fromkeys(scene.cite(a.article.id, [r.words]) for a, r in [strongest, *rows])
    return Side(
        position=" ".join(strongest[1].words.text.split()),
        citations=tuple(cited),
        who=merged(w for a, r in rows for w in scene.who(a.article.id, r.attribution)),
        date=scene.window_of[strongest[0].article.id].edtf,
    )
