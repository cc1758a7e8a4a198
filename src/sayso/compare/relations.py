"""How actors stand toward each other over all articles, with the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from sayso.compare import edtf
from sayso.compare.origins import copy_groups, once
from sayso.compare.outlet_stance import outlet_stances
from sayso.compare.scene import Scene
from sayso.data.loading import toml
from sayso.model import Citation, Mode, Relation, Span, StoryRelation, Who

# A stance nearer to zero than this is neither friendly nor hostile.
NEUTRAL = 0.2
EXPLICIT = {Mode.ASSERTED: 1.0, Mode.DENIED: 0.8}
MERELY_POSSIBLE = 0.5
# Source, target, type, sign and how it is put: relations that agree in these are one.
Key = tuple[str, str, str, int, str]


@dataclass(frozen=True, slots=True)
class _Told:
    article: str
    relation: Relation
    citation: Citation
    who: tuple[Who, ...]


def merge_relations(scene: Scene) -> tuple[StoryRelation, ...]:
    """Return the relations between the story's actors, the weightiest first; nobody stands toward himself.

    Relations are one where the story-wide names, the type, the sign of the stance and the way it is put agree: what is
    feared or denied never joins what is stated. ``stance`` is the mean, ``date`` the latest that is known (EDTF).
    What outlets show of their own stance is added.
    """
    groups: dict[Key, list[_Told]] = {}
    for annotation in scene.annotations:
        article = annotation.article.id
        for relation in annotation.relations:
            key = _key(scene, article, relation)
            if key[0] != key[1] and not scene.muted(article, [relation.words]):
                told = _Told(
                    article, relation, scene.cite(article, [relation.words]), scene.who(article, relation.attribution)
                )
                groups.setdefault(key, []).append(told)
    copies = copy_groups(scene, scene.by_article)
    mentions = {actor.name: actor.mentions for actor in scene.links.actors}
    made = [_relation(scene, key, told, copies, mentions) for key, told in groups.items()]
    return tuple(_ranked([*made, *outlet_stances(scene)]))


def _ranked(relations: Sequence[StoryRelation]) -> list[StoryRelation]:
    """Return the weightiest first: between named actors before those with a bare role, each pair and type once first.

    What is told otherwise of a pair (denied, feared, of another sign) follows after, for it is seldom news of its own.
    """
    ordered = sorted(relations, key=lambda r: (-r.weight, r.source, r.target, r.type, r.stance, r.mode))
    seen: set[tuple[str, str, str]] = set()
    placed: list[tuple[bool, bool, StoryRelation]] = []
    for relation in ordered:
        ends = (relation.source, relation.target, relation.type)
        again = ends in seen
        seen.add(ends)
        placed.append((not (_is_named(relation.source) and _is_named(relation.target)), again, relation))
    return [relation for _, _, relation in sorted(placed, key=lambda p: p[:2])]


def _is_named(name: str) -> bool:
    """Whether a name is more than a bare role or kind ("gunman", "the opposition")."""
    return any(word[:1].isupper() or word[:1].isdigit() for word in name.split()) and name.casefold() not in _roles()


@lru_cache(maxsize=1)
def _roles() -> frozenset[str]:
    given = toml("actor_words")
    return frozenset(word for key in ("offices", "unnamed_sources", "forces_part") for word in given[key].split())


def _key(scene: Scene, article: str, relation: Relation) -> Key:
    sign = 0 if abs(relation.stance) < NEUTRAL else 1 if relation.stance > 0 else -1
    put = relation.how.value if relation.how in EXPLICIT else "open"
    return (*ends_of(scene, article, relation), relation.type, sign, put)


def ends_of(scene: Scene, article: str, relation: Relation) -> tuple[str, str]:
    """Return the story-wide names of a relation's ends, or the words for them; an article's own is its outlet's."""
    by, to = ((relation.source, relation.source_words), (relation.target, relation.target_words))
    own = relation.source is None and relation.source_words is None
    return scene.outlet(article).name if own else _end(scene, article, *by), _end(scene, article, *to)


def _end(scene: Scene, article: str, actor: int | None, words: Span | None) -> str:
    if actor is not None:
        return scene.actor_name(article, actor)
    return " ".join(words.text.split()) if words else ""


def _relation(
    scene: Scene, key: Key, told: Sequence[_Told], copies: Mapping[str, str], mentions: Mapping[str, int]
) -> StoryRelation:
    cited = tuple({(t.citation.article, t.citation.sentence): t.citation for t in reversed(told)}.values())[::-1]
    stance = round(sum(t.relation.stance for t in told) / len(told), 3)
    articles = len({copies[t.article] for t in told})
    explicit = max(EXPLICIT.get(t.relation.how, MERELY_POSSIBLE) for t in told)
    known = min(mentions.get(key[0], 1), mentions.get(key[1], 1))
    weight = round(explicit * (articles + abs(stance)) * log(1 + known) + 0.1 * min(len(cited), 10), 4)
    return StoryRelation(
        key[0],
        key[1],
        key[2],
        stance,
        cited,
        once((t.article, w) for t in told for w in t.who),
        told[0].relation.how,
        _latest(scene, told),
        weight,
    )


def _latest(scene: Scene, told: Sequence[_Told]) -> str | None:
    """Return the latest date: the one that the words give, else the day on which the article was published."""
    dates = [date for one in told if (date := _date(scene, one))]
    return max(dates, key=lambda d: (edtf.sort_key(d), d), default=None)


def _date(scene: Scene, told: _Told) -> str | None:
    at = told.relation.time
    stated = scene.by_article[told.article].times[at].edtf if at is not None else None
    window = scene.window_of[told.article]
    return stated or (window.edtf if window.basis == "published" else None)
