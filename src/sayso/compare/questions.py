"""What is predicted, feared, demanded or left open, and whether a later article settles it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.compare.asked import Asked, asked
from sayso.compare.clauses import reads_alone
from sayso.compare.followed import Follower
from sayso.compare.matching import Item
from sayso.compare.origins import copy_groups, once
from sayso.compare.scene import Scene
from sayso.compare.settled import Settler, plain_statements
from sayso.compare.terms import Rarity
from sayso.model import Account, Question, SourceType, Who

WEIGHTS = {
    "open": 1.0,
    "asked": 0.9,
    "predicted": 0.9,
    "feared": 0.9,
    "demanded": 0.8,
    "possible": 0.6,
    "hypothetical": 0.4,
}
# Two questions are one when they share this part of the rarer terms, and at least so many.
ALIKE, LEAST = 0.6, 3
# Two articles' words for one deed that lies ahead need share less; these words only put it ahead.
SAME_DEED = 0.4
DEED = re.compile(r"\b(?:to|will|would) (?:be )?([a-z]{4,})")
NOT_TELLING = frozenset({"schedule", "due", "expect", "plan", "set", "likely", "predict"})
TRIED, POSTINGS = 20, 200
# A question with so many telling words can be understood by itself.
FULL = 8
# What is lost by a question put as one, by a source and by an outlet, for nobody need be waiting for its answer.
RHETORICAL, RHETORICAL_OUTLET = 0.3, 1.0
# What is lost by words that cannot be read alone.
BROKEN = 0.5
NAMED = (SourceType.PERSON, SourceType.ORGANISATION)


def find_questions(
    scene: Scene, claims: Sequence[Item], worth: Rarity, accounts: Sequence[Account]
) -> tuple[Question, ...]:
    """Return what is open, the weightiest first, near-duplicates as one with all their citations.

    ``kind`` is predicted, feared, demanded, hypothetical, possible, asked or open (said to be unknown). A question is
    settled only by a plain statement of a surely later article that the same was done, by or to the same, in most of
    its words; ``accounts`` adds the other articles that say the same as what settles it. What is not settled is given
    the nearest of the later ``claims`` as what follows it, where one is near enough (``worth``: the rarity of their
    terms).
    """
    found = list(asked(scene))
    statements = plain_statements(scene)
    rare = Rarity.of([tuple(sorted(t)) for t in (*(x.terms for x in found), *(x.terms for x in statements))])
    settle, follow = Settler(scene, statements, rare, accounts), Follower(scene, claims, worth)
    weigh = _Weigher(scene, rare)
    made = [_question(scene, group, settle, follow, weigh) for group in _merge(found, rare)]
    return tuple(sorted(made, key=lambda q: (-q.weight, scene.order[q.citations[0].article], q.citations[0])))


def _merge(found: Iterable[Asked], rare: Rarity) -> list[list[Asked]]:
    groups: list[list[Asked]] = []
    holders: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, int] = {}
    for one in found:
        shared = Counter(i for term in one.terms for i in holders[term])
        likely = sorted((i for i, n in shared.items() if n >= LEAST), key=lambda i: (-shared[i], i))[:TRIED]
        place = alike.get(one.words.casefold())
        if place is None:
            place = next((i for i in likely if _is_same(groups[i][0], one, rare)), None)
        if place is None:
            place = len(groups)
            groups.append([])
            for term in one.terms:
                if len(holders[term]) < POSTINGS:
                    holders[term].append(place)
        groups[place].append(one)
        alike.setdefault(one.words.casefold(), place)
    return groups


def _is_same(one: Asked, other: Asked, rare: Rarity) -> bool:
    """Whether two tellings are of one question; those of two articles need share less where one verb lies ahead."""
    share = rare.dice(one.terms - NOT_TELLING, other.terms - NOT_TELLING)
    apart = one.article != other.article and one.kind == other.kind
    return share >= ALIKE or (apart and share >= SAME_DEED and bool(_deeds(one) & _deeds(other)))


def _deeds(one: Asked) -> frozenset[str]:
    return frozenset(DEED.findall(one.words.lower()))


def _question(scene: Scene, group: Sequence[Asked], settle: Settler, follow: Follower, weigh: _Weigher) -> Question:
    settled = settle(group)
    followed = () if settled else follow(group)
    shown = min(
        group, key=lambda a: (a.article in scene.derived, -WEIGHTS[a.kind], scene.order[a.article], a.citation.spans)
    )
    cited = tuple(dict.fromkeys(a.citation for a in (shown, *group)))
    who = once((a.article, w) for a in group for w in a.who)
    return Question(shown.kind, shown.words, cited, who, settled, followed, weigh(shown, group, who))


class _Weigher:
    """Ranks questions by kind, articles that ask (copies once), named sources, and nearness to the story's subject."""

    def __init__(self, scene: Scene, rare: Rarity) -> None:
        self.rare, self.most = rare, max(rare.weights.values(), default=0.0)
        self.copies = copy_groups(scene, scene.by_article)

    def __call__(self, shown: Asked, group: Iterable[Asked], who: Iterable[Who]) -> float:
        articles = len({self.copies[a.article] for a in group})
        outlet = all(w.is_outlet for w in who)
        named = any(w.type in NAMED and not w.is_outlet for w in who)
        full = min(len(shown.terms), FULL) / FULL
        figure = shown.kind in ("predicted", "feared") and any(c.isdigit() for c in shown.words)
        rhetorical = ("?" in shown.words or shown.kind == "asked") and (RHETORICAL_OUTLET if outlet else RHETORICAL)
        broken = 0 if reads_alone(shown.words) else BROKEN
        weight = WEIGHTS[shown.kind] + 0.5 * (articles - 1) + 0.2 * (named + figure) - rhetorical - broken
        return round(weight + 0.6 * self._central(shown) + 0.3 * full, 4)

    def _central(self, one: Asked) -> float:
        """Return how much the question is about what the story is about: 1 where all its terms are the commonest."""
        whole = self.most * len(one.terms)
        return 1 - self.rare.mass(one.terms) / whole if whole else 0.0
